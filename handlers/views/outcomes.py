"""What a session decided: its topics, the outcomes of one, and one outcome."""

from collections.abc import Sequence

from markupsafe import Markup

from data.locales.words import Words
from data.outcomes import Outcome
from data.session import Session
from data.topics import Topic
from handlers.views import layout

COPY_LIMIT = 256


def topics(session: Session, total: int, words: Words) -> Markup:
    """Head the list of topics."""
    return layout.stacked(
        words("outcomes.heading", session=session.short_name),
        words.count("outcomes.count", total),
    )


def topic(session: Session, shown: Topic, outcomes: Sequence[Outcome], words: Words) -> Markup:
    """List the outcomes of a topic by title; each has a button below."""
    return layout.stacked(
        words("outcomes.topic", session=session.short_name, topic=shown.title),
        layout.bullets(Markup.escape(outcome.title) for outcome in outcomes),
    )


def card(session: Session, outcome: Outcome, words: Words) -> Markup:
    """Show one outcome: title, what was decided, date and day, symbol, how sure it is."""
    return layout.stacked(
        layout.heading(outcome.title),
        Markup.escape(outcome.text),
        words("record.note", note=outcome.note) if outcome.note else None,
        layout.lines(
            words("record.session", session=session.short_name, date=when(outcome, words)),
            words("record.symbol", symbol=outcome.symbol) if outcome.symbol else None,
            confidence(outcome.confidence, words),
        ),
    )


def when(outcome: Outcome, words: Words) -> Markup:
    """Say on which date and day it was, as far as a source tells."""
    if outcome.date is None:
        return words("record.no_date")
    written = words.date(outcome.date)
    if outcome.day is None:
        return Markup.escape(written)
    return words("record.date_and_day", date=written, number=outcome.day)


def confidence(level: str, words: Words) -> Markup | None:
    """Warn where a fact stands on one good source, or on a weak one."""
    return None if level == "high" else words(f"record.confidence_{level}")


def copied(outcome: Outcome, source: str, limit: int = COPY_LIMIT) -> str:
    """Return title, symbol and source for the clipboard, within ``limit`` characters."""
    tail = "\n".join(part for part in (outcome.symbol, source) if part)
    room = limit - len(tail) - 1
    title = outcome.title
    if len(title) > room:
        title = f"{title[: room - 1]}…"
    return f"{title}\n{tail}" if tail else title
