"""``/settings``: when and how digests come, all by buttons, or by an answer."""

from datetime import time

import pytest

from data import chats, regions, zones
from data.chat_times import ChatTime
from data.chats import Chat
from tests.handlers.subscribers.conftest import Subscriber
from tests.schedules.conftest import Evenings


def chat_of(there: Subscriber, evenings: Evenings) -> Chat:
    found = chats.get(evenings.db, there.place.id)
    assert found
    return found


async def test_they_say_what_comes_when_and_offer_to_change_it(ann: Subscriber) -> None:
    await ann.sends("/subscribe 7:30 Nairobi")
    await ann.taps("Settings")
    assert ann.text == (
        "Digests of ASP 12\n\n"
        "On: each day's digest at 07:30, Nairobi time (UTC+3).\n"
        "Next: Day 3 of 8 on Sat 23 Nov, 07:30.\n\n"
        "To type a time or a place, answer this message with it, such as 7:30 Nairobi."
    )
    assert ann.last.labels == [
        ["Time: 07:30", "Place: Nairobi"],
        ["Topics: all", "Sound: on"],
        ["Next: Day 3"],
        ["Pause", "Unsubscribe"],
        ["A channel or group", "What is kept"],
    ]


async def test_where_nothing_is_subscribed_they_offer_to_begin(ann: Subscriber) -> None:
    await ann.sends("/settings")
    assert "Off: not subscribed. Digests would come at 19:00, Amsterdam time (UTC+1)." in ann.text
    await ann.taps("Subscribe")
    assert ann.text.startswith("Subscribed to ASP 12\n")


async def test_what_is_chosen_before_holds_when_one_subscribes(ann: Subscriber) -> None:
    await ann.sends("/settings Nairobi")
    await ann.taps("Subscribe")
    assert "at 19:00, Nairobi time" in ann.text


async def test_the_hour_is_chosen_by_buttons(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/settings")
    await ann.taps("Time:")
    assert len(ann.labels) == 25
    await ann.taps("07:00")
    await ann.taps("07:30")
    assert ann.labels[0] == "Time: 07:30"
    assert chat_of(ann, evenings).when == ChatTime(time(7, 30), "Europe/Amsterdam")


async def test_the_place_is_chosen_by_buttons(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/settings")
    await ann.taps("Place:")
    assert ann.labels[0] == "UTC"  # the venue's own is what holds already
    await ann.taps("Africa")
    await ann.taps("Page 2 of 3")
    await ann.taps("Page 3 of 3")
    await ann.taps("Nairobi")
    assert ann.labels[1] == "Place: Nairobi"
    assert chat_of(ann, evenings).zone == "Africa/Nairobi"


async def test_every_part_of_the_world_has_its_cities(ann: Subscriber) -> None:
    for region in regions.EVERY:
        for page in range(9):
            await ann.opens(f"region:0:{region}:{page}")
            assert ann.text.startswith("Which city?")
            assert len(ann.labels) > 2
    assert ann.api.violations == []


@pytest.mark.parametrize(
    "zone", ["UTC", "UTC+05:30", "UTC-09:30", "America/Argentina/Buenos_Aires"]
)
async def test_a_button_carries_any_zone(ann: Subscriber, evenings: Evenings, zone: str) -> None:
    await ann.opens(f"at:0:0730:{zone.replace(':', '')}")
    assert ann.labels[:2] == ["Time: 07:30", f"Place: {zones.shown(zone, 'en')}"]
    assert chat_of(ann, evenings).when == ChatTime(time(7, 30), zone)


async def test_an_hour_and_a_place_can_be_typed_behind_the_command(ann: Subscriber) -> None:
    await ann.sends("/settings 7:30 Nairobi")
    assert ann.labels[:2] == ["Time: 07:30", "Place: Nairobi"]


async def test_an_answer_to_the_settings_changes_them(ann: Subscriber) -> None:
    await ann.sends("/settings")
    await ann.sends("7:40", reply_to=ann.last)
    assert ann.labels[:2] == ["Time: 07:40", "Place: Amsterdam"]
    await ann.taps("Place:")
    await ann.sends("Kathmandu", reply_to=ann.last)
    assert ann.labels[:2] == ["Time: 07:40", "Place: Kathmandu"]


async def test_an_answer_that_is_a_question_is_answered(ann: Subscriber) -> None:
    await ann.sends("/settings")
    await ann.sends("who was elected judge?", reply_to=ann.last)
    assert "Henderson" in ann.text


async def test_an_answer_that_is_like_a_place_is_asked_about(ann: Subscriber) -> None:
    await ann.sends("/settings")
    await ann.sends("Nairbi", reply_to=ann.last)
    assert ann.text.startswith("I cannot read “Nairbi”")
    await ann.taps("Nairobi")
    assert ann.labels[1] == "Place: Nairobi"


async def test_a_digest_lists_the_topics_that_were_chosen(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await ann.taps("Settings")
    await ann.taps("Topics:")
    await ann.taps("No topics")
    await ann.taps("Victims")
    assert [each for each in ann.labels if each.startswith("✓")] == ["✓ Victims"]
    await ann.taps("◀ Settings")
    assert ann.labels[2].startswith("Topics: 1 of ")
    await evenings.comes("2013-11-27T18:00")
    digest = next(e for e in reversed(evenings.sent(ann.place)) if "Day 6 of 8" in e.content)
    assert "Decided that day" not in digest.content


async def test_all_topics_again_are_those_of_the_next_session_too(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/settings")
    await ann.taps("Topics:")
    await ann.taps("✓ Victims")
    assert "Victims" in ann.labels
    await ann.taps("Victims")
    await ann.taps("◀ Settings")
    assert ann.labels[2] == "Topics: all"
    assert chat_of(ann, evenings).topics is None


async def test_digests_come_without_a_sound_where_that_was_chosen(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await ann.taps("Settings")
    await ann.taps("Sound: on")
    assert "Sound: off" in ann.labels
    await evenings.comes("2013-11-22T18:00")
    assert ann.last.silent
    await ann.sends("/settings")
    await ann.taps("Sound: off")
    await evenings.comes("2013-11-23T18:00")
    assert not ann.last.silent


async def test_nothing_comes_while_paused_and_what_was_missed_is_not_sent(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await ann.taps("Settings")
    await ann.taps("Pause")
    assert "Paused: nothing comes until you resume." in ann.text
    await evenings.comes("2013-11-23T20:00")
    await ann.taps("Resume")
    assert "Next: Day 5 of 8 on Mon 25 Nov, 19:00." in ann.text
    await evenings.comes("2013-11-25T18:00")
    assert evenings.days(ann.place) == [5]


async def test_the_last_digest_and_the_next_are_one_tap_away(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    await evenings.comes("2013-11-22T18:00")
    await ann.sends("/settings")
    panel = ann.last
    assert ann.last.labels[2] == ["Last: Day 3", "Next: Day 4"]
    await ann.taps("Last:")
    assert ann.text.startswith("ASP 12 · Day 3 of 8")
    ann.api.taps(ann.person, panel, "Next: Day 4")
    await ann.api.settled(ann.application)
    assert ann.text.startswith("ASP 12 · Programme of day 4 of 8")
    assert ann.last is not panel


async def test_who_came_late_is_not_told_that_every_digest_has_come(
    ann: Subscriber, evenings: Evenings
) -> None:
    await ann.sends("/subscribe")
    for day in (22, 23, 25, 26, 27, 28):
        await evenings.comes(f"2013-11-{day}T18:00")
    assert evenings.days(ann.place) == [3, 4, 5, 6, 7, 8]
    await ann.sends("/settings")
    assert (
        "On: no more digests of ASP 12 are due. Before the next session I ask here once.\n"
        in ann.text
    )


async def test_a_day_that_is_not_written_yet_is_said_to_be_waited_for(
    ann: Subscriber, evenings: Evenings
) -> None:
    evenings.unwritten(3)
    await ann.sends("/subscribe")
    await evenings.comes("2013-11-22T18:00")
    await ann.sends("/settings")
    assert "Next: Day 3 of 8, as soon as its summary is written." in ann.text


async def test_a_button_of_an_earlier_version_is_answered(ann: Subscriber) -> None:
    for data in (
        "settings",
        "at:0",
        "at:0:9999:Nowhere/At_All",
        "minutes:0:77",
        "lists:0:gone:1",
        "region:0:moon:0",
    ):
        await ann.opens(data)
        assert "Something went wrong" not in ann.text
