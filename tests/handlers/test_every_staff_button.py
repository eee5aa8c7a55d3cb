"""Every button of editors and owners, to depth three, leads somewhere."""

import pytest

from handlers import staff
from tests.conversation import Conversation
from tests.handlers.editors.conftest import Desk, amina, bo, desk
from tests.handlers.editors.test_publishing import published
from tests.handlers.owners.conftest import grace
from tests.handlers.test_every_button import ERRORS, GREETING, Screen

__all__ = ["amina", "bo", "desk", "grace"]

DEPTH = 3
SAID = (
    "/addsummary 3",
    "/addsummary 3 The Assembly met.\nIt spoke of victims.",
    "/addsummary 4 The Assembly met.",
    "/correct 1",
    "/correct 1 Something else.",
    "/retract 1",
    "/retract 1 It was wrong.",
    "/history 1",
    "/addoutcome Observers may speak",
    "/addpledge Kenya",
    "/broadcast Hello to all of you.",
    "/delivery 2",
)
EVERY = (*(f"/{name}" for name in staff.DOOR.names(owner=True)), *SAID)


def check(screen: Screen) -> None:
    content = screen.message.content
    assert content.strip(), f"{screen.path}: an empty answer"
    assert not content.startswith(ERRORS), f"{screen.path}: {content}"
    greets = content.startswith(GREETING) and not screen.path.endswith("The beginning")
    assert not greets, f"{screen.path}: nobody knows this button"


async def tapped(there: Conversation, screen: Screen, button: dict[str, str]) -> list[Screen]:
    """Tap a button and return what it led to."""
    path = f"{screen.path} > {button['text']}"
    screen.show_again()
    before = there.last.message_id
    query = there.api.taps(there.person, screen.message, button)
    await there.api.settled(there.application)
    assert query in there.api.alerts, f"{path}: the spinner never stops"
    new = [each for each in there.heard if each.message_id > before]
    reached = [Screen.of(path, each) for each in new or [screen.message]]
    alert = there.api.alerts[query].text
    changed = bool(new) or reached[0].shows != screen.shows
    again = button["text"] == "Look again" or screen.message.deleted
    assert changed or alert or again, f"{path}: nothing happens"
    for each in reached:
        check(each)
    return [each for each in reached if each.buttons]


@pytest.mark.parametrize("said", EVERY)
async def test_every_button_leads_on(
    desk: Desk, grace: Conversation, amina: Conversation, said: str
) -> None:
    desk.follower("Cas")
    await desk.passes(minutes=40)
    await published(amina, "What happened on day two.", 2)
    await desk.passes(minutes=1)
    await grace.sends(said)
    level = [Screen.of(said, grace.last)]
    check(level[0])
    pressed: set[str] = set()
    for _ in range(DEPTH):
        following: list[Screen] = []
        for screen in level:
            for button in screen.buttons:
                kind = button.get("callback_data", "").rpartition(":")[0]
                if "callback_data" in button and (kind not in pressed or len(pressed) < 12):
                    pressed.add(kind)
                    following += await tapped(grace, screen, button)
        level = following
    assert desk.api.violations == []
