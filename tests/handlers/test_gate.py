"""What is for the bot, told from the update as Telegram gives it, before anything is kept."""

from typing import Any

import pytest

from handlers import GROUPS
from handlers.gate import KINDS, Gate, commands_in

BOT = 1
GATE = Gate(BOT, "asp_bot", commands_in(GROUPS))
ANN = {"id": 7, "is_bot": False, "first_name": "Ann"}
OTHER_BOT = {"id": 8, "is_bot": True, "first_name": "Bot"}
THIS_BOT = {"id": BOT, "is_bot": True, "first_name": "ASP"}
PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -1005, "type": "supergroup"}


def message(text: str | None = "hello", *, chat: dict[str, Any] = GROUP, **more: Any) -> Any:
    made: dict[str, Any] = {"message_id": 1, "date": 0, "chat": chat, "from": ANN} | more
    if text is not None:
        made["text"] = text
    if text and text.startswith("/"):
        length = len(text.split()[0])
        made["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"update_id": 1, "message": made}


@pytest.mark.parametrize(
    "update",
    [
        message(chat=PRIVATE),
        message(None, chat=PRIVATE, voice={}),
        message("/day 3"),
        message("/DAY 3"),
        message("/day@asp_bot 3"),
        message("/day@ASP_bot 3"),
        message("and day 4?", reply_to_message={"from": THIS_BOT}),
        message("/day", **{"from": OTHER_BOT, "sender_chat": GROUP}),  # an anonymous administrator
        message(None, migrate_to_chat_id=-1006),
        message(None, forum_topic_reopened={}),
        {"update_id": 1, "edited_message": message("/day 3")["message"]},
        {"update_id": 1, "callback_query": {"id": "1", "from": ANN, "data": "day:asp12:3:0"}},
        {"update_id": 1, "inline_query": {"id": "1", "from": ANN, "query": "", "offset": ""}},
        {"update_id": 1, "my_chat_member": {"chat": GROUP, "from": ANN}},
    ],
)
def test_it_lets_in_what_is_for_the_bot(update: Any) -> None:
    assert GATE.lets_in(update)


@pytest.mark.parametrize(
    "update",
    [
        message("what people say among themselves"),
        message("they said /day 3 to me"),
        message("/weather"),
        message("/day@weather_bot 3"),
        message("thanks", reply_to_message={"from": OTHER_BOT}),
        message("/weather", reply_to_message={"from": THIS_BOT}),
        message("new here", reply_to_message={"from": THIS_BOT, "forum_topic_created": {}}),
        message(None, photo=[], caption="look"),
        message(None, photo=[], reply_to_message={"from": THIS_BOT}),
        message(None, new_chat_members=[ANN]),
        message("/day 3", **{"from": OTHER_BOT}),
        message("/day 3", sender_chat={"id": -1009, "type": "channel"}),
        message("/day 3", sender_chat=GROUP, is_automatic_forward=True),
        message("Outcome 1", chat=PRIVATE, via_bot=THIS_BOT),
        message("/day 3", chat={"id": -1009, "type": "channel"}),
        {"update_id": 1, "channel_post": message("/day 3")["message"]},
        {"update_id": 1, "chat_member": {"chat": GROUP, "from": ANN}},
        {"update_id": 1},
    ],
)
def test_it_keeps_out_what_is_not(update: Any) -> None:
    assert not GATE.lets_in(update)


def test_only_kinds_that_are_let_in_are_asked_for() -> None:
    assert set(KINDS) == {
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "my_chat_member",
    }
