"""The shape of an update: the fields that the house relies on, and what Telegram has in them.

What Telegram sends has it. What does not (a webhook's secret leaked, a server in between broke it)
would fail somewhere behind, after it was kept.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeGuard

Json = Mapping[str, Any]
Check = Callable[[Any], bool]
_TOO_LARGE: Final = 2**63  # for the store
_END_OF_TIME: Final = 253_402_300_800  # the year 10000, in Unix seconds


def is_number(value: Any) -> TypeGuard[int]:
    """Whether this is a number that the store can keep, of an update, a message or a person."""
    return type(value) is int and 0 <= value < _TOO_LARGE


def is_whole(kind: str, content: Any) -> bool:
    """Whether the content of an update of this ``kind`` has what the house relies on."""
    return _CONTENTS[kind](content)


def _is_chat_number(value: Any) -> bool:
    return type(value) is int and -_TOO_LARGE < value < _TOO_LARGE


def _is_moment(value: Any) -> bool:
    return type(value) is int and 0 <= value < _END_OF_TIME


def _is_flag(value: Any) -> bool:
    return type(value) is bool


def _is_text(value: Any) -> bool:
    if type(value) is not str:
        return False
    try:
        value.encode()  # halves of a pair of surrogates are no letters
    except UnicodeEncodeError:
        return False
    return True


def _record(needed: Mapping[str, Check], allowed: Mapping[str, Check] | None = None) -> Check:
    """Check for a record with all fields that are ``needed``; any others are let pass."""
    checks = {**needed, **(allowed or {})}
    names = needed.keys()

    def check(value: Any) -> bool:
        if type(value) is not dict or not names <= value.keys():
            return False
        return all(checks[name](held) for name, held in value.items() if name in checks)

    return check


def _several(check: Check) -> Check:
    """Check for a list, each item of which passes ``check``."""
    return lambda value: type(value) is list and all(map(check, value))


_PERSON = _record(
    {"id": is_number, "is_bot": _is_flag, "first_name": _is_text},
    {"last_name": _is_text, "username": _is_text, "language_code": _is_text},
)
_CHAT = _record(
    {"id": _is_chat_number, "type": _is_text},
    {"title": _is_text, "username": _is_text, "is_forum": _is_flag},
)
_ENTITY = _record(
    {"type": _is_text, "offset": is_number, "length": is_number},
    {"url": _is_text, "user": _PERSON, "language": _is_text, "custom_emoji_id": _is_text},
)
_FILE = _record(
    {"file_id": _is_text, "file_unique_id": _is_text},
    {"file_name": _is_text, "mime_type": _is_text, "file_size": is_number},
)
_PLACE = {"message_id": is_number, "date": _is_moment, "chat": _CHAT}
_WORDS: dict[str, Check] = {
    "from": _PERSON,
    "sender_chat": _CHAT,
    "via_bot": _PERSON,
    "edit_date": _is_moment,
    "message_thread_id": is_number,
    "is_topic_message": _is_flag,
    "is_automatic_forward": _is_flag,
    "media_group_id": _is_text,
    "text": _is_text,
    "caption": _is_text,
    "entities": _several(_ENTITY),
    "caption_entities": _several(_ENTITY),
    "document": _FILE,
    "photo": _several(_FILE),
    "migrate_to_chat_id": _is_chat_number,
    "migrate_from_chat_id": _is_chat_number,
}
_MESSAGE = _record(_PLACE, {**_WORDS, "reply_to_message": _record(_PLACE, _WORDS)})
_MEMBERSHIP = _record({"status": _is_text, "user": _PERSON})
_CONTENTS: Final[Mapping[str, Check]] = {
    "message": _MESSAGE,
    "edited_message": _MESSAGE,
    "callback_query": _record(
        {"id": _is_text, "from": _PERSON},
        {"message": _MESSAGE, "data": _is_text, "inline_message_id": _is_text},
    ),
    "inline_query": _record(
        {"id": _is_text, "from": _PERSON, "query": _is_text, "offset": _is_text}
    ),
    "my_chat_member": _record(
        {
            "chat": _CHAT,
            "from": _PERSON,
            "date": _is_moment,
            "old_chat_member": _MEMBERSHIP,
            "new_chat_member": _MEMBERSHIP,
        }
    ),
}
