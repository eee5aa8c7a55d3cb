"""The buttons below the text field, each checked as the server checks it."""

from typing import Any

from bot.localapi.errors import bad_request

Json = dict[str, Any]
_UNREADABLE = "Can't parse KeyboardButton: "
_PRIVATE_ONLY = {
    "request_contact": "Phone number can be requested in private chats only",
    "request_location": "Location can be requested in private chats only",
    "request_poll": "Poll can be requested in private chats only",
    "request_users": "Users can be requested in private chats only",
    "request_chat": "Chats can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}
_NEEDED = {"request_users": ("request_id",), "request_chat": ("request_id", "chat_is_channel")}


def check(raw: object, chat_type: str | None) -> Json:
    """The button as the server keeps it; a bare text is a button too.

    Raises:
        ApiError: 400, as the server words it.
    """
    button = {"text": raw} if isinstance(raw, str) else raw
    if not isinstance(button, dict):
        raise bad_request("KeyboardButton must be a String or an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request(_UNREADABLE + 'Can\'t find field "text"')
    if not button["text"].strip():
        raise bad_request("Keyboard button text must be non-empty")
    for name in _PRIVATE_ONLY:
        if button.get(name):
            _check_request(name, button[name], chat_type)
    return dict(button)


def _check_request(name: str, request: Any, chat_type: str | None) -> None:
    if chat_type != "private":
        raise bad_request(_PRIVATE_ONLY[name])
    for needed in _NEEDED.get(name, ()):
        if needed not in request:
            raise bad_request(_UNREADABLE + f'Can\'t find field "{needed}"')
    if name == "request_chat":
        _check_rights(request)


def _check_rights(request: Json) -> None:
    """What the bot needs, the person who shares the chat must be able to give."""
    wanted = request.get("bot_administrator_rights") or {}
    given = request.get("user_administrator_rights") or {}
    for right, needed in wanted.items():
        if needed and right != "is_anonymous" and not given.get(right):
            raise bad_request("BUTTON_INVALID")
