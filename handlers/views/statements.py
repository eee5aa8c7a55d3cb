"""One statement: who spoke, where, and what was said."""

from markupsafe import Markup

from data.locales.words import Words
from data.states import State, Statement
from handlers.views import layout


def card(statement: Statement, state: State | None, words: Words) -> Markup:
    """Show one statement as far as a source restates it."""
    named = state.name if state else None
    return layout.stacked(
        layout.lines(
            layout.heading(speaker(statement, named)),
            Markup.escape(occasion(statement, words)),
            _voice(statement, named, words),
        ),
        Markup.escape(statement.text) if statement.text else words("statement.no_text"),
        words("record.note", note=statement.note) if statement.note else None,
    )


def speaker(statement: Statement, state: str | None) -> str:
    """Return who made a statement: a state, by its name, an organisation, or a person."""
    name = state if statement.by == "state" else statement.organisation
    return name or statement.speaker or state or statement.id


def occasion(statement: Statement, words: Words) -> str:
    """Return where a statement was made, with the day as far as it is known."""
    name = _name(statement, words)
    if statement.day and statement.date:
        date = words.short_date(statement.date)
        return words.plain("statement.on_day", occasion=name, number=statement.day, date=date)
    if statement.date:
        return words.plain(
            "statement.on_date", occasion=name, date=words.short_date(statement.date)
        )
    return short_occasion(statement, words)


def short_occasion(statement: Statement, words: Words) -> str:
    """Return where a statement was made, with the day's number at most."""
    name = _name(statement, words)
    if statement.day is None:
        return name
    return words.plain("statement.on_day_alone", occasion=name, number=statement.day)


def _name(statement: Statement, words: Words) -> str:
    return words.plain(f"statement.{statement.occasion.replace('-', '_')}")


def _voice(statement: Statement, state: str | None, words: Words) -> Markup | None:
    """Say through whom, for whom and in which standing somebody spoke, where that is known."""
    heading = speaker(statement, state)
    parts = []
    if statement.speaker and statement.speaker != heading:
        parts.append(words.plain("statement.speaker", speaker=statement.speaker))
    if statement.on_behalf_of:
        parts.append(words.plain("statement.on_behalf_of", whom=statement.on_behalf_of))
    if statement.status:
        parts.append(words.plain("statement.status", status=statement.status))
    return Markup.escape(" · ".join(parts)) if parts else None
