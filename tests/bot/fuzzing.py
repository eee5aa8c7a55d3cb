"""Hostile inputs of every kind, through the whole application, and what must hold after them.

By hand, long: ``python -m tests.bot.fuzzing --inputs 100000``.
"""

import argparse
import asyncio
import itertools
import logging
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from telegram.constants import MessageEntityType
from telegram.ext import CommandHandler

from bot.application import build
from bot.localapi import LocalApi, Place
from bot.polling import polled
from bot.processing import inbox_of
from data import content, inbox
from data.clock import SettableClock
from data.store import open_store
from handlers import GROUPS, callbacks
from handlers.context import App
from tests.conftest import AFTER_THE_SESSION

Json = dict[str, Any]
# What the API says of queries and messages that were made up here.
_OF_OURS: Final = ("query ID is invalid", "message to be replied not found")
EVIL: Final = "evil.example"
TOGETHER: Final = 50
COMMANDS: Final = sorted(
    name
    for handlers in GROUPS
    for each in handlers
    if isinstance(each, CommandHandler)
    for name in each.commands
)
SCREENS: Final = sorted(
    each.name for each in vars(callbacks).values() if isinstance(each, callbacks.Screen)
)
CRAFTED: Final = (
    "",
    " ",
    "\x00",
    "\u200f\u202e\u2066",
    "<b>bold</b>",
    f'<a href="https://{EVIL}/">click</a>',
    f"[click](https://{EVIL}/)",
    f"<a href='https://{EVIL}/'><b><i>",
    "</b></i></a>&lt;&amp;&#x27;",
    "%s %(number)s %d {0} {text} $a ${b}",
    "' or 1=1 --",
    '"; drop table inbox; --',
    'NOT AND ( OR "unclosed * NEAR/2 ^ :',
    "../../../../etc/passwd",
    "a" * 4096,
    "🏳️‍🌈" * 500,
    "\U0001f600" * 2048,
    "ﷺ" * 1000,
    "e\u0301" * 2000,
    "مُحَاكَمَة " * 200,
    "9" * 400,
    "-1",
    "0",
    "٣",
    "1e308",
    "NaN",
    "2013-11-31",
    "31 Feb",
    "\n" * 300,
    "::::::",
    "ا" * 64,
    "/day" * 500,
    "@asp_bot",
    "asp12-o-budget-total",
    "asp12-d-3",
    "invite_" + "x" * 60,
)
ALPHABETS: Final = (
    "abcdefghijklmnopqrstuvwxyz ",
    "<>&\"'`*_[]()~#+-=|{}.!/\\%$:;,@^ \n\t",
    "éèàçñüœß¿¡ ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىء ",
    "0123456789.:-/ ٠١٢٣٤٥٦٧٨٩",
    "\u200b\u200d\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\x01\x1f\x7f",
    "😀👩‍👩‍👧‍👦🇳🇱\U0001d400\U0010ffff",
)


@dataclass
class Fuzzed:
    """How it went: what was taken amiss, and how memory stood (MB)."""

    inputs: int = 0
    complaints: list[str] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


class Hostile(random.Random):
    """Makes hostile updates, the same for the same seed."""

    def __init__(self, seed: int, places: list[tuple[int, Place]], shown: dict[int, int]) -> None:
        super().__init__(seed)
        self._places = places
        self._shown = shown
        self._numbers = itertools.count(10**9)  # far from those that the API gives
        self.damaged: set[int] = set()

    def update(self) -> Json:
        """The next update."""
        make: Callable[[], Json] = self.choice(
            (self._message, self._message, self._message, self._tap, self._tap, self._inline)
        )
        update = {"update_id": next(self._numbers), **make()}
        if self.random() < 0.05:
            self.damaged.add(update["update_id"])
            self._damage(update)
        return update

    def _text(self) -> str:
        kind = self.random()
        if kind < 0.3:
            return self.choice(CRAFTED)
        if kind < 0.8:
            letters = self.choice(ALPHABETS)
            return "".join(self.choices(letters, k=self.choice((1, 5, 20, 60, 300))))
        return self.choice(CRAFTED) + self.choice(CRAFTED)

    def _said(self) -> str:
        kind = self.random()
        if kind < 0.5:
            return f"/{self.choice(COMMANDS)} {self._text()}"[:4096]
        if kind < 0.6:
            return f"/start {self._text()}"[:4096]
        return self._text()[:4096] or "x"

    def _message(self) -> Json:
        person, place = self.choice(self._places)
        kind = "private" if place.id > 0 else "supergroup"
        message: Json = {
            "message_id": self.randrange(1, 10_000),
            "from": {"id": person, "is_bot": False, "first_name": self._text()[:64] or "x"},
            "chat": {"id": place.id, "type": kind, "title": self._text()[:64]},
            "date": int(AFTER_THE_SESSION.timestamp()),
        }
        message |= self._content()
        return {self.choice(("message", "message", "edited_message")): message}

    def _content(self) -> Json:
        kind = self.random()
        if kind < 0.85:
            text = self._said()
            return {"text": text, "entities": list(self._entities(text))}
        file = {"file_id": "f", "file_unique_id": "f", "file_size": self.choice((1, 10**9))}
        if kind < 0.95:
            named = {"file_name": self._text()[:255], "mime_type": self._text()[:60]}
            return {"document": file | named, "caption": self._text()[:1024]}
        return self.choice(
            (
                {"voice": file | {"duration": 1}},
                {"location": {"latitude": 0.0, "longitude": 0.0}},
                {"migrate_to_chat_id": -1000000000001},
                {"new_chat_title": self._text()[:64]},
                {"left_chat_member": {"id": 1, "is_bot": True, "first_name": "x"}},
            )
        )

    def _entities(self, text: str) -> Iterator[Json]:
        if text.startswith("/"):
            end = len(text.split(maxsplit=1)[0])
            yield {"type": "bot_command", "offset": 0, "length": end}
        for _ in range(self.choice((0, 0, 1, 5, 120))):
            kind = self.choice([*map(str, MessageEntityType)])
            offset, length = self.randrange(5000), self.choice((0, 1, 10, 4096))
            made = {"type": kind, "offset": offset, "length": length}
            if kind == "text_link":
                made["url"] = self.choice((f"https://{EVIL}/", "javascript:alert(1)", "tg://x", ""))
            yield made

    def _tap(self) -> Json:
        person, place = self.choice(self._places)
        data = self.choice(
            (
                self._text()[:64],
                f"{self.choice(SCREENS)}:asp12:{self._text()}"[:64],
                ":".join([self.choice(SCREENS), *(self._text() for _ in range(4))])[:64],
                f"{self.choice(SCREENS)}:asp12:{self.randrange(-5, 200)}:{self.randrange(-5, 99)}",
            )
        )
        message = {
            "message_id": self._shown[place.id],
            "chat": {"id": place.id, "type": "private" if place.id > 0 else "supergroup"},
            "date": self.choice((0, int(AFTER_THE_SESSION.timestamp()))),
            "text": self._text() or "x",
        }
        return {
            "callback_query": {
                "id": str(self.randrange(10**9)),
                "from": {"id": person, "is_bot": False, "first_name": "Ann"},
                "chat_instance": "1",
                "message": message,
                "data": data,
            }
        }

    def _inline(self) -> Json:
        person, _ = self.choice(self._places)
        return {
            "inline_query": {
                "id": str(self.randrange(10**9)),
                "from": {"id": person, "is_bot": False, "first_name": "Ann"},
                "query": self._text()[:256],
                "offset": self.choice(("", "1", "-1", "x", "9" * 30)),
            }
        }

    def _damage(self, update: Json) -> None:
        """Damage an update as Telegram never would; a webhook's secret may leak."""
        for _ in range(self.randrange(1, 4)):
            held: Any = update
            while isinstance(held, dict) and held and self.random() < 0.7:
                key = self.choice(list(held))
                if not isinstance(held[key], dict) or self.random() < 0.3:
                    held[key] = self.choice((None, "", [], {}, -1, 2**70, "x", True, [{}], 1.5))
                    break
                held = held[key]


class Complaints(logging.Handler):
    """Keeps what is logged as an error, but that a ``damaged`` update is not taken.

    Nor can it be answered where its chat is one that is not there.
    """

    def __init__(self, found: list[str], damaged: set[int]) -> None:
        super().__init__(logging.ERROR)
        self._found = found
        self._damaged = damaged

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        said = record.getMessage()
        unread = re.fullmatch(r"Update (\d+) cannot be read: .*", said)
        if said.startswith("An update is none") or (unread and int(unread[1]) in self._damaged):
            return
        nowhere = re.fullmatch(r"An update was not answered: \w+ (\d+)", said)
        error = record.exc_info[1] if record.exc_info else None
        if nowhere and int(nowhere[1]) in self._damaged and str(error) == "Chat not found":
            return
        trace = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        self._found.append(f"{record.name}: {said}\n{trace}")


async def fuzz(inputs: int, folder: Path, *, seed: int = 0) -> Fuzzed:
    """Feed so many hostile updates to the application; its store is made in ``folder``."""
    result = Fuzzed()
    clock = SettableClock(AFTER_THE_SESSION)
    api = LocalApi(now=clock.now, username="asp_bot")
    with ExitStack() as stack:
        db = stack.enter_context(open_store(folder / "fuzz.db"))
        content.load_shipped(db)
        owner, ann, bo = (api.person(name) for name in ("Olga", "Ann", "Bo"))
        application = build(
            request=api, db=db, clock=clock, owners=frozenset({owner.id}), pause=_at_once
        )
        team = api.supergroup("Team", members=[ann], administrators=[owner])
        places: list[tuple[int, Place]] = [
            (owner.id, api.private(owner)),
            (ann.id, api.private(ann)),
            (ann.id, team),
            (owner.id, team),
        ]
        async with polled(application):
            for person, place in ((owner, places[0][1]), (ann, places[1][1]), (ann, team)):
                api.says(person, place, "/days")
            shown = await _answer(api, application, bo)
            await api.settled(application)
            standing = {place.id: api.messages(place)[-1].message_id for _, place in places}
            hostile = Hostile(seed, places, standing)
            complaints = Complaints(result.complaints, hostile.damaged)
            logging.getLogger().addHandler(complaints)
            stack.callback(logging.getLogger().removeHandler, complaints)
            while result.inputs < inputs:
                await inbox_of(application).take([hostile.update() for _ in range(TOGETHER)])
                await application.update_queue.join()
                result.inputs += TOGETHER
                _look(api, result, editor=owner.id)
                heard = await _answer(api, application, bo)
                if heard != shown:
                    result.complaints.append(f"the next person was answered: {heard[:300]}")
                result.memory.append(_memory())
        if inbox.waiting(db):
            result.complaints.append("updates were left in the inbox")
    return result


async def _at_once(_seconds: float) -> None:
    await asyncio.sleep(0)


async def _answer(api: LocalApi, application: App, person: Any) -> str:
    """Let a person who does no harm ask something, and return the answer."""
    api.says(person, api.private(person), "/day 3")
    await api.settled(application)
    return api.messages(api.private(person))[-1].content


def _look(api: LocalApi, result: Fuzzed, *, editor: int) -> None:
    """Look at all that was sent meanwhile, and forget it.

    A link that the ``editor`` sent as formatting is hers: her draft is shown to her with it.
    """
    violations = (each for each in api.violations if not each.endswith(_OF_OURS))
    result.complaints.extend(f"violation: {each}" for each in violations)
    api.violations.clear()
    for call in api.calls:
        given = call.parameters
        if given.get("parse_mode"):
            result.complaints.append(f"sent as markup: {call.method}")
        said = str(given.get("text") or given.get("caption") or "")
        if "Traceback" in said or "Error:" in said:
            result.complaints.append(f"a traceback was sent: {said[:200]}")
        hers = given.get("chat_id") == editor
        for part in ("entities", "caption_entities", "reply_markup", "results")[hers:]:
            if f"//{EVIL}" in str(given.get(part)):
                result.complaints.append(f"markup was injected: {call.method} {given[part]}"[:500])
    api.calls.clear()
    # Nor do the server's own files count for the bot's memory; the bot still names pictures.
    files = api.world.files
    for held in [each for each in files._by_id.values() if each.kind == "document"]:  # noqa: SLF001 - it forgets none
        del files._by_id[held.file_id], files._by_path[held.path]  # noqa: SLF001 - as above
    for chat in api.world.chats.values():  # the newest and the oldest will do
        for number in list(chat.messages)[20:-20]:
            del chat.messages[number]


def _memory() -> float:
    with open("/proc/self/statm", "rb") as found:  # noqa: PTH123 - read ten times a second
        return int(found.read().split()[1]) * resource.getpagesize() / 1e6


def main() -> None:
    """Run it by hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    given = parser.parse_args()
    logging.basicConfig(level=logging.ERROR, handlers=[logging.NullHandler()])
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        result = asyncio.run(fuzz(given.inputs, Path(folder), seed=given.seed))
    steps = result.memory[:: max(1, len(result.memory) // 10)]
    sys.stdout.write(
        f"{result.inputs} inputs, seed {given.seed}, in {time.monotonic() - began:.0f} s\n"
        f"memory: {' '.join(f'{each:.0f}' for each in steps)} MB\n"
        f"{len(result.complaints)} complaints\n"
    )
    for each in dict.fromkeys(result.complaints):
        sys.stdout.write(f"- {each}\n")
    sys.exit(bool(result.complaints))


if __name__ == "__main__":
    main()
