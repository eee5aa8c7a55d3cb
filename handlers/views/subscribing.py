"""What is said to a chat that subscribes, or stops: what comes when, in its own time."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from data.chat_times import ChatTime, Wish
from data.days import Day
from data.locales.words import Words
from data.prospects import Prospect
from data.session import Session
from handlers.views import layout, times

LONGEST_ECHO = 40


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a subscription brings.

    ``title`` names the chat where it is another than the one that is spoken to. ``earlier`` are
    days before it counts. ``again``: it was subscribed already. ``moved``: to another topic.
    """

    session: Session
    title: str | None
    when: ChatTime
    now: datetime
    total: int
    ahead: Prospect | None
    earlier: tuple[Day, ...]
    again: bool
    moved: bool


def confirmed(told: Confirmed, words: Words) -> Markup:
    """Confirm a subscription."""
    key = "subscribe.again" if told.again else "subscribe.done"
    return layout.stacked(
        layout.lines(
            words(key, session=told.session.short_name),
            words("subscribe.moved") if told.moved else None,
        ),
        layout.lines(
            comes(told.title, told.when, told.now, words),
            prospect(told.ahead, told.total, told.when, told.now, words),
        ),
        words("subscribe.another") if told.title is None else None,
        words.count("subscribe.earlier", len(told.earlier)) if told.earlier else None,
    )


def comes(title: str | None, when: ChatTime, now: datetime, words: Words) -> Markup:
    """Say when each day's digest comes, and where."""
    clock = times.clock(when, now, words)
    if title is None:
        return words("subscribe.comes_here", clock=clock)
    return words("subscribe.comes_to", title=title, clock=clock)


def prospect(
    ahead: Prospect | None, total: int, when: ChatTime, now: datetime, words: Words
) -> Markup | None:
    """Say which digest comes next, and when; nothing where none does."""
    if ahead is None:
        return None
    day = {"number": ahead.day.number, "total": total}
    if ahead.moment is None:
        return words(f"subscribe.next_{ahead.state}", **day)
    return words("subscribe.next_due", **day, moment=times.moment(ahead.moment, when, now, words))


def unsubscribed(title: str | None, words: Words, *, ended: bool) -> Markup:
    """Say that no more digests come."""
    if not ended:
        return words("unsubscribe.was_not")
    if title is None:
        return words("unsubscribe.done")
    return words("unsubscribe.done_in", title=title)


def which(words: Words) -> Markup:
    """Ask which of several places is meant."""
    return words("wish.which")


def unread(wish: Wish, words: Words) -> Markup:
    """Say what cannot be read as a time or a place, and how to write it."""
    asked = wish.unread[:LONGEST_ECHO]
    return layout.stacked(
        words("wish.unread", asked=asked),
        words("wish.alike") if wish.alike else None,
        words("wish.how"),
    )
