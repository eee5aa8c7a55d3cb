"""Digests arrive once, on time, in order."""

from tests.schedules.conftest import Evenings

FIRST_EVENING = "2013-11-20T18:00"  # 19:00 in The Hague


async def test_a_digest_comes_at_the_chats_time_and_not_before(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes("2013-11-20T17:59:59")
    assert evenings.days(ann) == []
    await evenings.comes(FIRST_EVENING)
    assert evenings.got(ann) == ["ASP 12 · Day 1 of 8 · Wednesday 20 November 2013"]


async def test_each_chat_has_its_own_evening(evenings: Evenings) -> None:
    nairobi = evenings.person("Amina", "07:30", "Africa/Nairobi")
    new_york = evenings.person("Grace", "18:00", "America/New_York")
    await evenings.comes("2013-11-20T22:59")
    assert (evenings.days(nairobi), evenings.days(new_york)) == ([], [])
    await evenings.comes("2013-11-20T23:00")
    assert (evenings.days(nairobi), evenings.days(new_york)) == ([], [1])
    await evenings.comes("2013-11-21T04:30")
    assert (evenings.days(nairobi), evenings.days(new_york)) == ([1], [1])


async def test_the_whole_session_comes_once_and_in_order(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes(FIRST_EVENING)
    for _ in range(24 * 10):
        await evenings.passes(hours=1)
    assert evenings.days(ann) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert not evenings.api.violations


async def test_a_restart_repeats_nothing(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes(FIRST_EVENING)
    evenings.restarts()
    await evenings.passes(minutes=5)
    assert evenings.days(ann) == [1]


async def test_a_clock_that_jumps_back_repeats_nothing(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes("2013-11-21T18:00")
    await evenings.comes("2013-11-20T12:00")
    await evenings.comes("2013-11-21T18:00")
    assert evenings.days(ann) == [1, 2]


async def test_earlier_days_do_not_count_for_a_subscription(evenings: Evenings) -> None:
    await evenings.comes("2013-11-22T17:30")  # after the close of day 3, before 19:00
    ann = evenings.person("Ann", "19:00")
    bo = evenings.person("Bo", "18:15")
    await evenings.comes("2013-11-23T18:00")
    assert evenings.days(ann) == [3, 4]
    assert evenings.days(bo) == [4]


async def test_what_fell_due_in_the_last_two_days_is_sent_and_older_is_offered(
    evenings: Evenings,
) -> None:
    ann = evenings.person()
    await evenings.comes(FIRST_EVENING)
    evenings.restarts()
    await evenings.comes("2013-11-25T12:00")  # days 2 and 3 are older than two days; day 4 is not
    assert evenings.days(ann) == [1, 4]
    offer = evenings.sent(ann)[1]
    assert offer.content.startswith("ASP 12 · Days you have not had yet")
    assert offer.labels == [["Day 2", "Day 3"]]
    await evenings.comes("2013-11-25T18:00")
    assert evenings.days(ann) == [1, 4, 5]


async def test_a_tap_below_a_digest_leaves_it_as_it_is(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes("2013-11-21T18:00")
    digest = evenings.sent(ann)[-1]
    before = (digest.content, digest.labels)
    person = evenings.api.world.people[ann.chat.id]
    evenings.api.taps(person, digest, digest.keyboard[0][0]["callback_data"])
    await evenings.api.settled(evenings.application)
    assert (digest.content, digest.labels) == before
    assert evenings.sent(ann)[-1].content.startswith("ASP 12 · Day 1 of 8\n")


async def test_in_a_group_the_buttons_are_links_into_the_bot(evenings: Evenings) -> None:
    team = evenings.subscribed(evenings.api.supergroup("Team"))
    await evenings.comes("2013-11-21T18:00")
    buttons = [each for row in evenings.sent(team)[-1].keyboard for each in row]
    assert buttons[0] == {"text": "Day 1", "url": "https://t.me/asp_bot?start=asp12-d-1"}
    assert all("url" in each for each in buttons)


async def test_only_a_chats_first_digest_says_how_to_stop_it(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes("2013-11-21T18:00")
    first, second = evenings.sent(ann)
    assert first.content.endswith("/unsubscribe ends it.")
    assert "/unsubscribe" not in second.content


async def test_at_night_it_makes_no_sound(evenings: Evenings) -> None:
    early = evenings.person("Early", "06:59")
    late = evenings.person("Late", "07:00")
    await evenings.comes("2013-11-21T05:59")
    await evenings.comes("2013-11-21T06:00")
    assert evenings.sent(early)[0].silent
    assert not evenings.sent(late)[0].silent


async def test_a_long_digest_comes_in_numbered_parts(evenings: Evenings) -> None:
    ann = evenings.person()
    evenings.unwritten(1)
    evenings.publish(
        1, "\n\n".join(f"Paragraph {n}. " + "Words and words. " * 20 for n in range(25))
    )
    await evenings.comes(FIRST_EVENING)
    parts = [each.content for each in evenings.sent(ann)]
    assert len(parts) > 2
    assert [each.splitlines()[-1] for each in parts] == [
        f"({number}/{len(parts)})" for number in range(1, len(parts) + 1)
    ]
    assert [bool(each.keyboard) for each in evenings.sent(ann)] == [False] * (len(parts) - 1) + [
        True
    ]
