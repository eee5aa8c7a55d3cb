"""The buttons below a message, each checked as the server checks it."""

from collections.abc import Callable
from typing import Any

from bot.localapi import links, units
from bot.localapi.errors import bad_request

Json = dict[str, Any]
_DATA_BYTES = 64
_LONGEST = 256
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_UNREADABLE = "Can't parse InlineKeyboardButton: "
_NOTHING = frozenset({"url", "callback_data"})


def check(raw: object, chat_type: str | None) -> Json:
    """The button as the server keeps it; ``chat_type`` as in ``keyboards.check``.

    Raises:
        ApiError: 400, as the server words it.
    """
    if not isinstance(raw, dict):
        raise bad_request(_UNREADABLE + "expected an Object")
    if "text" not in raw:
        raise bad_request(_UNREADABLE + 'Can\'t find field "text"')
    if not isinstance(raw["text"], str):
        raise bad_request(_UNREADABLE + 'Field "text" must be of type String')
    if not raw["text"].strip():
        raise bad_request("Keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if name in raw and raw[name] is not None]
    if len(actions) > 1:
        raise bad_request(_UNREADABLE + f"exactly one action expected, got {', '.join(actions)}")
    if not actions or (raw[actions[0]] == "" and actions[0] in _NOTHING):
        raise bad_request("Text buttons are not allowed in the inline keyboard")
    name = actions[0]
    value = _CHECKS[name](raw[name], chat_type)
    extra = {key: raw[key] for key in ("style", "icon_custom_emoji_id") if raw.get(key)}
    return {"text": raw["text"], name: value, **extra}


def _url(value: Any, _chat_type: str | None) -> str:
    if links.user_id(str(value)) is not None:
        return str(value)
    try:
        return links.check(str(value))
    except links.WrongLinkError as wrong:
        if "too long" in str(wrong):
            raise bad_request("BUTTON_URL_INVALID") from None
        raise bad_request(f"Inline keyboard button {wrong}") from None


def _data(value: Any, _chat_type: str | None) -> str:
    if not 1 <= len(str(value).encode()) <= _DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return str(value)


def _https(what: str) -> Callable[[Any, str | None], Json]:
    def check_address(value: Any, chat_type: str | None) -> Json:
        url = str(value.get("url", "")) if isinstance(value, dict) else ""
        if not url.lower().startswith("https://"):
            raise bad_request(
                f"Inline keyboard button {what}URL '{url}' is invalid: Only HTTPS links are allowed"
            )
        if what.startswith("Web App") and chat_type not in (None, "private"):
            raise bad_request("BUTTON_TYPE_INVALID")
        return dict(value)

    return check_address


def _switch(name: str) -> Callable[[Any, str | None], Any]:
    def check_query(value: Any, chat_type: str | None) -> Any:
        if chat_type == "channel":
            raise bad_request(
                f"Can't use {name} button in a channel chat, because users will not be able to use "
                "the button without knowing bot's username"
            )
        query = value.get("query", "") if isinstance(value, dict) else value
        if len(str(query)) > _LONGEST:
            raise bad_request("BUTTON_DATA_INVALID")
        return value

    return check_query


def _copy(value: Any, _chat_type: str | None) -> Json:
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str):
        raise bad_request(_UNREADABLE + 'Can\'t find field "text"')
    if not 1 <= units.length(text) <= _LONGEST:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


def _unsupported(_value: Any, _chat_type: str | None) -> Json:
    raise bad_request("BUTTON_TYPE_INVALID")


_CHECKS: dict[str, Callable[[Any, str | None], Any]] = {
    "url": _url,
    "callback_data": _data,
    "web_app": _https("Web App "),
    "login_url": _https("login "),
    "switch_inline_query": _switch("switch_inline_query"),
    "switch_inline_query_current_chat": _switch("switch_inline_query_current_chat"),
    "switch_inline_query_chosen_chat": _switch("switch_inline_query_chosen_chat"),
    "copy_text": _copy,
    "callback_game": _unsupported,
    "pay": _unsupported,
}
