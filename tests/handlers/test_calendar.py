"""``/calendar``: a file that opens in any calendar program."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Component

from data.clock import SettableClock
from tests.conversation import Conversation


async def entries(there: Conversation) -> dict[str, Component]:
    sent = await there.sends("/calendar")
    assert sent.document
    read = Calendar.from_ical(sent.document)
    return {str(each["UID"]): each for each in read.walk("VEVENT")}


async def test_every_day_is_an_entry_that_lasts_all_day(ann: Conversation) -> None:
    found = await entries(ann)
    days = {name: each for name, each in found.items() if "-day-" in name}
    assert list(days) == [f"asp12-day-{number}@asp_bot" for number in range(1, 9)]
    third = days["asp12-day-3@asp_bot"]
    assert third.decoded("DTSTART") == date(2013, 11, 22)
    assert third.decoded("DTEND") == date(2013, 11, 23)
    assert str(third["SUMMARY"]).startswith("ASP 12, day 3: Victims")
    assert "Side event: Regulation 55" in str(third["DESCRIPTION"])
    assert str(third["URL"]) == "https://t.me/asp_bot?start=asp12-d-3"


async def test_an_item_with_an_hour_stands_at_that_hour_of_the_venue(ann: Conversation) -> None:
    entry = (await entries(ann))["asp12-event-judge-election@asp_bot"]
    assert entry.decoded("DTSTART") == datetime(2013, 11, 23, 9, 30, tzinfo=UTC)
    assert str(entry["DTSTART"].params["TZID"]) == "Europe/Amsterdam"


async def test_the_file_is_the_same_each_time_but_for_the_moment_of_writing(
    ann: Conversation, clock: SettableClock
) -> None:
    first, again = (await ann.sends("/calendar")).document, (await ann.sends("/calendar")).document
    assert first == again
    assert first
    clock.tick(timedelta(days=1))
    later = (await ann.sends("/calendar")).document or b""
    assert later != first
    assert later.replace(b"20140116T120000Z", b"20140115T120000Z") == first


async def test_the_file_keeps_to_the_format(ann: Conversation) -> None:
    sent = await ann.sends("/calendar")
    assert sent.filename == "asp12.ics"
    lines = (sent.document or b"").split(b"\r\n")
    assert not [line for line in lines if len(line) > 75 or b"\n" in line]
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"TZID:Europe/Amsterdam" in lines
    assert len(sent.document or b"") < 8_000


async def test_the_file_says_what_is_in_it_and_leads_on(team: Conversation) -> None:
    await team.sends("/calendar")
    assert team.text.startswith("ASP 12 in your calendar: 8 days, 20 Nov 2013 to 28 Nov 2013.")
    await team.taps("Programme")
    assert team.text.startswith("ASP 12 · Programme\n")
