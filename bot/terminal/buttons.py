"""Buttons, numbered: what stands below a message, and what each number does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.localapi import Message
from bot.terminal import links

Does = Literal[
    "tap", "open", "start", "copy", "ask_here", "ask_elsewhere", "say", "share", "nothing"
]
GAP = "  "


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what it reads, what pressing it does, and with what.

    ``value`` is callback data, an address, a ``/start …``, the text that is copied or asked, or
    the name of the place that is shared.
    """

    label: str
    does: Does
    value: str = ""


def of(message: Message, bot: str) -> list[list[Button]]:
    """Return the buttons of a message, row by row: those below it, or below the text field."""
    rows = message.keyboard
    if not rows:
        rows = list((message.markup or {}).get("keyboard", []))
        return [[_reply_button(each) for each in row] for row in rows]
    return [[_button(each, bot) for each in row] for row in rows]


def _text(button: Any) -> str:
    return button if isinstance(button, str) else str(button["text"])


def _reply_button(given: Any) -> Button:
    label = _text(given)
    asked = given.get("request_chat") if isinstance(given, dict) else None
    if asked is None:
        return Button(label, "say", label)
    return Button(label, "share", "channel" if asked.get("chat_is_channel") else "team")


def _button(given: dict[str, Any], bot: str) -> Button:
    label = _text(given)
    if "callback_data" in given:
        return Button(label, "tap", given["callback_data"])
    if "url" in given:
        command = links.command_behind(given["url"], bot)
        return Button(label, "start", command) if command else Button(label, "open", given["url"])
    if "copy_text" in given:
        return Button(label, "copy", given["copy_text"]["text"])
    if "switch_inline_query_current_chat" in given:
        return Button(label, "ask_here", given["switch_inline_query_current_chat"])
    for name in ("switch_inline_query", "switch_inline_query_chosen_chat"):
        if name in given:
            value = given[name]
            words = value if isinstance(value, str) else value.get("query", "")
            return Button(label, "ask_elsewhere", words)
    return Button(label, "nothing")


def lines(
    rows: Sequence[Sequence[Button]],
    width: int | None = None,
    measure: Callable[[str], int] = len,
) -> list[str]:
    """Return rows of buttons as lines, numbered from 1; a row wider than ``width`` is broken."""
    written: list[str] = []
    number = 0
    for row in rows:
        line = ""
        for button in row:
            number += 1
            one = f"[{number}] {button.label}" + (" ↗" if button.does == "open" else "")
            if line and width and measure(line + GAP + one) > width:
                written.append(line)
                line = ""
            line = f"{line}{GAP}{one}" if line else one
        written.append(line)
    return written
