"""Reply markup: refused or put in order as the server does."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.localapi import inline_buttons, links, reply_buttons
from bot.localapi.errors import bad_request

Json = dict[str, Any]
MOST_BUTTONS = 100
MOST_IN_ROW = 8
_FLAGS = (
    "remove_keyboard",
    "force_reply",
    "is_persistent",
    "resize_keyboard",
    "one_time_keyboard",
    "selective",
)


def check(raw: object, *, chat_type: str | None, inline_only: bool = False) -> Json | None:
    """The markup as the server keeps it; ``None`` where no button is left.

    ``chat_type`` is the kind of the chat that it goes to, ``None`` for an inline message.

    Raises:
        ApiError: 400, as the server words it.
    """
    if raw is None or raw in ("", {}):
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    for name in _FLAGS:
        if name in raw and not isinstance(raw[name], bool):
            raise bad_request(f'Field "{name}" must be of type Boolean')
    if "inline_keyboard" in raw:
        rows = _rows(raw, "inline_keyboard", lambda one: inline_buttons.check(one, chat_type))
        return {"inline_keyboard": rows} if rows else None
    if inline_only:
        raise bad_request("Inline keyboard expected")
    if "keyboard" in raw:
        rows = _rows(raw, "keyboard", lambda one: reply_buttons.check(one, chat_type))
        return {**raw, "keyboard": rows} if rows else None
    return dict(raw) if raw.get("remove_keyboard") or raw.get("force_reply") else None


def lost(markup: Json | None) -> list[str]:
    """What its links into bots would lose, though the server takes them."""
    rows = (markup or {}).get("inline_keyboard", [])
    urls = [button["url"] for row in rows for button in row if "url" in button]
    return [lost for url in urls if (lost := links.lost_parameter(url)) is not None]


def _rows(raw: Json, name: str, check_button: Callable[[Any], Json]) -> list[list[Json]]:
    rows = raw[name]
    if not _is_array(rows):
        raise bad_request(f'Field "{name}" must be of type Array')
    if not all(_is_array(row) for row in rows):
        raise bad_request(f'Field "{name}" must be an Array of Arrays')
    if sum(len(row) for row in rows) > MOST_BUTTONS or any(len(row) > MOST_IN_ROW for row in rows):
        raise bad_request("reply markup is too long")
    return [[check_button(button) for button in row] for row in rows if row]


def _is_array(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)
