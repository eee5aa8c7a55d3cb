"""``/subscribe``: each day's digest, in the chat's own time."""

from datetime import time

import pytest

from data import chats
from data.chat_times import ChatTime
from handlers.operator import Operator
from tests.handlers.subscribers.conftest import Subscriber
from tests.schedules.conftest import Evenings


async def test_it_confirms_what_comes_when_in_the_chats_own_time(ann: Subscriber) -> None:
    await ann.sends("/subscribe 7:30 Nairobi")
    assert ann.text == (
        "Subscribed to ASP 12\n\n"
        "Each day's digest comes here at 07:30, Nairobi time (UTC+3).\n"
        "Next: Day 3 of 8 on Sat 23 Nov, 07:30.\n\n"
        "Another time or place? For example:\n/subscribe 7:30 Nairobi\n\n"
        "2 days came before this. They are one tap away:"
    )


async def test_without_a_wish_it_comes_in_the_evening_at_the_venue(ann: Subscriber) -> None:
    await ann.sends("/subscribe")
    assert "comes here at 19:00, Amsterdam time (UTC+1)." in ann.text
    assert "Next: Day 3 of 8 on Fri 22 Nov, 19:00." in ann.text


async def test_whoever_runs_the_bot_decides_when_it_comes_without_a_wish(ann: Subscriber) -> None:
    ann.application.bot_data.operator = Operator(zone="UTC+05:30", time=time(8))
    await ann.sends("/subscribe")
    assert "comes here at 08:00, UTC+5:30." in ann.text


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("7h30 Nairobi", ChatTime(time(7, 30), "Africa/Nairobi")),
        ("٧:٣٠ نيروبي", ChatTime(time(7, 30), "Africa/Nairobi")),
        ("La Haye 7.30", ChatTime(time(7, 30), "Europe/Amsterdam")),
        ("7pm UTC+3", ChatTime(time(19), "UTC+03:00")),
        ("Nueva York", ChatTime(time(19), "America/New_York")),
        ("18:15", ChatTime(time(18, 15), "Europe/Amsterdam")),
    ],
)
async def test_times_and_places_are_taken_as_people_write_them(
    ann: Subscriber, evenings: Evenings, written: str, when: ChatTime
) -> None:
    await ann.sends(f"/subscribe {written}")
    chat = chats.get(evenings.db, ann.person.id)
    assert chat
    assert chat.when == when


async def test_the_digest_comes_when_it_was_said_to(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe 7:30 Nairobi")
    await evenings.comes("2013-11-23T04:29:59")
    assert evenings.days(ann.place) == []
    await evenings.comes("2013-11-23T04:30")
    assert evenings.days(ann.place) == [3]


async def test_a_subscription_at_the_very_moment_brings_that_day(
    ann: Subscriber, evenings: Evenings
) -> None:
    evenings.person("Zoe")
    await evenings.comes("2013-11-22T18:00")
    await ann.sends("/subscribe")
    assert "Next: Day 3 of 8, now on its way." in ann.text
    await evenings.passes(seconds=1)
    assert evenings.days(ann.place) == [3]


async def test_earlier_days_are_offered_and_not_sent(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    confirmation = ann.last
    assert confirmation.labels[0] == ["Day 1", "Day 2"]
    await evenings.passes(seconds=1)
    assert evenings.days(ann.place) == []
    said = confirmation.content
    await ann.taps("Day 2")
    assert ann.text.startswith("ASP 12 · Day 2 of 8")
    assert confirmation.content == said


async def test_an_hour_alone_leaves_the_place_as_it_was(ann: Subscriber) -> None:
    await ann.sends("/subscribe Nairobi 7:30")
    await ann.sends("/subscribe 8:00")
    assert "at 08:00, Nairobi time" in ann.text


async def test_a_change_that_makes_an_unsent_day_due_sends_it_at_once(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe 23:00")
    await evenings.comes("2013-11-22T20:00")
    await ann.sends("/subscribe 20:00")
    assert "Next: Day 3 of 8, now on its way." in ann.text
    await evenings.passes(seconds=1)
    assert evenings.days(ann.place) == [3]
    await evenings.comes("2013-11-22T23:00")
    assert evenings.days(ann.place) == [3]


async def test_the_same_again_changes_nothing_and_says_so(ann: Subscriber) -> None:
    await ann.sends("/subscribe")
    await ann.sends("/subscribe")
    assert ann.text.startswith("Subscribed to ASP 12 already")


async def test_of_places_of_one_name_the_right_one_is_asked_for(ann: Subscriber) -> None:
    await ann.sends("/subscribe 7pm San Jose")
    assert ann.text.startswith("Which of these places?")
    assert ann.labels[:2] == ["San José (UTC\u22126)", "San Jose (UTC\u22128)"]
    await ann.taps("San Jose (")
    assert "comes here at 19:00, Los Angeles time (UTC\u22128)." in ann.text


async def test_what_cannot_be_read_changes_nothing_and_is_asked_again(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe 7:30 Nairbi")
    assert ann.text.startswith("I cannot read “Nairbi” as a time or a place.")
    assert chats.get(evenings.db, ann.person.id) is None
    await ann.taps("Nairobi")
    assert "comes here at 07:30, Nairobi time (UTC+3)." in ann.text


async def test_an_answer_to_the_question_is_taken_for_it(ann: Subscriber) -> None:
    await ann.sends("/subscribe xyzzy")
    await ann.sends("7:30 Nairobi", reply_to=ann.last)
    assert ann.text.startswith("Subscribed to ASP 12\n")
    assert "comes here at 07:30, Nairobi time" in ann.text


async def test_what_cannot_be_read_is_shown_as_it_was_typed(ann: Subscriber) -> None:
    await ann.sends("/subscribe <b>7</b> &c %s")
    assert ann.text.startswith("I cannot read “<b>7</b> &c %s” as a time or a place.")


async def test_the_first_screen_has_a_button_for_it(ann: Subscriber) -> None:
    await ann.sends("/start")
    await ann.taps("Subscribe")
    assert ann.text.startswith("Subscribed to ASP 12\n")


async def test_a_link_subscribes(ann: Subscriber) -> None:
    ann.api.follows(ann.person, "https://t.me/asp_bot?start=s")
    await ann.api.settled(ann.application)
    assert ann.text.startswith("Subscribed to ASP 12\n")


async def test_an_edited_command_changes_nothing(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/days")
    asked = next(each for each in ann.api.messages(ann.place) if each.sender == ann.person)
    ann.api.edits(ann.person, asked, "/subscribe")
    await ann.api.settled(ann.application)
    assert ann.text.startswith("An edited message changes nothing")
    assert chats.get(evenings.db, ann.person.id) is None


async def test_the_end_is_the_end_of_all(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    await ann.sends("/unsubscribe")
    assert ann.text.startswith("Unsubscribed. No more digests come here.")
    await evenings.comes("2013-11-25T18:00")
    assert evenings.days(ann.place) == []


async def test_there_may_be_nothing_to_end(ann: Subscriber) -> None:
    await ann.sends("/unsubscribe")
    assert ann.text == "There is no subscription here, so there is nothing to end."


async def test_who_comes_back_gets_nothing_twice_and_is_offered_what_was_missed(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await evenings.comes("2013-11-22T18:00")
    await ann.sends("/unsubscribe")
    await evenings.comes("2013-11-25T20:00")
    await ann.taps("Subscribe")
    assert "at 19:00, Amsterdam time" in ann.text
    assert ann.last.labels[0] == ["Day 1", "Day 2", "Day 4", "Day 5"]
    await evenings.comes("2013-11-26T18:00")
    assert evenings.days(ann.place) == [3, 6]
