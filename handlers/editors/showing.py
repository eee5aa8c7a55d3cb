"""How a draft of each kind is shown when it is done."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from telegram import Update

from data.work import Work
from handlers.context import Context
from handlers.editors import previewing, records
from handlers.owners import broadcasting

Show = Callable[[Update, Context, Work], Awaitable[None]]
SHOWN: Final[Mapping[str, Show]] = {
    "summary": previewing.show,
    "broadcast": broadcasting.show,
    "record": records.go_on,
}
