"""The settings of a chat: when and how digests come, and what is asked to change them."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from data.chat_times import ChatTime
from data.chats import Chat
from data.days import Day
from data.locales.words import Words
from data.prospects import Prospect
from data.session import Session
from data.subscriptions import Subscription
from handlers.views import layout, subscribing, times


@dataclass(frozen=True, slots=True)
class Panel:
    """What the settings of a chat say.

    ``title`` names the chat where it is another than the one that is spoken to. ``last`` and
    ``ahead`` are the last digest and the next, ``days`` and ``topics`` how many the session has.
    """

    session: Session
    chat: Chat
    title: str | None
    when: ChatTime
    now: datetime
    kept: Subscription | None
    last: Day | None
    ahead: Prospect | None
    days: int
    topics: int


def panel(panel: Panel, words: Words) -> Markup:
    """Show the settings of a chat."""
    session, title = panel.session.short_name, panel.title
    return layout.stacked(
        words(
            "settings.heading" if title is None else "settings.heading_of",
            session=session,
            title=title,
        ),
        layout.lines(
            words(
                f"settings.{_state(panel)}",
                session=session,
                clock=times.clock(panel.when, panel.now, words),
            ),
            subscribing.prospect(panel.ahead, panel.days, panel.when, panel.now, words),
        ),
        words("settings.aside", reason=panel.chat.reason or "")
        if panel.chat.state != "open"
        else None,
        words("settings.how"),
    )


def _state(panel: Panel) -> str:
    if panel.kept is None or panel.kept.state != "on":
        return panel.kept.state if panel.kept else "off"
    is_through = panel.kept.way != "wait" and panel.ahead is None
    return "through" if is_through else panel.kept.way


def hours(words: Words) -> Markup:
    """Ask for the hour."""
    return words("clock.hours")


def minutes(words: Words) -> Markup:
    """Ask for the quarter of an hour."""
    return words("clock.minutes")


def regions(when: ChatTime, now: datetime, words: Words) -> Markup:
    """Ask whose clock counts."""
    return words("clock.regions", clock=times.clock(when, now, words))


def cities(words: Words) -> Markup:
    """Ask for the city."""
    return words("clock.cities")


def topics(words: Words) -> Markup:
    """Ask which topics are listed."""
    return words("settings.topics")
