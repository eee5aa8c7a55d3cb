"""Which day of a session somebody means: a number, a date or a weekday, as people write them."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from babel.dates import get_day_names, get_month_names

from data.days import Day
from data.session import Session

LANGUAGES = ("en", "fr", "es", "ar")
FIRST_AND_LAST = {"first": 0, "last": -1}
RELATIVE = {"today": 0, "yesterday": -1, "tomorrow": 1}
FILLERS = {"day", "the", "of", "on", "nov."}
SHORTEST_NAME = 3


def meant(text: str, session: Session, days: Sequence[Day], today: date) -> list[date] | None:
    """Return the dates that ``text`` may mean, at the venue; None where it cannot be read.

    A number up to the number of days is the day's number; a larger one, such as ``22``, a day
    of the month. A weekday may mean several dates. ``today`` is the date at the venue.
    """
    words = [word for word in _words(text) if word not in FILLERS]
    numbers = [int(word) for word in words if word.isdecimal()]
    names = [word for word in words if not word.isdecimal()]
    if len(numbers) > 3 or not words:
        return None
    if not names and len(numbers) == 1:
        return _by_number(numbers[0], session, days)
    if not numbers and len(names) == 1:
        return _by_name(names[0], session, days, today)
    return _written_out(numbers, names, session)


def held(session: Session) -> list[date]:
    """Return every date from the first to the last of a session."""
    length = (session.end - session.start).days + 1
    return [session.start + timedelta(days=number) for number in range(length)]


def _words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(character for character in folded if not unicodedata.combining(character))
    parts = re.findall(r"\d+|[^\W\d_]+", bare)
    return [str(int(part)) if part.isdecimal() else part for part in parts if len(part) <= 20]


def _by_number(number: int, session: Session, days: Sequence[Day]) -> list[date] | None:
    numbered = [day.date for day in days if day.number == number]
    return numbered or [each for each in held(session) if each.day == number] or None


def _by_name(name: str, session: Session, days: Sequence[Day], today: date) -> list[date] | None:
    if name in FIRST_AND_LAST and days:
        return [days[FIRST_AND_LAST[name]].date]
    if name in RELATIVE:
        return [today + timedelta(days=RELATIVE[name])]
    weekday = _named(name, "weekday")
    return None if weekday is None else [d for d in held(session) if d.weekday() == weekday] or None


def _written_out(numbers: list[int], names: list[str], session: Session) -> list[date] | None:
    months = [month for name in names if (month := _named(name, "month")) is not None]
    if len(months) == 1 and len(numbers) in {1, 2}:
        year = numbers[1] if len(numbers) == 2 else None
        return _date(year, months[0], numbers[0], session)
    weekdays = [found for name in names if (found := _named(name, "weekday")) is not None]
    if len(weekdays) == 1 and len(numbers) == 1 and len(names) == 1:
        return [each for each in held(session) if each.day == numbers[0]] or None
    if names or len(numbers) not in {2, 3}:
        return None
    if numbers[0] > 31:
        return _date(numbers[0], numbers[1], numbers[2], session) if len(numbers) == 3 else None
    return _date(numbers[2] if len(numbers) == 3 else None, numbers[1], numbers[0], session)


def _date(year: int | None, month: int, day: int, session: Session) -> list[date] | None:
    if year is not None and year < 100:
        year += 2000
    try:
        return [date(session.start.year if year is None else year, month, day)]
    except (ValueError, OverflowError):
        return None


def _named(word: str, what: str) -> int | None:
    """Return a weekday (0 is Monday) or a month (1 is January) by its name or a beginning of it."""
    if len(word) < SHORTEST_NAME:
        return None
    found = {number for name, number in _names(what) if name.startswith(word)}
    return found.pop() if len(found) == 1 else None


@cache
def _names(what: str) -> list[tuple[str, int]]:
    get = get_day_names if what == "weekday" else get_month_names
    return [
        (bare, number)
        for language in LANGUAGES
        for number, name in get("wide", locale=language).items()
        for bare in _words(str(name))
    ]
