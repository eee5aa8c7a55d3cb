"""Buttons are numbered, and each number does what the button does."""

import datetime as dt

from bot.localapi import LocalApi, Message
from bot.terminal import buttons
from bot.terminal.buttons import Button


def message(**markup: object) -> Message:
    api = LocalApi()
    chat = api.private(api.person("Ann")).chat
    return Message(1, chat, api.bot, dt.datetime(2013, 11, 22, tzinfo=dt.UTC), markup=markup)


def test_each_kind_of_button_is_known_by_what_it_does() -> None:
    rows = [
        [{"text": "Day 2", "callback_data": "day:2"}],
        [{"text": "Share", "url": "https://t.me/share/url?url=x"}],
        [{"text": "In private", "url": "https://t.me/Asp_Bot?start=asp12-d-3"}],
        [{"text": "Copy", "copy_text": {"text": "ICC-ASP/12/Res.1"}}],
        [{"text": "Here", "switch_inline_query_current_chat": "budget"}],
        [{"text": "Elsewhere", "switch_inline_query": ""}],
        [{"text": "Chosen", "switch_inline_query_chosen_chat": {"query": "day"}}],
        [{"text": "App", "web_app": {"url": "https://e.org"}}],
    ]
    assert [row[0] for row in buttons.of(message(inline_keyboard=rows), "asp_bot")] == [
        Button("Day 2", "tap", "day:2"),
        Button("Share", "open", "https://t.me/share/url?url=x"),
        Button("In private", "start", "/start asp12-d-3"),
        Button("Copy", "copy", "ICC-ASP/12/Res.1"),
        Button("Here", "ask_here", "budget"),
        Button("Elsewhere", "ask_elsewhere", ""),
        Button("Chosen", "ask_elsewhere", "day"),
        Button("App", "nothing"),
    ]


def test_the_buttons_below_the_text_field_say_their_label_or_share_a_chat() -> None:
    choose = {"text": "A channel", "request_chat": {"request_id": 1, "chat_is_channel": True}}
    keyboard = message(keyboard=[[choose, {"text": "Cancel"}]])
    assert buttons.of(keyboard, "asp_bot") == [
        [Button("A channel", "share", "channel"), Button("Cancel", "say", "Cancel")]
    ]


def test_rows_are_numbered_throughout() -> None:
    rows = [[Button("◀ Day 2", "tap"), Button("Day 4 ▶", "tap")], [Button("Share", "open")]]
    assert buttons.lines(rows) == ["[1] ◀ Day 2  [2] Day 4 ▶", "[3] Share ↗"]


def test_a_row_that_is_too_wide_goes_on_below() -> None:
    rows = [[Button("One", "tap"), Button("Two", "tap"), Button("Three", "tap")]]
    assert buttons.lines(rows, 16) == ["[1] One  [2] Two", "[3] Three"]
