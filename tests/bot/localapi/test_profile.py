"""How the bot presents itself: menus, name and descriptions."""

from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    MenuButtonCommands,
)

from bot.localapi import Account, LocalApi, Place
from tests.bot.localapi.conftest import Refusal


async def test_commands_are_kept_by_scope_and_language(bot: Bot) -> None:
    scope = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands([("day", "A day")], scope=scope)
    await bot.set_my_commands([("day", "Un jour")], scope=scope, language_code="fr")
    assert await bot.get_my_commands(scope, "fr") == (BotCommand("day", "Un jour"),)
    assert await bot.get_my_commands() == ()
    await bot.delete_my_commands(scope, "fr")
    assert await bot.get_my_commands(scope, "fr") == ()
    assert await bot.get_my_commands(scope) == (BotCommand("day", "A day"),)


async def test_a_person_is_offered_the_narrowest_menu(
    api: LocalApi, bot: Bot, ann: Account, place: Place, team: Place
) -> None:
    await bot.set_my_commands([("help", "Help")])
    await bot.set_my_commands([("addsummary", "Write")], scope=BotCommandScopeChat(ann.id))
    every = BotCommandScopeAllChatAdministrators()
    await bot.set_my_commands([("settings", "Settings")], scope=every)
    menu = api.profile.menu
    assert menu(place.id, ann.id, "fr") == [("addsummary", "Write")]
    assert menu(team.id, ann.id) == [("help", "Help")]
    assert menu(team.id, ann.id, administrator=True) == [("settings", "Settings")]


REFUSED = {
    "upper case": ([("Day", "A day")], "BOT_COMMAND_INVALID"),
    "33 letters": ([("d" * 33, "A day")], "command length must not exceed 32"),
    "no name": ([("/", "A day")], "command must be non-empty"),
    "no description": ([("day", " ")], "command description must be non-empty"),
    "257 characters": ([("day", "x" * 257)], "command description length must not exceed 256"),
    "101 commands": ([(f"c{n}", "x") for n in range(101)], "BOT_COMMANDS_TOO_MUCH"),
}


@pytest.mark.parametrize(("commands", "why"), REFUSED.values(), ids=REFUSED)
async def test_what_is_no_menu_is_refused(
    bot: Bot, refusal: Refusal, commands: list[tuple[str, str]], why: str
) -> None:
    assert await refusal(bot.set_my_commands(commands)) == f"400 Bad Request: {why}"


@pytest.mark.parametrize(
    ("scope", "why"),
    [
        (BotCommandScopeChat(5), "chat not found"),
        (BotCommandScopeChatAdministrators(1001), "can't use specified scope in private chats"),
    ],
    ids=["unknown chat", "private chat"],
)
async def test_a_scope_that_fits_no_chat_is_refused(
    bot: Bot, place: Place, refusal: Refusal, scope: Any, why: str
) -> None:
    assert place.id == 1001
    told = await refusal(bot.set_my_commands([("day", "x")], scope=scope))
    assert told == f"400 Bad Request: {why}"


async def test_a_channel_has_no_menu(bot: Bot, channel: Place, refusal: Refusal) -> None:
    told = await refusal(bot.set_my_commands([("day", "x")], scope=BotCommandScopeChat(channel.id)))
    assert told == "400 Bad Request: can't change commands in channel chats"


async def test_a_language_has_two_letters(bot: Bot, refusal: Refusal) -> None:
    told = await refusal(bot.set_my_commands([("day", "x")], language_code="fr-CA"))
    assert told == "400 Bad Request: invalid language code specified"


async def test_descriptions_are_kept_by_language(bot: Bot) -> None:
    await bot.set_my_description("x" * 512)
    await bot.set_my_short_description("Court", language_code="fr")
    assert (await bot.get_my_description("fr")).description == "x" * 512
    assert (await bot.get_my_short_description("fr")).short_description == "Court"
    assert (await bot.get_my_short_description()).short_description == ""


async def test_descriptions_have_their_limits(api: LocalApi, bot: Bot, refusal: Refusal) -> None:
    assert (await refusal(bot.set_my_description("x" * 513))).startswith("400")
    assert (await refusal(bot.set_my_short_description("x" * 121))).startswith("400")
    assert len(api.violations) == 2


async def test_the_menu_button_is_one_for_all(bot: Bot, place: Place) -> None:
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert await bot.get_chat_menu_button(place.id) == MenuButtonCommands()


async def test_the_bot_knows_itself(api: LocalApi, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.supports_inline_queries) == (api.bot.id, "asp_bot", True)
