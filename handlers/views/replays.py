"""What is said of a session that is over: how its digests can still come, or do."""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from data import replays
from data.chat_times import ChatTime
from data.days import Day
from data.locales.words import Words
from data.session import Session
from data.subscriptions import Way
from handlers.views import layout, times


@dataclass(frozen=True, slots=True)
class Replayed:
    """A session that is over, and what a chat has chosen to get of it; None: nothing yet.

    ``left`` are the days that it did not get. ``first`` is when the next one would be due, and
    ``following`` when it is.
    """

    session: Session
    title: str | None
    when: ChatTime
    now: datetime
    way: Way | None
    left: tuple[Day, ...]
    first: datetime
    following: datetime | None
    moved: bool

    @property
    def choices(self) -> tuple[Way, ...]:
        """What can be chosen now."""
        every: tuple[Way, ...] = ("replay", "at_once", "wait")
        if not self.left or self.way == "at_once":
            return ()
        return tuple(each for each in every if each != self.way)


def replayed(told: Replayed, words: Words) -> Markup:
    """Say what comes of a session that is over, or offer it."""
    return layout.stacked(
        words("subscribe.moved") if told.moved else None,
        *_told(told, words),
        words("replay.to", title=told.title) if told.title and told.left else None,
    )


def _told(told: Replayed, words: Words) -> tuple[Markup | None, ...]:
    session = told.session.short_name
    if told.way == "wait":
        return (words("replay.waits"),)
    if not told.left:
        return (words("replay.had_all", session=session),)
    if told.way == "at_once":
        return (words.count("replay.all", len(told.left), session=session),)
    if told.way == "replay":
        return (_goes_on(told, words),)
    return _offer(told, words)


def _goes_on(told: Replayed, words: Words) -> Markup:
    due = told.following or told.first
    at_once = due < told.now  # after a time offline, before delivery has looked
    begun = replays.following(told.when, due, told.now) if at_once else due
    moments = replays.planned(told.when, begun, len(told.left) - at_once) or [told.now]
    first, last = (
        times.moment(each, told.when, told.now, words) for each in (moments[0], moments[-1])
    )
    key = "goes_on" if len(told.left) > 1 else "last_one"
    return words(
        f"replay.{key}_now" if at_once else f"replay.{key}",
        session=told.session.short_name,
        number=told.left[0].number,
        clock=times.clock(told.when, told.now, words),
        first=first,
        last=last,
    )


def _offer(told: Replayed, words: Words) -> tuple[Markup, ...]:
    return (
        layout.lines(
            words(
                "replay.over",
                session=told.session.short_name,
                end=words.date(told.session.end),
            ),
            words.count("replay.left", len(told.left)),
        ),
        layout.bullets(
            (
                words(
                    "replay.one_a_day",
                    clock=times.clock(told.when, told.now, words),
                    first=times.moment(told.first, told.when, told.now, words),
                ),
                words("replay.all_now"),
                words("replay.wait"),
            )
        ),
    )
