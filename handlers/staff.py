"""What there is for editors and owners, behind one door."""

from typing import Any, Final

from telegram.ext import BaseHandler

from handlers.context import Context
from handlers.door import Desk, Door
from handlers.editors import (
    deciding,
    history,
    keeping,
    log,
    publishing,
    records,
    retracting,
    summaries,
    taking,
    writing,
)
from handlers.owners import broadcasting, delivery, editors, inviting, stats

EDITORS: Final[tuple[Desk, ...]] = (
    summaries.DESK,
    writing.DESK,
    deciding.DESK,
    publishing.DESK,
    retracting.DESK,
    history.DESK,
    log.DESK,
    records.DESK,
    keeping.DESK,
    taking.desk({"retract": retracting.take_reason, "record": records.take_text}),
)
OWNERS: Final[tuple[Desk, ...]] = (
    inviting.DESK,
    editors.DESK,
    delivery.DESK,
    stats.DESK,
    broadcasting.DESK,
)
DOOR: Final = Door(EDITORS, OWNERS)
# Opening an invitation is the one act here that is not an editor's: it makes one.
HANDLERS: Final[tuple[BaseHandler[Any, Context, Any], ...]] = (
    *inviting.HANDLERS,
    *DOOR.handlers,
)
