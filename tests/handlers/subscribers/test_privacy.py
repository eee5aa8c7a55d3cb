"""``/privacy``, ``/mydata`` and ``/forgetme``: what is kept, shown and erased."""

import asyncio
import json
import re
from typing import Any

import pytest
from sqlite_utils import Database

from bot.localapi import Place
from data import personal
from handlers.operator import Operator
from tests.handlers.subscribers.conftest import Subscriber
from tests.schedules.conftest import Evenings


def kept_in(document: bytes | None) -> dict[str, Any]:
    assert document
    told = json.loads(document)
    return {"chat": told["chat"], **told["kept"]}


def mentions(db: Database, chat: int) -> list[str]:
    """Return the tables that hold the number of a chat anywhere."""
    found = []
    # Numbers of updates, and of what is searched, may be alike; neither is about a chat.
    others = {"answered", *(each for each in db.table_names() if each.startswith("search_"))}
    for table in set(db.table_names()) - others:
        rows = [value for row in db.table(table).rows for value in row.values()]
        if any(re.search(rf"(?<!\d){chat}(?!\d)", str(value)) for value in rows):
            found.append(table)
    return found


async def test_it_says_who_runs_the_bot(ann: Subscriber) -> None:
    ann.application.bot_data.operator = Operator(name="Ada & Co <i>", contact="ada@example.org")
    await ann.sends("/privacy")
    assert "It is run by Ada & Co <i>.\nContact: ada@example.org" in ann.text


async def test_it_says_where_nobody_is_named(ann: Subscriber) -> None:
    await ann.sends("/privacy")
    assert "Whoever runs it has not given a name here." in ann.text


async def test_it_says_for_how_long_things_are_kept(ann: Subscriber) -> None:
    ann.application.bot_data.operator = Operator(backups=30)
    await ann.sends("/privacy")
    assert "until 60 days after the session" in ann.text
    assert "until 90 days after the chat blocked me" in ann.text
    assert "Backups forget it 31 days later" in ann.text


async def test_the_file_holds_all_that_is_kept(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe 7:30 Nairobi")
    await evenings.comes("2013-11-23T04:30")
    await ann.sends("/mydata")
    assert ann.last.filename == "mydata-2013-11-23.json"
    kept = kept_in(ann.last.document)
    assert kept.pop("chat") == ann.person.id
    assert sorted(kept) == ["chats", "deliveries", "outbox", "subscriptions"]
    assert kept["chats"][0]["zone"] == "Africa/Nairobi"
    assert [each["day"] for each in kept["deliveries"]] == [3]
    assert kept["outbox"][0]["text_in_words"].startswith("ASP 12 · Day 3 of 8")
    await asyncio.sleep(0)  # the very message that asked is erased in the next round of the loop
    assert sorted(mentions(evenings.db, ann.person.id)) == sorted(kept)


async def test_there_may_be_nothing_to_show(ann: Subscriber) -> None:
    await ann.sends("/mydata")
    assert ann.text == "Nothing is kept about this chat."
    assert ann.last.document is None


async def test_it_is_erased_after_one_confirmation(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    await evenings.comes("2013-11-22T18:00")
    await ann.sends("/forgetme")
    assert personal.about(evenings.db, ann.person.id)
    await ann.taps("Erase it all")
    assert ann.text == (
        "Erased. Nothing is kept about this chat any more, and no digests come.\n\n"
        "The backups will have forgotten it by Saturday 7 December 2013."
    )
    assert mentions(evenings.db, ann.person.id) == []
    await evenings.comes("2013-11-23T18:00")
    assert evenings.days(ann.place) == [3]


async def test_one_may_keep_it(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    await ann.sends("/forgetme")
    await ann.taps("Keep it")
    assert personal.about(evenings.db, ann.person.id)


async def test_what_waits_to_be_sent_is_not_sent_to_who_was_forgotten(
    ann: Subscriber, evenings: Evenings
) -> None:
    evenings.unwritten(3)
    await ann.sends("/subscribe")
    await evenings.comes("2013-11-22T18:00")
    await ann.sends("/forgetme")
    await ann.taps("Erase it all")
    evenings.publish(3, "At last.")
    await evenings.passes(minutes=5)
    assert evenings.days(ann.place) == []


async def test_who_was_forgotten_can_begin_anew(ann: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    await ann.sends("/forgetme")
    await ann.taps("Erase it all")
    await ann.sends("/subscribe")
    await evenings.comes("2013-11-22T18:00")
    assert evenings.days(ann.place) == [3]


async def test_nobody_elses_rows_go(ann: Subscriber, bo: Subscriber, evenings: Evenings) -> None:
    await ann.sends("/subscribe")
    await bo.sends("/subscribe")
    before = personal.about(evenings.db, bo.person.id)
    await ann.sends("/forgetme")
    await ann.taps("Erase it all")
    assert personal.about(evenings.db, bo.person.id) == before


async def test_a_groups_file_goes_to_the_administrators_private_chat(
    bo: Subscriber, group: Place
) -> None:
    await bo.sends("/start")
    await bo.at(group).sends("/subscribe")
    await bo.at(group).sends("/mydata")
    assert bo.at(group).text == "The file is in your private chat with me."
    assert kept_in(bo.last.document)["chat"] == group.id


async def test_a_private_chat_that_is_closed_is_to_be_opened_first(
    bo: Subscriber, group: Place
) -> None:
    await bo.at(group).sends("/subscribe")
    await bo.at(group).sends("/mydata")
    assert bo.at(group).text.startswith("I cannot write to you in private yet. Open @asp_bot")


async def test_who_stays_unnamed_gets_no_file(bo: Subscriber, group: Place) -> None:
    bo.api.promote(group, bo.person, anonymous=True)
    await bo.at(group).sends("/subscribe", sender_chat=group)
    await bo.at(group).sends("/mydata", sender_chat=group)
    assert bo.at(group).text.startswith("You write in the group's name here")


async def test_a_groups_rows_are_erased_by_an_administrator_alone(
    ann: Subscriber, bo: Subscriber, evenings: Evenings, group: Place
) -> None:
    await bo.at(group).sends("/subscribe")
    await bo.at(group).sends("/forgetme")
    question = bo.at(group).last
    await ann.at(group).is_refused("Erase it all", question)
    assert mentions(evenings.db, group.id)
    await bo.at(group).taps("Erase it all")
    assert mentions(evenings.db, group.id) == []


async def test_a_channels_rows_are_shown_and_erased_in_private(
    bo: Subscriber, evenings: Evenings, channel: Place
) -> None:
    await bo.sends("/settings")
    await bo.taps("A channel or group")
    bo.api.shares_chat(bo.person, bo.place, "Choose a channel", channel)
    await bo.api.settled(bo.application)
    await bo.taps("Subscribe")
    await bo.taps("Settings")
    await bo.taps("What is kept")
    await bo.taps("Show it")
    assert kept_in(bo.last.document)["chat"] == channel.id
    await bo.taps("Erase it")
    assert bo.text.startswith("Erase all that is kept about News?")
    await bo.taps("Erase it all")
    assert bo.text.startswith("Erased. Nothing is kept about News any more")
    assert mentions(evenings.db, channel.id) == []


@pytest.mark.parametrize("text", ["/mydata", "/forgetme"])
async def test_where_nothing_is_kept_that_is_said(ann: Subscriber, text: str) -> None:
    await ann.sends(text)
    assert ann.text == "Nothing is kept about this chat."
