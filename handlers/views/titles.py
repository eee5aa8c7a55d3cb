"""What a record is called on a button or in a list, whatever its kind."""

from collections.abc import Mapping

from markupsafe import Markup

from data import richtext
from data.days import Day
from data.locales.words import Words
from data.records import Record
from data.richtext import RichText
from data.states import Statement
from handlers.views import statements

NAMED_BY = ("title", "name", "person", "donor", "label", "term", "who", "about", "text")


def of(record: Record, states: Mapping[str, str], words: Words) -> str:
    """Return the title of a record; a statement goes by who made it and where.

    ``states`` are names of states by id.
    """
    if isinstance(record, Day):
        return words.plain("title.day", number=record.number, headline=record.headline)
    if isinstance(record, Statement):
        speaker = statements.speaker(record, states.get(record.state or ""))
        occasion = statements.short_occasion(record, words)
        return words.plain("title.statement", speaker=speaker, occasion=occasion)
    return next(str(value) for name in NAMED_BY if (value := getattr(record, name, None)))


def kind(name: str, words: Words) -> str:
    """Return what a kind of records is called: *Outcome*, *Day*."""
    return words.plain(f"kind.{name}")


def opening(text: str, limit: int) -> Markup:
    """Return the beginning of a text, cut after a sentence or a word within ``limit`` units."""
    return Markup.escape(first(RichText(text), limit).text)


def first(rich: RichText, limit: int) -> RichText:
    """Return the beginning of a formatted text; an ellipsis says where more follows."""
    parts = richtext.split(rich, limit - 2)
    return parts[0] if len(parts) == 1 else parts[0] + RichText(" …")
