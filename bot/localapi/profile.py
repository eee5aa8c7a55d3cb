"""The methods by which a bot presents itself: commands, name, descriptions, menu button."""

import re
from typing import Any

from bot.localapi.access import Access
from bot.localapi.errors import bad_request
from bot.localapi.methods import Parameters, method
from bot.localapi.values import whole
from bot.localapi.world import World

Json = dict[str, Any]
_COMMAND = re.compile(r"[a-z0-9_]{1,32}\Z")
_LANGUAGE = re.compile(r"([a-z]{2})?\Z")
_MOST = 100
_NAME = 32
_DESCRIPTION = 256
_BROAD = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})


def _language(given: Parameters) -> str:
    language = given.text("language_code")
    if not _LANGUAGE.match(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(world: World, given: Parameters) -> str:
    scope = given.mapping("scope") or {"type": "default"}
    kind = str(scope.get("type"))
    if kind in _BROAD:
        return str(kind)
    if kind not in {"chat", "chat_administrators", "chat_member"}:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat = world.reachable(scope.get("chat_id"), Access.MEMBERS)
    if chat.type == "channel":
        raise bad_request("can't change commands in channel chats")
    if chat.type == "private" and kind != "chat":
        raise bad_request("can't use specified scope in private chats")
    if kind == "chat_member":
        return f"chat_member:{chat.id}:{whole(scope.get('user_id'), 'user_id')}"
    return f"{kind}:{chat.id}"


@method("setMyCommands")
def set_my_commands(world: World, given: Parameters) -> bool:
    """``setMyCommands``: at most a hundred, 1-32 of ``[a-z0-9_]``, described in 1-256."""
    commands = given.array("commands")
    if commands is None or not all(isinstance(one, dict) for one in commands):
        raise bad_request("can't parse commands JSON object")
    key = _scope(world, given), _language(given)
    read = [_command(one) for one in commands]
    if len(commands) > _MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile.commands[key] = read
    return True


def _command(raw: Json) -> tuple[str, str]:
    name = str(raw.get("command", "")).strip().removeprefix("/")
    about = str(raw.get("description", "")).strip()
    if not name:
        raise bad_request("command must be non-empty")
    if len(name) > _NAME:
        raise bad_request(f"command length must not exceed {_NAME}")
    if not about:
        raise bad_request("command description must be non-empty")
    if len(about) > _DESCRIPTION:
        raise bad_request(f"command description length must not exceed {_DESCRIPTION}")
    if not _COMMAND.match(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return name, about


@method("getMyCommands")
def get_my_commands(world: World, given: Parameters) -> list[Json]:
    """``getMyCommands``: of exactly this scope and language."""
    commands = world.profile.commands.get((_scope(world, given), _language(given)), [])
    return [{"command": name, "description": about} for name, about in commands]


@method("deleteMyCommands")
def delete_my_commands(world: World, given: Parameters) -> bool:
    """``deleteMyCommands``: of exactly this scope and language."""
    world.profile.commands.pop((_scope(world, given), _language(given)), None)
    return True


def _register(name: str, field: str, limit: int) -> None:
    """A pair of methods for one text of the profile, kept by language."""

    @method(f"setMy{name}")
    def set_text(world: World, given: Parameters) -> bool:
        value = given.text(field)
        if len(value) > limit:
            raise bad_request(f"bot {field.replace('_', ' ')} must not exceed {limit} characters")
        kept: dict[str, str] = getattr(world.profile, field)
        kept[_language(given)] = value
        return True

    @method(f"getMy{name}")
    def get_text(world: World, given: Parameters) -> Json:
        kept: dict[str, str] = getattr(world.profile, field)
        fallback = world.bot.first_name if field == "name" else ""
        return {field: kept.get(_language(given)) or kept.get("") or fallback}


_register("Description", "description", 512)
_register("ShortDescription", "short_description", 120)
_register("Name", "name", 64)


@method("setChatMenuButton")
def set_chat_menu_button(world: World, given: Parameters) -> bool:
    """``setChatMenuButton``: for one private chat, or for all."""
    button = given.mapping("menu_button") or {"type": "default"}
    if str(button.get("type")) not in {"default", "commands", "web_app"}:
        raise bad_request("can't parse MenuButton: Unsupported type specified")
    world.profile.menu_buttons[_private_id(world, given)] = button
    return True


@method("getChatMenuButton")
def get_chat_menu_button(world: World, given: Parameters) -> Json:
    """``getChatMenuButton``: of one private chat, or the one for all."""
    buttons = world.profile.menu_buttons
    button = buttons.get(_private_id(world, given)) or buttons.get(None) or {"type": "commands"}
    return {"type": "commands"} if button["type"] == "default" else button


def _private_id(world: World, given: Parameters) -> int | None:
    if not given.values.get("chat_id"):
        return None
    chat = world.find_chat(given.values["chat_id"])
    if chat.type != "private":
        raise bad_request("menu button can be changed in private chats only")
    return chat.id


@method("setMyDefaultAdministratorRights")
def set_my_default_administrator_rights(world: World, given: Parameters) -> bool:
    """``setMyDefaultAdministratorRights``: proposed when somebody adds the bot."""
    world.profile.administrator_rights[given.flag("for_channels")] = given.mapping("rights") or {}
    return True
