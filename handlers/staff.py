"""What there is for editors and owners, behind one door."""

from typing import Final

from handlers.door import Desk, Door
from handlers.editors import deciding, history, publishing, retracting, summaries, taking, writing

EDITORS: Final[tuple[Desk, ...]] = (
    summaries.DESK,
    writing.DESK,
    deciding.DESK,
    publishing.DESK,
    retracting.DESK,
    history.DESK,
    taking.desk({"retract": retracting.take_reason}),
)
OWNERS: Final[tuple[Desk, ...]] = ()
DOOR: Final = Door(EDITORS, OWNERS)
