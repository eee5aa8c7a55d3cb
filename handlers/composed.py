"""An answer that is composed: texts and buttons as they are sent, and nothing of the chat."""

import json
from typing import NamedTuple

from markupsafe import Markup
from telegram import InlineKeyboardMarkup

from data import richtext
from data.richtext import RichText


class Part(NamedTuple):
    """One message of an answer; ``entities`` is JSON, empty where there are none."""

    text: str
    entities: str

    @classmethod
    def of(cls, rich: RichText) -> "Part":
        """Make it of a text with entities."""
        entities = [each.to_dict() for each in rich.entities]
        return cls(rich.text, json.dumps(entities) if entities else "")


class Composed(NamedTuple):
    """The messages of an answer, and the keyboard under the last one as JSON, empty for none."""

    parts: tuple[Part, ...]
    keyboard: str

    @classmethod
    def of(cls, text: Markup, keyboard: InlineKeyboardMarkup | None) -> "Composed":
        """Cut what a view made into messages."""
        parts = tuple(Part.of(each) for each in richtext.split(richtext.from_html(text)))
        return cls(parts, keyboard.to_json() if keyboard else "")
