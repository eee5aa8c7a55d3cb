"""When something comes, in a chat's own time."""

from datetime import datetime

from markupsafe import Markup

from data import offsets, zones
from data.chat_times import ChatTime
from data.locales.words import Words


def moment(at: datetime, when: ChatTime, now: datetime, words: Words) -> str:
    """Write a moment as the chat's date and time: *Fri 22 Nov, 19:00*; another year is told."""
    there = at.astimezone(when.tz)
    this_year = there.year == now.astimezone(when.tz).year
    date = words.short_date(there.date()) if this_year else words.date(there.date())
    return words.plain("times.moment", date=date, time=f"{there:%H:%M}")


def clock(when: ChatTime, now: datetime, words: Words) -> Markup:
    """Write when a chat gets its digests: *19:00, Amsterdam time (UTC+1)*."""
    hour = f"{when.hour:%H:%M}"
    if offsets.read(when.zone) is not None:
        return words("times.clock_utc", time=hour, zone=place(when, words))
    distance = zones.distance(when.zone, now)
    return words("times.clock", time=hour, zone=place(when, words), distance=distance)


def place(when: ChatTime, words: Words) -> str:
    """Return the city whose clock counts, or the distance from UTC."""
    return zones.shown(when.zone, words.language)
