"""The methods that tell about the bot, chats, members and files."""

from typing import Any

from bot.localapi.access import Access
from bot.localapi.chats import CHANNEL, LEFT, PRIVATE, Chat
from bot.localapi.errors import bad_request, refused
from bot.localapi.members import member_wire
from bot.localapi.methods import Parameters, method
from bot.localapi.standing import set_standing
from bot.localapi.world import World

Json = dict[str, Any]


@method("getMe")
def get_me(world: World, _given: Parameters) -> Json:
    """``getMe``: the bot, and what BotFather switched on."""
    return {
        **world.bot.wire(),
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": world.inline_mode,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("logOut")
def log_out(_world: World, _given: Parameters) -> bool:
    """``logOut``: nothing to leave here."""
    return True


@method("close")
def close(_world: World, _given: Parameters) -> bool:
    """``close``: nothing to close here."""
    return True


@method("getChat")
def get_chat(world: World, given: Parameters) -> Json:
    """``getChat``: the Bot API's ``ChatFullInfo``."""
    chat = world.reachable(given.values.get("chat_id"), Access.READ)
    pinned = chat.messages.get(chat.pinned[-1]) if chat.pinned else None
    return {
        **chat.wire(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
        **({"pinned_message": pinned.wire()} if pinned else {}),
    }


@method("getChatMember")
def get_chat_member(world: World, given: Parameters) -> Json:
    """``getChatMember``: a user's standing, read at this moment."""
    user_id = given.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    own = user_id == world.bot.id
    chat = world.reachable(given.values.get("chat_id"), Access.READ if own else Access.MEMBERS)
    person = world.people.get(user_id)
    if person is None:
        raise refused("member not found")
    if not own:
        _check_listing(world, chat)
    return member_wire(chat, person)


@method("getChatAdministrators")
def get_chat_administrators(world: World, given: Parameters) -> list[Json]:
    """``getChatAdministrators``: owner and administrators, other bots left out."""
    chat = world.reachable(given.values.get("chat_id"), Access.MEMBERS)
    if chat.type == PRIVATE:
        raise bad_request("there are no administrators in the private chat")
    _check_listing(world, chat)
    people = [world.people[one] for one in chat.status if chat.administers(one)]
    return [member_wire(chat, one) for one in people if not one.is_bot or one == world.bot]


def _check_listing(world: World, chat: Chat) -> None:
    """Who follows a channel is known to those alone who run it."""
    if chat.type == CHANNEL and not chat.administers(world.bot.id):
        raise refused("member list is inaccessible")


@method("getChatMemberCount")
def get_chat_member_count(world: World, given: Parameters) -> int:
    """``getChatMemberCount``: with the bot."""
    chat = world.reachable(given.values.get("chat_id"), Access.MEMBERS)
    return 2 if chat.type == PRIVATE else sum(1 for one in chat.status if chat.holds(one))


@method("leaveChat")
def leave_chat(world: World, given: Parameters) -> bool:
    """``leaveChat``: not from private chats."""
    chat = world.reachable(given.values.get("chat_id"), Access.READ)
    if chat.type == PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    set_standing(world, chat, world.bot, LEFT, by=world.bot)
    return True


@method("getFile")
def get_file(world: World, given: Parameters) -> Json:
    """``getFile``: where to fetch a file of up to 20 MB."""
    return world.files.described(given.text("file_id"))
