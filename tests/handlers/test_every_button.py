"""Every button from every command, to depth three, in every kind of chat."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from bot.localapi import Account, LocalApi, Message, Place
from data.locales.words import Words
from handlers import commands
from tests.conversation import Conversation

DEPTH = 3
WITH_WORDS = (
    "/day 3",
    "/day wed",
    "/day 24 nov",
    "/outcomes victims",
    "/documents human rights",
    "/documents xyzzy",
    "/programme 3",
    "/programme 99",
    "/search victims",
    "/search xyzzy",
    "/ask who was elected judge?",
    "/ask will it rain?",
    "/state Kenya",
    "/state united",
    "/glossary IOM",
    "/subscribe san jose",
    "/subscribe xyzzy",
    "/settings nairbi",
)
EVERY = (*(f"/{name}" for name in commands.EVERY), *WITH_WORDS)
ERRORS = tuple(Words.load().plain(key) for key in ("refusal.ours", "refusal.gone"))
GREETING = Words.load()("start.who").striptags()[:30]


@dataclass(frozen=True)
class Screen:
    """What a message showed once; a tap on a button of it first shows it again."""

    path: str
    message: Message
    text: str | None
    entities: list[Any]
    markup: dict[str, Any] | None

    @classmethod
    def of(cls, path: str, message: Message) -> "Screen":
        return cls(path, message, message.text, message.entities, message.markup)

    def show_again(self) -> None:
        self.message.text, self.message.entities = self.text, self.entities
        self.message.markup = self.markup

    @property
    def shows(self) -> tuple[str | None, object]:
        return self.text, self.markup

    @property
    def buttons(self) -> list[dict[str, Any]]:
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [button for row in rows for button in row]


async def tapped(there: Conversation, screen: Screen, button: dict[str, Any]) -> Screen:
    """Tap a button and return what it led to, having looked at how it was answered."""
    path = f"{screen.path} > {button['text']}"
    screen.show_again()
    before = there.last.message_id
    query = there.api.taps(there.person, screen.message, button)
    await there.api.settled(there.application)
    message = there.last if there.last.message_id > before else screen.message
    reached = Screen.of(path, message)
    assert query in there.api.alerts, f"{path}: the spinner never stops"
    if said := there.api.alerts[query].text:  # over the chat: that it is for administrators
        assert reached.shows == screen.shows, f"{path}: refused, and done all the same"
        return replace(reached, text=said, markup=None)
    answered = message is not screen.message or reached.shows != screen.shows
    assert answered, f"{path}: nothing happens"
    if not button["callback_data"].startswith("start"):
        assert not message.content.startswith(GREETING), f"{path}: nobody knows this button"
    check(reached)
    return reached


def check(screen: Screen) -> None:
    content = screen.message.content
    assert content.strip(), f"{screen.path}: an empty answer"
    assert not content.startswith(ERRORS), f"{screen.path}: {content}"
    leads_on = any("callback_data" in each for each in screen.buttons)
    below_the_field = "keyboard" in (screen.markup or {})
    assert leads_on or below_the_field, f"{screen.path}: a dead end"


async def walk(there: Conversation, said: Iterable[str], depth: int) -> list[Screen]:
    """Tap whatever can be tapped, each button once where it is nearest; return all screens."""
    level = [Screen.of(each, await there.sends(each)) for each in said]
    every = list(level)
    for screen in level:
        check(screen)
    reached: dict[str, Screen] = {}
    for _ in range(depth):
        following = []
        for screen in level:
            for button in screen.buttons:
                data = button.get("callback_data")
                if data and data not in reached:
                    reached[data] = await tapped(there, screen, button)
                    following.append(reached[data])
        every += following
        level = following
    for screen in every:
        for button in screen.buttons:
            leads_to = reached.get(button.get("callback_data", ""))
            assert not (leads_to and leads_to.shows == screen.shows), (
                f"{screen.path} > {button['text']}: leads to where one is"
            )
    return every


def private(api: LocalApi, ann: Account) -> Place:
    return api.private(ann)


def group(api: LocalApi, ann: Account) -> Place:
    return api.supergroup("Team", members=[ann])


def administered(api: LocalApi, ann: Account) -> Place:
    return api.supergroup("Team", administrators=[ann])


def topic(api: LocalApi, ann: Account) -> Place:
    return api.forum("Forum", topics=["News"], members=[ann]).topic("News")


@pytest.mark.parametrize("place", [private, group, administered, topic])
async def test_every_button_leads_on(
    ann: Conversation, place: Callable[[LocalApi, Account], Place]
) -> None:
    there = Conversation(ann.api, ann.application, ann.person, place(ann.api, ann.person))
    assert len(await walk(there, EVERY, DEPTH)) > 200
    assert ann.api.violations == []
