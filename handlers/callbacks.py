"""Callback data: what a button carries, packed into Telegram's 64 bytes and unpacked again.

The data of a button is the name of its screen and what the screen needs, joined by colons:
``day:asp12:3:0``. It stays valid for as long as the message stands, across versions.
"""

from datetime import time
from typing import Final, NamedTuple

from telegram import Update
from telegram.constants import InlineKeyboardButtonLimit

from data import offsets

MAX_BYTES: Final = InlineKeyboardButtonLimit.MAX_CALLBACK_DATA

# What buttons carry that switch something on or off, and the one that means all of a list.
ON: Final = "1"
OFF: Final = "0"
ALL: Final = "all"

# In front of the data of buttons whose message must stay as it is.
FRESH: Final = "+"


class Screen(NamedTuple):
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
        return self.parts_of(query.data if query and isinstance(query.data, str) else "")

    def parts_of(self, data: str) -> list[str]:
        """Return the parts of callback data, empty where they are missing."""
        carried = data.split(":")[1:] + [""] * self.parts
        return carried[: self.parts]

    def is_named_in(self, data: object) -> bool:
        """Tell whether callback data leads to this screen."""
        return isinstance(data, str) and data.removeprefix(FRESH).split(":")[0] == self.name


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

# Of these the first part is the chat that is meant, 0 for the one where the button stands.
SUBSCRIBE: Final = Screen("subscribe", 2)  # chat, session or none for the one it reads
SUBSCRIBE_AT: Final = Screen("subscribe-at", 3)  # chat, hour or none, zone
UNSUBSCRIBE: Final = Screen("unsubscribe", 1)  # chat
REPLAY: Final = Screen("replay", 3)  # chat, session, replay|at_once|wait
SETTINGS: Final = Screen("settings", 1)  # chat
HOURS: Final = Screen("hours", 1)  # chat
MINUTES: Final = Screen("minutes", 2)  # chat, hour 0 to 23
AT: Final = Screen("at", 3)  # chat, hour or none, zone or none: change them
REGIONS: Final = Screen("regions", 1)  # chat
REGION: Final = Screen("region", 3)  # chat, region, page
LISTED: Final = Screen("lists", 3)  # chat, topic or ALL or none, ON or OFF: topics in digests
SILENT: Final = Screen("silent", 2)  # chat, ON or OFF
PAUSE: Final = Screen("pause", 2)  # chat, ON or OFF
TRY_AGAIN: Final = Screen("try-again", 1)  # chat: write to it again
ELSEWHERE: Final = Screen("elsewhere", 0)
PRIVACY: Final = Screen("privacy", 1)  # chat
MYDATA: Final = Screen("mydata", 1)  # chat
FORGET: Final = Screen("forget", 2)  # chat, ON to do it or none to be asked first

# Of these nobody but editors and owners hears anything.
SUMMARIES: Final = Screen("summaries", 1)  # session
SUMMARY: Final = Screen("summary", 2)  # session, day
WRITE: Final = Screen("write", 3)  # session, day, language or none
CORRECT: Final = Screen("correct", 3)  # session, day, language or none
RETRACT: Final = Screen("retract", 4)  # session, day, now|why|none, draft that holds the reason
HISTORY: Final = Screen("history", 3)  # session, day, page
REVISION: Final = Screen("revision", 3)  # session, day, revision
RESTORE: Final = Screen("restore", 3)  # session, day, revision
UNDO: Final = Screen("undo", 3)  # session, day, revision
DRAFTS: Final = Screen("drafts", 0)
DRAFT: Final = Screen("draft", 3)  # number, what to do with it, with what
PUBLISH: Final = Screen("publish", 4)  # draft, version, revision that stands, what was answered
FORM: Final = Screen("form", 3)  # draft, field, number of a choice or skip|back|again
KEEP: Final = Screen("keep", 2)  # draft, version
UNDO_CHANGE: Final = Screen("undo-change", 1)  # its number in the log
OWN: Final = Screen("own", 3)  # session, kind, page
CHANGED: Final = Screen("rc", 3)  # session, kind, id
CHANGED_FIELD: Final = Screen("rf", 4)  # session, kind, id, field
REMOVED: Final = Screen("rr", 4)  # session, kind, id, now or none to be asked first
INVITATION: Final = Screen("invitation", 1)  # beginning of its hash: revoke it
EDITOR: Final = Screen("editor", 2)  # user id, revoke|back
EDITORS: Final = Screen("editors", 0)
AUDIT: Final = Screen("audit", 1)  # page
CHANGE: Final = Screen("change", 1)  # its number in the log
DELIVERY: Final = Screen("delivery", 3)  # session, day, stop|on|none
STATS: Final = Screen("stats", 0)
BROADCAST: Final = Screen("broadcast", 2)  # draft, version
UNDO_BROADCAST: Final = Screen("undo-broadcast", 1)  # its number

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


def number_in(text: str) -> int:
    """Return the number that data carries; 0 where it carries none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


def of_hour(hour: time | None) -> str:
    """Return how data carries an hour of day: ``0730``; nothing for None."""
    return f"{hour:%H%M}" if hour else ""


def hour_in(text: str) -> time | None:
    """Return the hour that data carries; None where it carries none."""
    hour, minute = text[:2], text[2:]
    if not (text.isascii() and text.isdecimal() and len(text) == 4):
        return None
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None


def of_zone(zone: str) -> str:
    """Return how data carries the name under which a zone is kept."""
    return zone.replace(":", "")


def zone_in(text: str) -> str | None:
    """Return the name of the zone that data carries; None where it carries none that there is."""
    from data import zones

    offset = offsets.read(text)
    name = text if offset is None else offsets.key(offset)
    try:
        zones.of(name)
    except ValueError:
        return None
    return name


def of_record(session: str, kind: str, identity: str) -> str:
    """Return the callback data of the screen that shows a record, or the list it stands in."""
    if kind in RECORDS and identity != "all":
        return RECORDS[kind](session, identity)
    return LISTS[kind](session)
