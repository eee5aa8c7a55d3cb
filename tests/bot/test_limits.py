"""How much one may ask in a minute."""

from typing import Any

import pytest

from bot import limits
from bot.limits import COMMANDS, COSTLY, QUERIES, TAPS, Limits, Verdict

NOON = 1_385_121_600.0
GROUP = {"id": -1005, "type": "supergroup"}


def command(text: str = "/day 3", person: int = 7, at: float = NOON, **more: Any) -> Any:
    chat = {"id": person, "type": "private"}
    sender = {"id": person, "is_bot": False}
    content = {"message_id": 1, "date": int(at), "chat": chat, "from": sender, "text": text}
    return {"update_id": 1, "message": content | more}


def tap(data: str = "day:asp12:3:0", person: int = 7) -> Any:
    return {"update_id": 1, "callback_query": {"id": "1", "from": {"id": person}, "data": data}}


def verdicts(counted: Limits, update: Any, times: int, now: float = NOON) -> list[Verdict]:
    return [counted.judge(update, now) for _ in range(times)]


@pytest.mark.parametrize(
    ("update", "most"),
    [
        (command(), COMMANDS),
        (command("what was decided?"), COMMANDS),
        (command("/calendar"), COSTLY),
        (command("/calendar@asp_bot now"), COSTLY),
        (tap(), TAPS),
        (tap("chart:asp12:budget"), COSTLY),
        ({"update_id": 1, "inline_query": {"id": "1", "from": {"id": 7}}}, QUERIES),
        (command(chat=GROUP), COMMANDS),
    ],
)
def test_beyond_the_limit_one_sentence_then_nothing(update: Any, most: int) -> None:
    found = verdicts(Limits(), update, most + 10)
    assert found == [Verdict.ANSWER] * most + [Verdict.SAY_SO] + [Verdict.NOTHING] * 9


def test_after_a_minute_of_nothing_it_answers_again() -> None:
    counted = Limits()
    verdicts(counted, command(), COMMANDS + 1)
    assert counted.judge(command(at=NOON + 59), NOON) is Verdict.NOTHING
    assert counted.judge(command(at=NOON + 60), NOON) is Verdict.ANSWER


def test_a_steady_pace_below_the_limit_is_answered_for_ever() -> None:
    counted = Limits()
    found = {counted.judge(command(at=NOON + 2 * each), NOON) for each in range(500)}
    assert found == {Verdict.ANSWER}


def test_what_waited_at_telegram_counts_by_when_it_was_sent() -> None:
    counted = Limits()
    found = {counted.judge(command(at=NOON + 30 * each), NOON + 3600) for each in range(100)}
    assert found == {Verdict.ANSWER}


def test_one_persons_flood_is_nobody_elses() -> None:
    counted = Limits()
    verdicts(counted, command(person=7), 100)
    assert counted.judge(command(person=8), NOON) is Verdict.ANSWER


def test_a_group_has_a_limit_of_its_own() -> None:
    counted = Limits()
    people = range(COMMANDS + 2)
    found = [counted.judge(command(person=each, chat=GROUP), NOON) for each in people]
    assert found[-3:] == [Verdict.ANSWER, Verdict.SAY_SO, Verdict.NOTHING]
    assert counted.judge(command(person=1), NOON) is Verdict.ANSWER, "in private it answers"


def test_what_a_person_is_not_answered_does_not_count_for_the_group() -> None:
    counted = Limits()
    for at in (NOON, NOON + 31):
        verdicts(counted, command(chat=GROUP, at=at), COMMANDS // 2)
    verdicts(counted, command(chat=GROUP, at=NOON + 31), 100)
    later = command(person=8, chat=GROUP, at=NOON + 61)
    assert counted.judge(later, NOON) is Verdict.ANSWER


def test_an_anonymous_administrator_counts_as_the_group() -> None:
    update = command(chat=GROUP, sender_chat=GROUP)
    assert verdicts(Limits(), update, COMMANDS + 1)[-1] is Verdict.SAY_SO


def test_the_messages_of_an_open_draft_do_not_count() -> None:
    counted = Limits(exempt=lambda chat: chat == 7)
    assert set(verdicts(counted, command("A long paragraph."), 200)) == {Verdict.ANSWER}
    assert Verdict.SAY_SO in verdicts(counted, command("/day 3"), 200)


def test_a_million_senders_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KEPT", 100)
    counted = Limits()
    for person in range(1000):
        counted.judge(command(person=person), NOON)
    assert len(counted._counts) == 100  # noqa: SLF001 - what cannot be seen from outside


def test_being_added_to_a_group_is_no_command() -> None:
    update = {"update_id": 1, "my_chat_member": {"chat": GROUP, "from": {"id": 7}}}
    assert set(verdicts(Limits(), update, 200)) == {Verdict.ANSWER}
