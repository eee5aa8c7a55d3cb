"""What arrives: an update in, an answer out."""

from typing import Any

from telegram.ext import BaseHandler

from handlers import callbacks, gate, heard, staff
from handlers.context import Context
from handlers.errors import on_error
from handlers.later import handlers
from handlers.remembering import all_remembered

# What a module of handlers answers: its commands, and the screens of its buttons. The answers of
# the first are remembered.
LOOK_UPS = {
    "handlers.followers.days": (["day", "today", "days"], [callbacks.DAYS, callbacks.DAY]),
    "handlers.followers.outcomes": (
        ["outcomes"],
        [callbacks.TOPICS, callbacks.TOPIC, callbacks.OUTCOME],
    ),
    "handlers.followers.resolutions": (
        ["resolutions"],
        [callbacks.RESOLUTIONS, callbacks.RESOLUTION],
    ),
    "handlers.followers.elections": (["elections"], [callbacks.ELECTIONS, callbacks.ELECTION]),
    "handlers.followers.budget": (["budget"], [callbacks.BUDGET]),
    "handlers.followers.pledges": (["pledges"], [callbacks.PLEDGES, callbacks.PLEDGE]),
    "handlers.followers.documents": (
        ["documents"],
        [callbacks.DOCUMENTS, callbacks.DOCUMENTS_FOUND, callbacks.DOCUMENT],
    ),
    "handlers.followers.milestones": ([], [callbacks.MILESTONES]),
    "handlers.followers.states": (
        ["state"],
        [callbacks.STATES, callbacks.STATE, callbacks.STATEMENT],
    ),
    "handlers.followers.people": ([], [callbacks.PERSON]),
    "handlers.followers.glossary": (["glossary"], [callbacks.GLOSSARY, callbacks.TERM]),
    "handlers.followers.conflicts": ([], [callbacks.CONFLICT]),
    "handlers.followers.records": ([], [callbacks.SOURCES]),
    "handlers.followers.search": (["search"], [callbacks.SEARCH]),
    "handlers.followers.ask": (["ask"], []),
}
OTHERS = {
    "handlers.followers.start": (["start", "help"], [callbacks.START, callbacks.HELP]),
    "handlers.followers.identity": (["id"], []),
    "handlers.followers.charts": ([], [callbacks.CHART]),
    "handlers.followers.programme": (["programme"], [callbacks.PROGRAMME, callbacks.EVENT]),
    "handlers.followers.calendar": (["calendar"], []),
    "handlers.followers.session": (["session"], [callbacks.SESSIONS, callbacks.SESSION]),
    "handlers.subscribers.subscribe": (
        ["subscribe", "unsubscribe"],
        [callbacks.SUBSCRIBE, callbacks.SUBSCRIBE_AT, callbacks.UNSUBSCRIBE],
    ),
    "handlers.subscribers.replay": ([], [callbacks.REPLAY]),
    "handlers.subscribers.settings": (
        ["settings"],
        [callbacks.SETTINGS, callbacks.SILENT, callbacks.PAUSE, callbacks.TRY_AGAIN],
    ),
    "handlers.subscribers.clocks": (
        [],
        [callbacks.HOURS, callbacks.MINUTES, callbacks.REGIONS, callbacks.REGION, callbacks.AT],
    ),
    "handlers.subscribers.topics": ([], [callbacks.LISTED]),
    "handlers.subscribers.elsewhere": ([], [callbacks.ELSEWHERE]),
    "handlers.subscribers.privacy": (
        ["privacy", "mydata", "forgetme"],
        [callbacks.PRIVACY, callbacks.MYDATA, callbacks.FORGET],
    ),
}

# The library asks one handler after another, and the first that wants an update has it. Commands
# and screens are told apart by their names, so their order is only for the reader. The rest wants
# everything that is left (questions in plain words, unknown commands, buttons of earlier
# versions), so behind it nothing would ever be asked.
HANDLERS: tuple[BaseHandler[Any, Context, Any], ...] = (
    *all_remembered(one for home, told in LOOK_UPS.items() for one in handlers(home, *told)),
    *(one for home, told in OTHERS.items() for one in handlers(home, *told)),
    *heard.INLINE,
    *heard.PICKED,
    *heard.COMINGS,
    *heard.TYPED,
    *heard.REST,
)

# The gate stands in a group of its own: it lets an update pass on to the handlers, or stops it.
# So does the door to what editors and owners do, which nobody else's update is stopped by.
GROUPS = (gate.HANDLERS, staff.HANDLERS, HANDLERS)

__all__ = ["GROUPS", "HANDLERS", "on_error"]
