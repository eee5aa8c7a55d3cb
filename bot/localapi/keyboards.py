"""Reply markup: refused or put in order as the server does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.localapi import links
from bot.localapi.errors import bad_request

Json = dict[str, Any]

MOST_BUTTONS = 100
MOST_IN_ROW = 8
_DATA_BYTES = 64
_COPY_LIMIT = 256
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
_REQUESTS = (
    "request_contact",
    "request_location",
    "request_poll",
    "request_users",
    "request_chat",
    "web_app",
)
_INLINE_BUTTON = "Can't parse inline keyboard button: "


@dataclass(slots=True)
class Markup:
    """A checked markup in the server's form, or none; ``warnings`` are what it swallowed."""

    value: Json | None
    warnings: list[str] = field(default_factory=list)


def check(raw: object, *, chat_type: str | None, inline_only: bool = False) -> Markup:
    """The markup as the server keeps it.

    ``chat_type`` is the kind of the chat that it goes to, ``None`` for an inline message.

    Raises:
        ApiError: 400, as the server words it.
    """
    if raw is None or raw in ("", {}):
        return Markup(None)
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        return _inline(raw["inline_keyboard"], chat_type)
    if inline_only:
        raise bad_request("Inline keyboard expected")
    if "keyboard" in raw:
        return _reply(raw, chat_type)
    for name in ("remove_keyboard", "force_reply"):
        if name in raw:
            if not isinstance(raw[name], bool):
                raise bad_request(f'Field "{name}" must be of type Boolean')
            return Markup(dict(raw) if raw[name] else None)
    return Markup(None)


def _rows(raw: object, name: str) -> Sequence[Any]:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise bad_request(f'Field "{name}" must be of type Array')
    for row in raw:
        if not isinstance(row, Sequence) or isinstance(row, str):
            raise bad_request(f'Field "{name}" must be an Array of Arrays')
    if sum(len(row) for row in raw) > MOST_BUTTONS or any(len(row) > MOST_IN_ROW for row in raw):
        raise bad_request("reply markup is too long")
    return raw


def _inline(raw: object, chat_type: str | None) -> Markup:
    warnings: list[str] = []
    rows: list[list[Json]] = []
    for row in _rows(raw, "inline_keyboard"):
        buttons = [_button(one, chat_type) for one in row]
        if None in buttons:
            warnings.append("the server drops a button without text silently")
        kept = [one for one in buttons if one is not None]
        if kept:
            rows.append(kept)
    return Markup({"inline_keyboard": rows} if rows else None, warnings)


def _button(raw: object, chat_type: str | None) -> Json | None:
    if not isinstance(raw, dict):
        raise bad_request("InlineKeyboardButton should be an Object")
    if "text" not in raw:
        raise bad_request(_INLINE_BUTTON + 'Can\'t find field "text"')
    if not isinstance(raw["text"], str):
        raise bad_request(_INLINE_BUTTON + 'Field "text" must be of type String')
    actions = [name for name in _ACTIONS if name in raw and raw[name] is not None]
    if len(actions) > 1:
        raise bad_request(_INLINE_BUTTON + f"exactly one action expected, got {', '.join(actions)}")
    if not actions or (raw[actions[0]] == "" and actions[0] in {"url", "callback_data"}):
        raise bad_request(_INLINE_BUTTON + "Text buttons are unallowed in the inline keyboard")
    if not raw["text"].strip():
        return None
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
        if len(str(query)) > _COPY_LIMIT:
            raise bad_request("BUTTON_DATA_INVALID")
        return value

    return check_query


def _copy(value: Any, _chat_type: str | None) -> Json:
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str):
        raise bad_request(_INLINE_BUTTON + 'Can\'t find field "text"')
    if not 1 <= len(text) <= _COPY_LIMIT:
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


def _reply(raw: Json, chat_type: str | None) -> Markup:
    for name in ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective"):
        if name in raw and not isinstance(raw[name], bool):
            raise bad_request(f'Field "{name}" must be of type Boolean')
    warnings: list[str] = []
    rows: list[list[Json]] = []
    for row in _rows(raw["keyboard"], "keyboard"):
        buttons = [_reply_button(one, chat_type) for one in row]
        if None in buttons:
            warnings.append("the server drops a button without text silently")
        kept = [one for one in buttons if one is not None]
        if kept:
            rows.append(kept)
    return Markup({**raw, "keyboard": rows} if rows else None, warnings)


def _reply_button(raw: object, chat_type: str | None) -> Json | None:
    button = {"text": raw} if isinstance(raw, str) else raw
    if not isinstance(button, dict):
        raise bad_request("KeyboardButton must be a String or an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request("Can't parse keyboard button: Can't find field \"text\"")
    asked = [name for name in _REQUESTS if button.get(name)]
    for name in asked:
        if chat_type != "private":
            what = name.removeprefix("request_").capitalize()
            raise bad_request(f"{what} can be requested in private chats only")
        if name in {"request_users", "request_chat"} and "request_id" not in button[name]:
            raise bad_request("Can't parse keyboard button: Can't find field \"request_id\"")
    return dict(button) if button["text"].strip() else None
