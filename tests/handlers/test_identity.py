"""``/id`` tells a person's number, with which the configuration names owners."""

from bot.localapi import LocalApi
from handlers.context import App
from tests.conversation import Conversation


async def test_it_is_the_number_that_the_configuration_asks_for(ann: Conversation) -> None:
    await ann.sends("/id")
    assert f"Your number at Telegram is {ann.person.id}." in ann.text
    assert ann.labels, "no dead end"


async def test_in_a_group_it_is_the_number_of_who_asks(team: Conversation) -> None:
    await team.sends("/id@asp_bot")
    assert f" {team.person.id}." in team.text


async def test_who_writes_in_a_chats_name_is_asked_to_come_in_private(
    api: LocalApi, application: App
) -> None:
    boss = api.person("Boss")
    group = api.supergroup("Board", administrators=[boss])
    there = Conversation(api, application, boss, group)
    await there.sends("/id@asp_bot", sender_chat=group)
    assert "ask me in a private chat" in there.text
    assert str(boss.id) not in there.text
