"""Nobody else can do any of it, and nothing tells a stranger that it is there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest

from bot.localapi import Account, Message
from handlers import callbacks, commands, staff
from handlers.callbacks import Screen
from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk, amina, bo, desk
from tests.handlers.owners.conftest import grace

__all__ = ["amina", "bo", "desk", "grace"]

COMMANDS = staff.DOOR.names(owner=True)
ONLY_OWNERS = sorted(set(COMMANDS) - set(staff.DOOR.names(owner=False)))
SCREENS = staff.DOOR.screens(owner=True)
ARGUMENTS = ("", " 3", " 3 The Assembly met.\nIt spoke of victims.", " 1")
FITTING: dict[str, tuple[str | int, ...]] = {
    "summaries": ("asp12",),
    "publish": (1, 1, 0, ""),
    "draft": (1, "done", ""),
    "retract": ("asp12", 1, "now", ""),
    "undo": ("asp12", 3, 1),
    "restore": ("asp12", 1, 1),
}


def data_of(screen: Screen) -> str:
    """Return callback data of a screen that would do something."""
    given = FITTING.get(screen.name, ("asp12", 1, 1)[: screen.parts])
    return screen(*given)


@contextmanager
def unchanged(desk: Desk) -> Iterator[None]:
    """Fail where the block changes anything that editors or owners can change."""
    tables = ("revisions", "summaries", "drafts", "draft_parts", "editors", "invitations")
    more = ("audit", "broadcasts", "stops", "edited", "outbox", "outcomes", "pledges")

    def state() -> list[list[Any]]:
        return [list(desk.db.execute(f"select * from {each}")) for each in (*tables, *more)]  # noqa: S608 - our own names

    before = state()
    yield
    assert state() == before


async def heard(talk: Conversation, act: Callable[[], object]) -> list[tuple[str, object]]:
    """Return what the bot answers to an act, as it is shown."""
    before = len(talk.heard)
    act()
    await talk.api.settled(talk.application)
    return [(each.content, each.labels) for each in talk.heard[before:]]


def tap(talk: Conversation, message: Message, data: str) -> Callable[[], object]:
    return lambda: talk.api.taps(talk.person, message, data, stale=True)


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_strangers_command_is_answered_as_an_unknown_one(
    desk: Desk,
    amina: Conversation,
    name: str,
) -> None:
    await amina.sends("/addsummary 3 The Assembly met.")
    cas = desk.conversation("Cas")
    with unchanged(desk):
        for arguments in ARGUMENTS:
            (answer,) = await heard(cas, partial(cas.say, f"/{name}{arguments}"))
            (unknown,) = await heard(cas, partial(cas.say, f"/qqqqqq{arguments}"))
            said = f"I do not know the command /{name}."
            assert answer[0].startswith(said)
            assert answer[1] == unknown[1]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda each: each.name)
async def test_a_strangers_tap_is_answered_as_one_on_an_old_button(
    desk: Desk,
    amina: Conversation,
    screen: Screen,
) -> None:
    await amina.sends("/addsummary 3 The Assembly met.")
    cas = desk.conversation("Cas")
    await cas.sends("/start")
    with unchanged(desk):
        unknown = await heard(cas, tap(cas, cas.last, "nothing:asp12:3"))
        tapped = await heard(cas, tap(cas, cas.last, data_of(screen)))
    assert tapped == unknown
    assert not any(alert.text for alert in desk.api.alerts.values())


@pytest.mark.parametrize("name", ONLY_OWNERS)
async def test_what_owners_do_is_unknown_to_editors(
    desk: Desk,
    amina: Conversation,
    name: str,
) -> None:
    with unchanged(desk):
        await amina.sends(f"/{name} 3")
        assert "do not know the command" in amina.text


def anonymous(desk: Desk, who: Account) -> Callable[[str], object]:
    group = desk.api.supergroup("Team", administrators=[who])
    return lambda text: desk.api.says(who, group, text, sender_chat=group)


def member(desk: Desk, who: Account) -> Callable[[str], object]:
    group = desk.api.supergroup("Team", members=[who])
    return lambda text: desk.api.says(who, group, text)


def channel(desk: Desk, who: Account) -> Callable[[str], object]:
    posted = desk.api.channel("News", owner=who)
    return lambda text: desk.api.says(who, posted, text)


def forwarded(desk: Desk, who: Account) -> Callable[[str], object]:
    """Somebody's words, passed on by an editor."""
    stranger = desk.api.person("Stranger")
    place = desk.api.private(stranger)

    def send(text: str) -> object:
        said = desk.api.says(stranger, place, text)
        return desk.api.forwards(who, desk.api.private(who), said)

    return send


@pytest.mark.parametrize("way", [anonymous, member, channel, forwarded])
@pytest.mark.parametrize("text", ["/retract 1 no", "/addsummary 1 No.", "/invite", "/summaries"])
async def test_no_other_place_or_name_will_do(
    desk: Desk,
    grace: Conversation,
    way: Callable[[Desk, Account], Callable[[str], object]],
    text: str,
) -> None:
    say = way(desk, grace.person)
    with unchanged(desk):
        say(text)
        await desk.api.settled(desk.application)


async def test_an_edited_message_is_no_command(desk: Desk, grace: Conversation) -> None:
    said = grace.say("/day 1")
    await desk.api.settled(desk.application)
    with unchanged(desk):
        for text in ("/retract 1 no", "/addsummary 1 No.", "/invite", "Day 1\nNo.\nNo."):
            desk.api.edits(grace.person, said, text)
            await desk.api.settled(desk.application)


async def test_an_editors_buttons_do_nothing_for_another_editor(
    desk: Desk,
    amina: Conversation,
    bo: Conversation,
) -> None:
    await amina.sends("/addsummary 3 The Assembly met.")
    await bo.sends("/summaries")
    with unchanged(desk):
        for data in (
            callbacks.PUBLISH(1, 1, 0, ""),
            callbacks.DRAFT(1, "discard", ""),
            callbacks.DRAFT(1, "done", ""),
        ):
            desk.api.taps(bo.person, bo.last, data, stale=True)
            await desk.api.settled(desk.application)
    assert all(
        "not there any more" in (each.text or "") for each in list(desk.api.alerts.values())[-3:]
    )


@pytest.mark.parametrize(
    "data", ["publish", "publish:", "draft:1:nothing:", "draft:²", "undo:asp12:3:x", "summary:::::"]
)
async def test_data_that_somebody_made_up_is_answered(
    desk: Desk,
    grace: Conversation,
    data: str,
) -> None:
    await grace.sends("/summaries")
    with unchanged(desk):
        query = desk.api.taps(grace.person, grace.last, data, stale=True)
        await desk.api.settled(desk.application)
    assert query in desk.api.alerts


def test_the_manual_names_all_that_the_door_lets_in() -> None:
    listed = [
        name
        for group in (commands.EDITORS, commands.OWNERS)
        for each in group.values()
        for name in each
    ]
    assert sorted(listed) == sorted(COMMANDS)
