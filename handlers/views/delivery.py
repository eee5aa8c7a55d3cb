"""How a day's digest goes out."""

from datetime import datetime

from markupsafe import Markup

from data.days import Day
from data.locales.words import Words
from data.reckoning import Reckoning
from data.session import Session
from handlers.views import layout

BAR = 20


def delivery(  # noqa: PLR0913 - all by name
    session: Session,
    day: Day,
    reckoned: Reckoning,
    *,
    stopped: bool,
    now: datetime,
    words: Words,
) -> Markup:
    """Show what is expected of a day, what became of it, and whether the sum is right."""
    there = now.astimezone(session.zone)
    return layout.stacked(
        words("delivery.heading", session=session.short_name, number=day.number),
        words("delivery.stopped") if stopped else None,
        _bar(reckoned) if reckoned.expected else words("delivery.nobody"),
        _numbers(reckoned, words) if reckoned.expected or reckoned.total else None,
        _checked(reckoned, words),
        words("delivery.at", time=f"{there:%H:%M:%S}"),
    )


def _numbers(reckoned: Reckoning, words: Words) -> Markup:
    names = ("expected", "sent", "waiting", "failed", "aside")
    return layout.lines(
        *(words(f"delivery.{each}", number=words.number(getattr(reckoned, each))) for each in names)
    )


def _bar(reckoned: Reckoning) -> Markup:
    done = reckoned.total - reckoned.waiting
    filled = BAR * done // max(1, reckoned.expected)
    return Markup.escape("▓" * min(BAR, filled) + "░" * (BAR - min(BAR, filled)))


def _checked(reckoned: Reckoning, words: Words) -> Markup:
    if reckoned.is_right:
        return words("delivery.right")
    return layout.lines(
        words("delivery.wrong"),
        words.count("delivery.missing", reckoned.missing) if reckoned.missing else None,
        words.count("delivery.unproven", reckoned.unproven) if reckoned.unproven else None,
    )
