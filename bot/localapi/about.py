"""The methods that tell about the bot, chats, members and files."""

from typing import Any

from bot.localapi.chats import KICKED, LEFT, PRIVATE, Chat, Place
from bot.localapi.errors import bad_request
from bot.localapi.members import member_wire
from bot.localapi.methods import Parameters, method
from bot.localapi.standing import set_standing
from bot.localapi.world import Happening, World

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
    chat = _visible(world, given)
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


def _visible(world: World, given: Parameters) -> Chat:
    """A chat that the bot may look at; a private one also before its first word."""
    chat = world.find_chat(given.values.get("chat_id"))
    if chat.type != PRIVATE:
        chat.check_access(world.bot.id)
    return chat


@method("getChatMember")
def get_chat_member(world: World, given: Parameters) -> Json:
    """``getChatMember``: a user's standing, read at this moment."""
    chat = _visible(world, given)
    person = world.people.get(given.integer("user_id"))
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_wire(chat, person, world.bot)


@method("getChatAdministrators")
def get_chat_administrators(world: World, given: Parameters) -> list[Json]:
    """``getChatAdministrators``: owner and administrators, other bots left out."""
    chat = _visible(world, given)
    if chat.type == PRIVATE:
        raise bad_request("there are no administrators in the private chat")
    people = [world.people[one] for one in chat.status if chat.administers(one)]
    return [
        member_wire(chat, one, world.bot) for one in people if not one.is_bot or one == world.bot
    ]


@method("getChatMemberCount")
def get_chat_member_count(world: World, given: Parameters) -> int:
    """``getChatMemberCount``: with the bot."""
    chat = _visible(world, given)
    if chat.type == PRIVATE:
        return 2
    return sum(1 for status in chat.status.values() if status not in (LEFT, KICKED))


@method("leaveChat")
def leave_chat(world: World, given: Parameters) -> bool:
    """``leaveChat``: not from private chats."""
    chat = world.reachable(given.values.get("chat_id"))
    if chat.type == PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    set_standing(world, chat, world.bot, LEFT, by=world.bot)
    return True


@method("sendChatAction")
def send_chat_action(world: World, given: Parameters) -> bool:
    """``sendChatAction``: "typing" and the like."""
    chat = world.reachable(given.values.get("chat_id"))
    action = given.text("action")
    if not action:
        raise bad_request("wrong parameter action in request")
    thread_id = given.integer("message_thread_id") or None
    world.happened(Happening("action", place=Place(chat, thread_id), action=action))
    return True


@method("getFile")
def get_file(world: World, given: Parameters) -> Json:
    """``getFile``: where to fetch a file of up to 20 MB."""
    return world.files.described(given.text("file_id"))
