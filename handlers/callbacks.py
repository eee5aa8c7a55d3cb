"""Callback data: what a button carries, packed into Telegram's 64 bytes and unpacked again.

The data of a button is the name of its screen and what the screen needs, joined by colons:
``day:asp12:3:0``. It stays valid for as long as the message stands, across versions.
"""

from dataclasses import dataclass
from typing import Final

from telegram import Update
from telegram.constants import InlineKeyboardButtonLimit

MAX_BYTES: Final = InlineKeyboardButtonLimit.MAX_CALLBACK_DATA


# In front of the data of buttons whose message must stay as it is.
FRESH: Final = "+"


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen that buttons lead to; calling it packs callback data for one of them.

    ``parts`` is how many parts its data has behind the name.
    """

    name: str
    parts: int

    def __call__(self, *parts: str | int) -> str:
        """Return the callback data of this screen. Raises ``ValueError`` beyond 64 bytes."""
        data = ":".join((self.name, *map(str, parts)))
        if len(data.encode()) > MAX_BYTES:
            raise ValueError(f"callback data of more than {MAX_BYTES} bytes: {self.name}")
        return data

    @property
    def pattern(self) -> str:
        """The pattern by which a ``CallbackQueryHandler`` knows this screen's buttons."""
        return rf"^\{FRESH}?{self.name}(:|$)"

    def read(self, update: Update) -> list[str]:
        """Return the parts that a tapped button carries, empty where they are missing."""
        query = update.callback_query
        data = query.data if query and isinstance(query.data, str) else ""
        carried = data.split(":")[1:] + [""] * self.parts
        return carried[: self.parts]


START: Final = Screen("start", 0)
HELP: Final = Screen("help", 0)
DAY: Final = Screen("day", 3)  # session, number, page
DAYS: Final = Screen("days", 1)  # session
TOPICS: Final = Screen("topics", 1)  # session
TOPIC: Final = Screen("topic", 3)  # session, topic, page
OUTCOME: Final = Screen("outcome", 2)  # session, id
RESOLUTIONS: Final = Screen("resolutions", 2)  # session, page
RESOLUTION: Final = Screen("resolution", 2)  # session, id
PLEDGES: Final = Screen("pledges", 2)  # session, page
PLEDGE: Final = Screen("pledge", 2)  # session, id
ELECTIONS: Final = Screen("elections", 2)  # session, page
ELECTION: Final = Screen("election", 2)  # session, id
BUDGET: Final = Screen("budget", 3)  # session, section or none for the first, page
CHART: Final = Screen("chart", 2)  # session, budget|pledges
DOCUMENTS: Final = Screen("documents", 2)  # session, page
DOCUMENTS_FOUND: Final = Screen("documents-found", 2)  # as SEARCH, among the documents
DOCUMENT: Final = Screen("document", 2)  # session, id
PROGRAMME: Final = Screen("programme", 3)  # session, day or 0 for all or none for what comes, page
EVENT: Final = Screen("event", 2)  # session, id
STATES: Final = Screen("states", 2)  # session, page
STATE: Final = Screen("state", 3)  # session, id, page
PERSON: Final = Screen("person", 2)  # session, id
STATEMENT: Final = Screen("statement", 2)  # session, id
GLOSSARY: Final = Screen("glossary", 2)  # session, page
TERM: Final = Screen("term", 2)  # session, id
MILESTONES: Final = Screen("milestones", 2)  # session, page
SEARCH: Final = Screen("search", 2)  # session, page; the words stand in the message
SOURCES: Final = Screen("sources", 4)  # session, kind, id or "all", page
CONFLICT: Final = Screen("conflict", 2)  # session, id
SESSIONS: Final = Screen("sessions", 0)
SESSION: Final = Screen("session", 1)  # session: choose it

RECORDS: Final = {
    "outcome": OUTCOME,
    "day": DAY,
    "resolution": RESOLUTION,
    "pledge": PLEDGE,
    "election": ELECTION,
    "document": DOCUMENT,
    "event": EVENT,
    "state": STATE,
    "person": PERSON,
    "statement": STATEMENT,
    "term": TERM,
    "conflict": CONFLICT,
}
LISTS: Final = {
    "outcome": TOPICS,
    "day": DAYS,
    "resolution": RESOLUTIONS,
    "pledge": PLEDGES,
    "election": ELECTIONS,
    "figure": BUDGET,
    "reaction": BUDGET,
    "document": DOCUMENTS,
    "event": PROGRAMME,
    "state": STATES,
    "term": GLOSSARY,
    "milestone": MILESTONES,
    "session": DAYS,
    "conflict": DAYS,
    "person": STATES,
    "statement": STATES,
}


def fresh(data: str) -> str:
    """Return callback data whose tap is answered by a new message."""
    return FRESH + data


def is_fresh(update: Update) -> bool:
    """Tell whether the tapped button's message must stay as it is."""
    query = update.callback_query
    return bool(query and isinstance(query.data, str) and query.data.startswith(FRESH))


def of_record(session: str, kind: str, identity: str) -> str:
    """Return the callback data of the screen that shows a record, or the list it stands in."""
    if kind in RECORDS and identity != "all":
        return RECORDS[kind](session, identity)
    return LISTS[kind](session)
