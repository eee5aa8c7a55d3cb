"""The session as an iCalendar file (RFC 5545), and what is said with it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from data.days import Day
from data.locales.words import Words
from data.programme import Event
from data.session import Session
from handlers import deeplinks
from handlers.views import programme as views

if TYPE_CHECKING:
    from icalendar import Event as Entry

YEAR = timedelta(days=366)


def caption(session: Session, days: int, words: Words) -> Markup:
    """Say what is in the file."""
    start, end = (words.partial_date(day.isoformat()) for day in (session.start, session.end))
    return words.count("calendar.caption", days, session=session.short_name, start=start, end=end)


def file(  # noqa: PLR0913 - all that the file is made of
    session: Session,
    days: Sequence[Day],
    events: Sequence[Event],
    *,
    bot: str,
    made: datetime,
    words: Words,
) -> bytes:
    """Return the file: an entry for each day, all day long, and one for each item with an hour.

    What a day holds stands in the day's description. ``made``, which is aware, is the moment of
    writing. The identifiers are the same in every file of the session, so that a later file
    replaces what an earlier one entered.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{bot}//{session.id}//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", session.short_name)
    for day in days:
        held = [each for each in events if each.day == day.number]
        calendar.add_component(_entry(_of_day(session, day, held, bot, words), made))
    for event in events:
        if event.date and event.starts:
            calendar.add_component(_entry(_of_event(session, event, bot), made))
    # Without bounds the library defines the venue's zone from 1970 to 2038, line by line.
    calendar.add_missing_timezones(first_date=session.start - YEAR, last_date=session.end + YEAR)
    return bytes(calendar.to_ical())


def _entry(properties: Mapping[str, object], made: datetime) -> "Entry":
    from icalendar import Event as Entry

    entry = Entry()
    entry.add("dtstamp", made.astimezone(UTC).replace(microsecond=0))
    for name, value in properties.items():
        if value is not None:
            entry.add(name, value)
    return entry


def _of_day(
    session: Session, day: Day, held: Sequence[Event], bot: str, words: Words
) -> dict[str, object]:
    lines = [day.headline, *(_line(event, words) for event in held)]
    return {
        "uid": f"{session.id}-day-{day.number}@{bot}",
        "dtstart": day.date,
        "dtend": day.date + timedelta(days=1),
        "transp": "TRANSPARENT",
        "summary": words.plain(
            "calendar.day", session=session.short_name, number=day.number, headline=day.headline
        ),
        "description": "\n".join(lines),
        "location": f"{session.venue}, {session.place}",
        "url": deeplinks.to_day(bot, session.id, day.number),
    }


def _line(event: Event, words: Words) -> str:
    hours, kind = views.hours(event, words), views.kind(event, words)
    return f"• {hours} {kind}: {event.title}" if hours else f"• {kind}: {event.title}"


def _of_event(session: Session, event: Event, bot: str) -> dict[str, object]:
    return {
        "uid": f"{session.id}-event-{event.id}@{bot}",
        "dtstart": _moment(session, event, event.starts),
        "dtend": _moment(session, event, event.ends),
        "summary": f"{session.short_name}: {event.title}",
        "description": event.text,
        "location": f"{event.place}, {session.place}" if event.place else session.place,
        "url": deeplinks.to_day(bot, session.id, event.day) if event.day else None,
    }


def _moment(session: Session, event: Event, hour: str | None) -> datetime | None:
    if event.date is None or hour is None:
        return None
    return datetime.combine(event.date, time.fromisoformat(hour), tzinfo=session.zone)
