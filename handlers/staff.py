"""What there is for editors and owners, behind one door."""

from typing import Any, Final

from telegram.ext import BaseHandler, MessageHandler, filters

from handlers import callbacks
from handlers.context import Context
from handlers.door import Desk, Door
from handlers.later import Later, desk, named

EDITORS: Final[tuple[Desk, ...]] = (
    desk("handlers.editors.summaries", ["summaries"], [callbacks.SUMMARIES, callbacks.SUMMARY]),
    desk(
        "handlers.editors.writing", ["addsummary", "correct"], [callbacks.WRITE, callbacks.CORRECT]
    ),
    desk(
        "handlers.editors.deciding",
        ["done", "cancel", "drafts"],
        [callbacks.DRAFT, callbacks.DRAFTS],
    ),
    desk("handlers.editors.publishing", [], [callbacks.PUBLISH, callbacks.UNDO]),
    desk("handlers.editors.retracting", ["retract"], [callbacks.RETRACT]),
    desk(
        "handlers.editors.history",
        ["history"],
        [callbacks.HISTORY, callbacks.REVISION, callbacks.RESTORE],
    ),
    desk("handlers.editors.log", ["audit"], [callbacks.AUDIT, callbacks.CHANGE]),
    desk(
        "handlers.editors.records",
        ["addoutcome", "addpledge", "addelection", "adddocument"],
        [callbacks.FORM],
    ),
    desk(
        "handlers.editors.keeping",
        [],
        [
            callbacks.KEEP,
            callbacks.UNDO_CHANGE,
            callbacks.OWN,
            callbacks.CHANGED,
            callbacks.CHANGED_FIELD,
            callbacks.REMOVED,
        ],
    ),
    # Here nothing is told in advance: whatever an editor sends is shown to it.
    Desk(
        takes=(Later("handlers.editors.taking", lambda taking: taking.DESK.takes[0]),),
        edited=(Later("handlers.editors.taking", lambda taking: taking.DESK.edited[0]),),
    ),
)
OWNERS: Final[tuple[Desk, ...]] = (
    desk("handlers.owners.inviting", ["invite"], [callbacks.INVITATION]),
    desk("handlers.owners.editors", ["editors", "revoke"], [callbacks.EDITORS, callbacks.EDITOR]),
    desk("handlers.owners.delivery", ["delivery"], [callbacks.DELIVERY]),
    desk("handlers.owners.stats", ["stats"], [callbacks.STATS]),
    desk(
        "handlers.owners.broadcasting",
        ["broadcast"],
        [callbacks.BROADCAST, callbacks.UNDO_BROADCAST],
    ),
)
DOOR: Final = Door(EDITORS, OWNERS)
# Opening an invitation is the one act here that is not an editor's: it makes one.
HANDLERS: Final[tuple[BaseHandler[Any, Context, Any], ...]] = (
    MessageHandler(
        filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & filters.Regex(r"^/start\b"),
        named("handlers.owners.inviting", "take"),
    ),
    *DOOR.handlers,
)
