"""The switchboard finds the handler that the library would find by asking each."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Update, User
from telegram.ext import CommandHandler

from bot.application import build
from bot.localapi import LocalApi
from bot.switchboard import Switchboard
from data.clock import SettableClock
from data.store import MEMORY, open_store
from handlers import GROUPS
from tests.conftest import AFTER_THE_SESSION

PERSON = {"id": 7, "is_bot": False, "first_name": "Ann"}
CHATS = ({"id": 7, "type": "private"}, {"id": -1001, "type": "supergroup", "title": "Team"})
COMMANDS = sorted(
    name
    for handlers in GROUPS
    for each in handlers
    if isinstance(each, CommandHandler)
    for name in each.commands
)
TEXTS = st.one_of(
    st.sampled_from(COMMANDS).map(lambda name: f"/{name} 3"),
    st.sampled_from(COMMANDS).map(lambda name: f"/{name.upper()}@asp_bot,3"),
    st.sampled_from(COMMANDS).map(lambda name: f"/{name}@other_bot"),
    st.sampled_from(["/", "/unknown", "/day\n3", "a question", "// ", "/day,3"]),
    st.text(max_size=20),
)


def message(text: str, chat: dict[str, Any], length: int) -> dict[str, Any]:
    made: dict[str, Any] = {"message_id": 1, "date": 0, "chat": chat, "from": PERSON}
    if text:
        made["text"] = text
    if text.startswith("/"):
        made["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return made


UPDATES = st.one_of(
    st.builds(
        lambda kind, text, chat, length: {
            kind: message(text, chat, length or len(text.partition(" ")[0]) or 1)
        },
        st.sampled_from(["message", "edited_message"]),
        TEXTS,
        st.sampled_from(CHATS),
        st.sampled_from([0, 0, 4]),
    ),
    st.text(max_size=30).map(
        lambda data: {
            "callback_query": {"id": "1", "from": PERSON, "chat_instance": "1", "data": data}
        }
    ),
    st.sampled_from(["day:asp12:3:0", "topics:asp12", "nothing", "day", "day:"]).map(
        lambda data: {
            "callback_query": {"id": "1", "from": PERSON, "chat_instance": "1", "data": data}
        }
    ),
    st.just({"inline_query": {"id": "1", "from": PERSON, "query": "budget", "offset": ""}}),
    st.just(
        {
            "message": message("", CHATS[0], 0)
            | {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 1}}
        }
    ),
)


@pytest.fixture(scope="module")
def bot() -> Iterator[Any]:
    """A bot that knows its name."""
    api = LocalApi(now=lambda: AFTER_THE_SESSION, username="asp_bot")
    with open_store(MEMORY) as db:
        application = build(request=api, db=db, clock=SettableClock(AFTER_THE_SESSION))
        user = User(1, "ASP", is_bot=True, username="asp_bot")
        application.bot._bot_user = user  # noqa: SLF001 - without a call
        yield application.bot


@settings(max_examples=300)
@given(UPDATES)
def test_it_finds_whom_the_library_would_find(bot: Any, raw: dict[str, Any]) -> None:
    update = Update.de_json({"update_id": 1, **raw}, bot)
    for handlers in GROUPS:
        asked = ((each, each.check_update(update)) for each in handlers)
        wanting = (each for each, found in asked if found is not None and found is not False)
        found = Switchboard(handlers).check_update(update)
        assert (found and found[0]) is next(wanting, None)
