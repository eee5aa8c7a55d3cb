"""Formatting that Telegram never sends does not keep an editor from being answered."""

import pytest
from telegram import Chat, Message, MessageEntity

from data.clock import SettableClock
from handlers.editors.intake import typed

TEXT = "😀 The Assembly met."


def message(clock: SettableClock, entity: MessageEntity) -> Message:
    return Message(1, clock.now(), Chat(5, "private"), text=TEXT, entities=(entity,))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", "tg://user?id=5"])
def test_a_link_to_no_page_is_plain_text(clock: SettableClock, url: str) -> None:
    rich = typed(message(clock, MessageEntity("text_link", 3, 3, url=url)))
    assert (rich.text, rich.entities) == (TEXT, ())


@pytest.mark.parametrize(
    "url", ["https://asp.icc-cpi.int", "http://example.org/?a=1", "tg://resolve"]
)
def test_a_link_to_a_page_is_kept(clock: SettableClock, url: str) -> None:
    rich = typed(message(clock, MessageEntity("text_link", 3, 3, url=url)))
    assert [each.url for each in rich.entities] == [url]


@pytest.mark.parametrize(("offset", "length"), [(1, 4), (0, 1)])
def test_nothing_begins_or_ends_within_a_letter(
    clock: SettableClock, offset: int, length: int
) -> None:
    assert typed(message(clock, MessageEntity("bold", offset, length))).entities == ()


def test_what_ends_with_a_letter_of_two_halves_is_kept(clock: SettableClock) -> None:
    (kept,) = typed(message(clock, MessageEntity("bold", 0, 2))).entities
    assert (kept.offset, kept.length) == (0, 2)
