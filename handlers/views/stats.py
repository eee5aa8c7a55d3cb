"""Followers and deliveries in numbers."""

from collections.abc import Mapping

from markupsafe import Markup

from data.locales.words import Words
from data.reckoning import SENT, WAITING
from data.session import Session
from data.statistics import Followers
from handlers.views import layout


def stats(
    session: Session,
    followers: Followers,
    last: Mapping[int, Mapping[str, int]],
    words: Words,
) -> Markup:
    """Say how many follow a session, by kind and language, and how the last days went out."""
    rest = {"replays": followers.replays, "paused": followers.paused, "aside": followers.aside}
    return layout.stacked(
        words("stats.heading", session=session.short_name),
        layout.lines(
            words("stats.followers", number=words.number(followers.total)),
            *(_row(f"stats.kind_{kind}", n, words) for kind, n in followers.kinds.items()),
            *(_row(f"stats.{name}", n, words) for name, n in rest.items() if n),
        ),
        layout.lines(
            words("stats.languages"),
            *(_row(f"edit.language_{code}", n, words) for code, n in followers.languages.items()),
        )
        if followers.languages
        else None,
        layout.lines(words("stats.days"), *(_day(day, of, words) for day, of in last.items()))
        if last
        else words("stats.no_days"),
    )


def _row(key: str, number: int, words: Words) -> Markup:
    return words("stats.row", what=words.plain(key), number=words.number(number))


def _day(day: int, states: Mapping[str, int], words: Words) -> Markup:
    return words(
        "stats.day",
        day=day,
        sent=words.number(sum(states.get(each, 0) for each in SENT)),
        waiting=words.number(sum(states.get(each, 0) for each in WAITING)),
        failed=words.number(states.get("failed", 0)),
        aside=words.number(states.get("aside", 0)),
    )
