"""What is no update of Telegram's is not taken, with one line in the log, and harms nobody."""

import copy
import logging
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.admission import Admission
from bot.localapi import LocalApi
from bot.processing import inbox_of
from handlers.context import App
from tests.conversation import Conversation

Json = dict[str, Any]
NOW = datetime(2013, 11, 22, 12, tzinfo=UTC)
ANN: Json = {"id": 7, "is_bot": False, "first_name": "Ann"}
PRIVATE: Json = {"id": 7, "type": "private", "first_name": "Ann"}
FILE: Json = {"file_id": "f", "file_unique_id": "u"}
COMMAND: Json = {"type": "bot_command", "offset": 0, "length": 4}
MESSAGE: Json = {
    "message_id": 5,
    "date": 1_385_121_600,
    "chat": PRIVATE,
    "from": ANN,
    "text": "/day 3",
    "entities": [COMMAND],
    "reply_to_message": {"message_id": 4, "date": 1_385_121_500, "chat": PRIVATE},
    "document": FILE | {"file_name": "a.md", "file_size": 3},
    "photo": [FILE],
}
MEMBER: Json = {"status": "member", "user": ANN}
CONTENTS: Json = {
    "message": MESSAGE,
    "edited_message": MESSAGE | {"edit_date": 1_385_121_700},
    "callback_query": {"id": "1", "from": ANN, "message": MESSAGE, "data": "day:asp12:3:0"},
    "inline_query": {"id": "1", "from": ANN, "query": "budget", "offset": ""},
    "my_chat_member": {
        "chat": PRIVATE,
        "from": ANN,
        "date": 1_385_121_600,
        "old_chat_member": MEMBER,
        "new_chat_member": MEMBER | {"status": "kicked"},
    },
}
FIELDS = [
    "message.message_id",
    "message.date",
    "message.chat",
    "message.chat.id",
    "message.chat.type",
    "message.from",
    "message.from.id",
    "message.from.is_bot",
    "message.text",
    "message.entities",
    "message.entities.0",
    "message.entities.0.offset",
    "message.reply_to_message.message_id",
    "message.document.file_id",
    "message.document.file_name",
    "message.photo.0.file_id",
    "edited_message.message_id",
    "edited_message.edit_date",
    "callback_query.id",
    "callback_query.from",
    "callback_query.from.id",
    "callback_query.data",
    "callback_query.message",
    "callback_query.message.chat",
    "callback_query.message.message_id",
    "inline_query.id",
    "inline_query.query",
    "inline_query.from.id",
    "inline_query.offset",
    "my_chat_member.chat.id",
    "my_chat_member.from",
    "my_chat_member.date",
    "my_chat_member.new_chat_member.status",
]
NEEDED = [
    "message.message_id",
    "message.date",
    "message.chat",
    "message.chat.id",
    "message.from.id",
    "edited_message.message_id",
    "callback_query.id",
    "callback_query.from",
    "callback_query.message.chat",
    "callback_query.message.message_id",
    "inline_query.id",
    "inline_query.query",
    "inline_query.from",
    "my_chat_member.chat",
    "my_chat_member.new_chat_member",
]


def taken(update: Any) -> bool:
    made = Admission(frozenset({"day"}))
    made.open(1, "asp_bot")
    return bool(made.admitted([update], NOW))


def damaged(field: str, value: Any = None, *, left_out: bool = False) -> Json:
    """A whole update, but for one field."""
    kind, *way = field.split(".")
    held: Any = {kind: copy.deepcopy(CONTENTS[kind])}
    update: Json = {"update_id": 1, **held}
    *way, last = kind, *way
    held = update
    for step in way:
        held = held[int(step) if isinstance(held, list) else step]
    if left_out:
        del held[last]
    else:
        held[int(last) if isinstance(held, list) else last] = value
    return update


@pytest.mark.parametrize("kind", CONTENTS)
def test_what_telegram_sends_is_taken(kind: str) -> None:
    assert taken({"update_id": 1, kind: CONTENTS[kind]})


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", [None, 2**70, -1.5, {"x": 1}, [[]], "\ud800"], ids=repr)
def test_a_field_of_another_type_makes_it_none(field: str, value: Any) -> None:
    assert not taken(damaged(field, value))


@pytest.mark.parametrize("field", NEEDED)
def test_a_field_that_is_missing_makes_it_none(field: str) -> None:
    assert not taken(damaged(field, left_out=True))


@pytest.mark.parametrize("number", [None, "1", True, -1, 2**63, 1.0])
def test_an_update_without_its_number_is_none(number: Any) -> None:
    assert not taken({"update_id": number, "message": MESSAGE})


@pytest.mark.parametrize("update", [None, [], "x", 1, {}])
def test_what_is_no_record_is_none(update: Any) -> None:
    assert not taken(update)


def test_of_an_update_only_what_it_is_about_is_taken() -> None:
    made = Admission(frozenset({"day"}))
    whole = {"update_id": 1, "message": MESSAGE}
    (found,) = made.admitted([whole | {"channel_post": "x"}], NOW).values()
    assert found.update == whole


async def test_an_entity_that_cuts_a_character_in_two_keeps_no_command_from_its_answer(
    application: App, api: LocalApi, ann: Conversation
) -> None:
    await ann.sends("/help")
    cut = {"type": "bot_command", "offset": 0, "length": 7}
    chat = {"id": ann.person.id, "type": "private"}
    sender = {"id": ann.person.id, "is_bot": False, "first_name": "Ann"}
    sent = {"message_id": 9, "date": int(NOW.timestamp()), "chat": chat, "from": sender}
    update = {"update_id": 10**9, "message": sent | {"text": "/piano\U0001f3b9", "entities": [cut]}}
    await inbox_of(application).take([update])
    await api.settled(application)
    assert "/piano" in api.messages(ann.place)[-1].content


async def test_the_log_says_so_in_one_line_and_the_next_is_answered(
    application: App, api: LocalApi, ann: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    none = damaged("message.message_id", "x") | {"update_id": 10**9}
    with caplog.at_level(logging.WARNING):
        await inbox_of(application).take([none])
    (line,) = (each.getMessage() for each in caplog.records)
    assert line.startswith("An update is none: ValueError, at bot/admission.py")
    assert "Day 3 of 8" in (await ann.sends("/day 3")).content
    assert not api.called("sendDocument")
