"""Whatever a bot sends, the server answers or refuses; it never stumbles."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Bot
from telegram.error import NetworkError

from bot.localapi import ApiError, LocalApi, Place
from bot.localapi.methods import METHODS, Parameters

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 2000),
    st.sampled_from(["", "1", "x", "@x", "<b>x", "HTML", "photo", "attach://x", "[", "{}", "[1]"]),
)
NAMES = st.sampled_from(
    [
        "type",
        "text",
        "message_id",
        "chat_id",
        "user_id",
        "offset",
        "length",
        "id",
        "url",
        "media",
        "command",
        "description",
        "inline_keyboard",
        "keyboard",
        "callback_data",
        "copy_text",
        "request_chat",
        "request_id",
        "input_message_content",
        "message_text",
        "title",
        "user",
        "custom_emoji_id",
    ]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)
PARAMETERS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(
        (
            "text",
            "parse_mode",
            "entities",
            "message_id",
            "message_ids",
            "reply_markup",
            "reply_parameters",
            "link_preview_options",
            "message_thread_id",
            "caption",
            "caption_entities",
            "media",
            "photo",
            "document",
            "from_chat_id",
            "callback_query_id",
            "inline_query_id",
            "results",
            "button",
            "commands",
            "scope",
            "language_code",
            "user_id",
            "action",
            "url",
            "menu_button",
            "rights",
            "reaction",
            "file_id",
            "description",
            "cache_time",
            "allowed_updates",
        ),
        VALUES,
    ),
)
CHATS: st.SearchStrategy[Any] = st.sampled_from([1001, -1_000_000_005_001, "@x", "x", None, {}, 5])


@pytest.mark.parametrize("name", sorted(set(METHODS) - {"getupdates"}))
@settings(max_examples=5, deadline=None)
@given(parameters=PARAMETERS, chat_id=CHATS)
def test_every_method_answers_or_refuses(
    name: str, parameters: dict[str, Any], chat_id: object
) -> None:
    api = LocalApi(now=lambda: datetime(2013, 11, 22, tzinfo=UTC))
    ann = api.person("Ann")
    api.says(ann, api.private(ann), "/start")
    api.supergroup("Team", members=[ann], bot="administrator")
    try:
        METHODS[name](api.world, Parameters({"chat_id": chat_id, **parameters}, {}))
    except ApiError as error:
        refusal = error.description
    else:
        refusal = "none"
    assert refusal


async def test_a_mistake_of_the_server_itself_does_not_pass_unseen(
    api: LocalApi, bot: Bot, place: Place
) -> None:
    place.chat.messages = None  # type: ignore[assignment]  # the mistake
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(place.id, "x")
    assert api.violations == ["sendMessage: the local Bot API stumbled: TypeError"]
