"""What Telegram sent is answered: after a crash, after a refusal, in order, once."""

import asyncio
import json
import logging
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from sqlite_utils import Database
from telegram import Update
from telegram.ext import CommandHandler, TypeHandler

from bot.application import build
from bot.hearing import Hearing
from bot.inbox import Inbox
from bot.limits import COMMANDS, Limits
from bot.localapi import Account, Call, Fault, LocalApi, Place
from bot.polling import Polling, polled
from bot.processing import inbox_of
from bot.trouble import Trouble
from data import inbox as store
from data.clock import SettableClock
from data.store import open_store, writing
from handlers import GROUPS
from handlers.answer import answer
from handlers.context import App, Context
from schedules.pace import Pace
from tests.waiting import until

Callback = Callable[[Update, Context], object]


class Seconds:
    """Time that goes on only where somebody waits."""

    def __init__(self) -> None:
        self.past = 0.0

    def __call__(self) -> float:
        return self.past

    async def pause(self, seconds: float) -> None:
        self.past += seconds
        await asyncio.sleep(0)


@pytest.fixture
def ann(api: LocalApi) -> Account:
    return api.person("Ann")


@pytest.fixture
def place(api: LocalApi, ann: Account) -> Place:
    return api.private(ann)


@pytest.fixture
def made(api: LocalApi, db: Database, clock: SettableClock) -> App:
    """The application, not yet running, which waits in no time."""
    return quick(api, db, clock)


def quick(api: LocalApi, db: Database, clock: SettableClock, **more: Any) -> App:
    time = Seconds()
    pace = Pace(1e9, person=0, group=0, now=time)
    return build(request=api, db=db, clock=clock, pace=pace, pause=time.pause, **more)


def heard(api: LocalApi, place: Place) -> list[str]:
    """What the bot said in a chat."""
    return [each.content for each in api.messages(place) if each.sender is api.bot]


@asynccontextmanager
async def killed_after(application: App) -> AsyncIterator[Inbox]:
    """Run an application, and at the end let it go without a chance to do anything."""
    before = asyncio.all_tasks()
    await application.initialize()
    inbox_of(application).open(application.bot)
    await application.start()
    polling = asyncio.create_task(Polling(application, Trouble(), Hearing()).goes_on())
    yield inbox_of(application)
    polling.cancel()
    mine = asyncio.all_tasks() - before
    for each in mine:
        each.cancel()
    await asyncio.wait(mine)


async def test_what_was_fetched_is_answered_after_a_crash(
    api: LocalApi, db: Database, clock: SettableClock, ann: Account, place: Place, tmp_path: Path
) -> None:
    begun = asyncio.Event()

    async def hang(_update: Update, _context: Context) -> None:
        begun.set()
        await asyncio.Event().wait()

    first = build(request=api, db=db, clock=clock, groups=((TypeHandler(Update, hang),),))
    async with killed_after(first):
        for number in (1, 2, 3):
            api.says(ann, place, f"/day {number}")
        await begun.wait()
        await api.world.updates.emptied()
    assert not api.pending, "Telegram considers them fetched"
    with open_store(tmp_path / "aspbot.db") as again:
        second = build(request=api, db=again, clock=clock)
        async with polled(second):
            await api.settled(second)
        assert store.waiting(again) == 0
    days = [each.partition("\n")[0] for each in heard(api, place)]
    assert [f"Day {number} of 8" in day for number, day in enumerate(days, 1)] == [True] * 3


async def test_what_was_answered_is_not_answered_again_where_telegram_sends_it_again(
    api: LocalApi, made: App, ann: Account, place: Place
) -> None:
    api.says(ann, place, "/help")
    unconfirmed = list(api.updates)
    async with polled(made):
        await api.settled(made)
        await inbox_of(made).take(unconfirmed)
        await made.update_queue.join()
    assert len(heard(api, place)) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault.flood(30),
        Fault(500),
        Fault(502),
        Fault.cut(),
        Fault.timeout(),
        Fault.garbage(502),
        Fault.garbage(200),
    ],
)
async def test_an_answer_that_is_refused_for_the_moment_comes_later(
    api: LocalApi, made: App, ann: Account, place: Place, fault: Fault
) -> None:
    api.fail(fault, "sendMessage", times=3)
    async with polled(made):
        api.says(ann, place, "/help")
        api.says(ann, place, "/day 3")
        await api.settled(made)
    first, second = heard(api, place)
    assert "/outcomes" in first
    assert "Day 3 of 8" in second


async def test_it_waits_as_long_as_telegram_asks_and_holds_up_nobody_else(
    api: LocalApi, db: Database, clock: SettableClock, ann: Account, place: Place
) -> None:
    paused: list[float] = []
    go_on = asyncio.Event()

    async def pause(seconds: float) -> None:
        paused.append(seconds)
        await go_on.wait()

    time = Seconds()
    pace = Pace(1e9, person=0, group=0, now=time)
    made = build(request=api, db=db, clock=clock, pace=pace, pause=pause)
    bo = api.person("Bo")
    api.fail(Fault.flood(77), "sendMessage", chat_id=ann.id)
    async with polled(made):
        api.says(ann, place, "/help")
        api.says(bo, api.private(bo), "/help")
        await until(lambda: paused and heard(api, api.private(bo)))
        assert paused == [77]
        assert not heard(api, place)
        time.past += 77
        go_on.set()
        await api.settled(made)
        assert len(heard(api, place)) == 1


async def test_only_the_parts_of_an_answer_that_are_missing_are_sent_again(
    api: LocalApi, db: Database, clock: SettableClock, ann: Account, place: Place
) -> None:
    async def long(update: Update, context: Context) -> None:
        await answer(update, context, Markup("\n\n").join(letter * 3000 for letter in "abc"))

    groups = ((CommandHandler("long", long),), GROUPS[-1])
    made = quick(api, db, clock, groups=groups)
    calls = 0

    async def second_fails(call: Call) -> None:
        nonlocal calls
        calls += call.method == "sendMessage"
        if calls == 2:
            calls += 1
            api.fail(Fault(500), "sendMessage")

    api.before = second_fails
    async with polled(made):
        api.says(ann, place, "/long")
        await api.settled(made)
    assert [each[0] for each in heard(api, place)][:3] == ["a", "b", "c"]


NOT_TAKEN = "Telegram did not take my answer. Please try again in a few minutes."


@pytest.mark.parametrize("fault", [Fault(500), Fault.garbage(502), Fault.timeout()])
async def test_a_file_that_telegram_does_not_take_gives_way_to_a_sentence_within_ten_seconds(
    api: LocalApi, db: Database, clock: SettableClock, ann: Account, place: Place, fault: Fault
) -> None:
    began = clock.now()

    async def pause(seconds: float) -> None:
        clock.tick(timedelta(seconds=seconds))
        await asyncio.sleep(0)

    made = build(request=api, db=db, clock=clock, pause=pause)
    api.fail(fault, "sendDocument", times=None)
    async with polled(made):
        api.says(ann, place, "/calendar")
        api.says(ann, place, "/day 3")
        await api.settled(made)
        first, second = heard(api, place)
        assert first == NOT_TAKEN
        assert "Day 3 of 8" in second
        assert clock.now() - began <= timedelta(seconds=10)
        api.recover()
        api.says(ann, place, "/calendar")
        await api.settled(made)
        assert heard(api, place)[-1] != NOT_TAKEN


async def test_while_telegram_takes_nothing_at_all_the_answer_itself_is_tried_again(
    api: LocalApi, db: Database, clock: SettableClock, ann: Account, place: Place
) -> None:
    async def pause(seconds: float) -> None:
        clock.tick(timedelta(seconds=seconds))
        await asyncio.sleep(0)
        if clock.now() - began > timedelta(minutes=5):
            api.recover()

    began = clock.now()
    made = build(request=api, db=db, clock=clock, pause=pause)
    api.fail(Fault(502), times=None, chat_id=ann.id)
    async with polled(made):
        api.says(ann, place, "/help")
        await api.settled(made)
    assert "/outcomes" in "".join(heard(api, place))
    assert NOT_TAKEN not in heard(api, place)


async def test_an_answer_that_telegram_never_takes_is_given_up(
    api: LocalApi, made: App, ann: Account, place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    api.fail(Fault(500), "sendMessage", times=None, chat_id=ann.id)
    async with polled(made):
        api.says(ann, place, "/help")
        await api.settled(made)
        assert not inbox_of(made).attempts
        api.recover()
        api.says(ann, place, "/help")
        await api.settled(made)
    assert len(heard(api, place)) == 1
    assert len([each for each in caplog.records if "refused for the moment" in each.message]) == 1
    assert [each.message for each in caplog.records if "without an answer" in each.message]


async def test_a_change_is_made_once_though_its_answer_is_tried_again(
    api: LocalApi, db: Database, clock: SettableClock, ann: Account, place: Place
) -> None:
    changes = []

    async def change(update: Update, context: Context) -> None:
        with writing(context.db):
            if context.first_time():
                changes.append(update.update_id)
        assert update.message
        await update.message.reply_text("Done")

    groups = ((CommandHandler("change", change),),)
    made = quick(api, db, clock, groups=groups)
    api.fail(Fault(500), "sendMessage", times=2)
    async with polled(made):
        api.says(ann, place, "/change")
        await api.settled(made)
    assert heard(api, place) == ["Done"]
    assert len(changes) == 1


async def test_words_in_a_group_that_are_not_for_the_bot_are_never_kept(
    api: LocalApi, made: App, ann: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []
    keep = store.keep

    def watched(db: Database, updates: list[tuple[int, str]], now: object) -> list[int]:
        kept.extend(body for _, body in updates)
        return keep(db, updates, now)  # type: ignore[arg-type]  # handed through

    monkeypatch.setattr(store, "keep", watched)
    group = api.supergroup("Team", members=[ann], administrators=[api.bot])
    async with polled(made):
        api.says(ann, group, "We meet at the back door")
        api.says(ann, group, "/day 3")
        await api.settled(made)
    assert len(kept) == 1
    assert "/day 3" in kept[0]


async def test_a_slow_answer_delays_nobody_else_but_its_own_chat(
    api: LocalApi, db: Database, clock: SettableClock, ann: Account, place: Place
) -> None:
    go_on = asyncio.Event()

    async def answer(update: Update, _context: Context) -> None:
        message = update.message
        assert message
        assert message.text
        if message.text == "/slow":
            await go_on.wait()
        await message.reply_text(message.text)

    groups = ((TypeHandler(Update, answer),),)
    made = build(request=api, db=db, clock=clock, groups=groups)
    others = [api.person(f"P{number}") for number in range(300)]
    async with polled(made):
        api.says(ann, place, "/slow")
        api.says(ann, place, "/quick")
        for each in others:
            api.says(each, api.private(each), "/quick")
        await until(lambda: len(api.called("sendMessage")) == len(others))
        assert not heard(api, place)
        go_on.set()
        await api.settled(made)
        assert heard(api, place) == ["/slow", "/quick"]


async def test_what_waits_is_bounded_and_the_rest_stays_at_telegram(
    api: LocalApi, made: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.inbox.MOST_WAITING", 50)
    monkeypatch.setattr("bot.inbox.MOST_AT_HAND", 20)
    held = asyncio.Event()

    async def before(call: Call) -> None:
        if call.method == "sendMessage":
            await held.wait()

    people = [api.person(f"P{number}") for number in range(10)]
    for number in range(300):
        person = people[number % 10]
        api.says(person, api.private(person), "/help")
    async with polled(made):
        api.before = before
        await until(lambda: made.update_queue.qsize() >= 50)
        for _ in range(100):
            await asyncio.sleep(0)
        assert made.update_queue.qsize() <= 150
        assert len(api.updates) >= 100
        held.set()
        await api.settled(made)
    assert {len(heard(api, api.private(each))) for each in people} == {30}


async def test_more_than_thirty_commands_a_minute_hear_one_sentence(
    api: LocalApi, db: Database, clock: SettableClock, ann: Account, place: Place
) -> None:
    made = build(request=api, db=db, clock=clock, limits=Limits())
    async with polled(made):
        for _ in range(COMMANDS + 20):
            api.says(ann, place, "/day 3")
        await api.settled(made)
        said = heard(api, place)
        assert len(said) == COMMANDS + 1
        assert said[-1] == "That was a lot at once. I answer again in a minute."
        clock.tick(timedelta(seconds=61))
        api.says(ann, place, "/help")
        await api.settled(made)
        assert "/outcomes" in heard(api, place)[-1]


async def test_a_flood_of_taps_gets_one_note_over_the_chat(
    api: LocalApi, db: Database, clock: SettableClock, ann: Account, place: Place
) -> None:
    made = build(request=api, db=db, clock=clock, limits=Limits())
    async with polled(made):
        api.says(ann, place, "/days")
        await api.settled(made)
        message = api.messages(place)[-1]
        data = message.keyboard[0][0]["callback_data"]
        queries = [api.taps(ann, message, data) for _ in range(70)]
        await api.settled(made)
    alerts = [api.alerts[each].text for each in queries if each in api.alerts]
    assert [each for each in alerts if each] == [
        "That was a lot at once. I answer again in a minute."
    ]
    assert len(alerts) == 61


async def test_a_tap_older_than_a_minute_gets_its_screen_without_a_word(
    api: LocalApi, db: Database, clock: SettableClock, ann: Account, place: Place
) -> None:
    made = build(request=api, db=db, clock=clock)
    async with polled(made):
        api.says(ann, place, "/days")
        await api.settled(made)
    message = api.messages(place)[-1]
    query = api.taps(ann, message, "day:asp12:3:0")
    store.keep(db, [(each["update_id"], json.dumps(each)) for each in api.updates], clock.now())
    clock.tick(timedelta(minutes=2))
    calls = len(api.calls)
    async with polled(made):
        await api.settled(made)
    assert query not in api.alerts
    assert [each.method for each in api.calls[calls:] if each.method[0] != "g"] == [
        "deleteWebhook",
        "editMessageText",
    ]
    assert "Day 3 of 8" in api.messages(place)[-1].content


async def test_a_store_that_takes_nothing_still_answers_what_is_looked_up(
    api: LocalApi,
    made: App,
    ann: Account,
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(store, "keep", full)
    monkeypatch.setattr(store, "erase", full)
    async with polled(made):
        for number in range(1, 9):
            api.says(ann, place, f"/day {number}")
            await api.settled(made)
    assert len(heard(api, place)) == 8
    assert not api.pending
    assert len([each for each in caplog.records if each.levelno >= logging.ERROR]) == 1


async def test_what_is_no_update_is_passed_over(
    api: LocalApi, made: App, ann: Account, place: Place
) -> None:
    person = {"id": ann.id, "is_bot": False, "first_name": "Ann"}
    private = {"id": ann.id, "type": "private"}
    hostile: list[Any] = [
        {"update_id": 1},
        {"update_id": 2, "message": {}},
        {"update_id": 3, "message": {"chat": private, "from": person}},
        {"update_id": 4, "callback_query": {"id": "1"}},
        {"update_id": "5", "message": []},
        {"message": {"chat": private, "from": person, "message_id": 1, "date": 0, "text": "x"}},
        [],
        "x",
        None,
    ]
    async with polled(made):
        await inbox_of(made).take(hostile)
        api.says(ann, place, "/help")
        await api.settled(made)
    assert len(heard(api, place)) == 1
