"""What was sent is brought to what stands now."""

from bot.localapi import Fault
from tests.schedules.conftest import Evenings

EVENING = "2013-11-20T18:00"
LONG = "\n\n".join(f"Paragraph {n}. " + "Words and words. " * 20 for n in range(25))


async def test_a_day_corrected_after_delivery_is_edited_in_place(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes(EVENING)
    (digest,) = evenings.sent(ann)
    evenings.publish(1, "What really happened.", "corrected")
    await evenings.passes(minutes=30)
    assert evenings.sent(ann) == [digest]
    assert "What really happened." in digest.content
    assert digest.content.splitlines()[1] == "corrected Wed 20 Nov, 19:00"


async def test_who_gets_the_corrected_text_first_sees_no_mark(evenings: Evenings) -> None:
    late = evenings.person("Late", "21:00")
    await evenings.comes(EVENING)
    evenings.publish(1, "What really happened.", "corrected")
    await evenings.comes("2013-11-20T20:00")
    assert "corrected" not in evenings.sent(late)[0].content


async def test_a_text_that_became_longer_gets_its_new_parts_silently(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes(EVENING)
    evenings.publish(1, LONG, "corrected")
    await evenings.passes(minutes=1)
    first, *more = evenings.sent(ann)
    assert more
    assert all(each.silent and each.reply_to is first for each in more)
    assert first.content.endswith(f"(1/{1 + len(more)})")
    assert more[-1].keyboard
    assert not first.keyboard


async def test_a_text_that_became_shorter_loses_its_surplus(evenings: Evenings) -> None:
    evenings.unwritten(1)
    evenings.publish(1, LONG)
    ann = evenings.person()
    await evenings.comes(EVENING)
    assert len(evenings.sent(ann)) > 2
    evenings.publish(1, "Short.", "corrected")
    await evenings.passes(minutes=1)
    (digest,) = evenings.sent(ann)
    assert "Short." in digest.content


async def test_after_48_hours_the_surplus_is_shortened_to_a_line(evenings: Evenings) -> None:
    evenings.unwritten(1)
    evenings.publish(1, LONG)
    ann = evenings.person()
    await evenings.comes(EVENING)
    number = len(evenings.sent(ann))
    evenings.publish(1, "Short.", "corrected")
    await evenings.comes("2013-11-22T18:30")
    parts = evenings.sent(ann)[:number]
    assert "Short." in parts[0].content
    assert {each.content for each in parts[1:]} == {
        "(This part is no longer needed: the text above became shorter.)"
    }


async def test_only_the_newest_text_is_sent_when_corrections_overtake_each_other(
    evenings: Evenings,
) -> None:
    ann = evenings.person()
    await evenings.comes(EVENING)
    evenings.publish(1, "Second.", "corrected")
    evenings.publish(1, "Third.", "corrected")
    await evenings.passes(minutes=1)
    assert "Third." in evenings.sent(ann)[0].content
    assert len(evenings.api.called("editMessageText")) == 1


async def test_a_withdrawn_day_says_so_and_comes_back(evenings: Evenings) -> None:
    ann = evenings.person()
    late = evenings.person("Late", "21:00")
    await evenings.comes(EVENING)
    evenings.publish(1, "", "withdrawn")
    await evenings.passes(minutes=1)
    (digest,) = evenings.sent(ann)
    assert "withdrawn" in digest.content
    await evenings.comes("2013-11-20T20:00")
    assert evenings.days(late) == []
    evenings.publish(1, "Again.")
    await evenings.passes(minutes=1)
    assert "Again." in digest.content
    assert evenings.days(late) == [1]


async def test_a_correction_is_tried_again_after_a_fault(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes(EVENING)
    evenings.publish(1, "Right.", "corrected")
    evenings.api.fail(Fault(), "editMessageText")
    await evenings.passes(minutes=1)
    assert "Right." not in evenings.sent(ann)[0].content
    await evenings.passes(minutes=1)
    assert "Right." in evenings.sent(ann)[0].content


async def test_a_message_that_is_gone_is_left(evenings: Evenings) -> None:
    ann = evenings.person()
    await evenings.comes(EVENING)
    person = evenings.api.world.people[ann.chat.id]
    evenings.api.deletes(person, evenings.sent(ann)[0])
    evenings.publish(1, "Right.", "corrected")
    await evenings.passes(minutes=1)
    await evenings.passes(hours=1)
    assert evenings.sent(ann) == []
    assert len(evenings.api.called("editMessageText")) == 1
