"""What was published: the list by date, what matches some words, and one publication."""

from collections.abc import Sequence

from markupsafe import Markup

from data.documents import Document
from data.locales.words import Words
from data.publications import Found
from data.session import Session
from handlers.views import answers, layout


def listing(
    session: Session, shown: Sequence[Document], start: int, total: int, words: Words
) -> Markup:
    """List one page of all publications, numbered from ``start``."""
    return layout.stacked(
        layout.lines(
            words("documents.heading", session=session.short_name),
            words.count("documents.count", total) if total else words("list.nothing"),
        ),
        *_lines(shown, start, words),
    )


def found(  # noqa: PLR0913, PLR0917 - a page of a list, and what heads it
    session: Session,
    query: str,
    matches: Found,
    shown: Sequence[Document],
    start: int,
    words: Words,
) -> Markup:
    """List one page of the publications that match; the query stands in the heading."""
    key = "documents.found" if matches.exact else "documents.near"
    return layout.stacked(
        layout.lines(
            words("documents.found_heading", session=session.short_name, query=query),
            words.count(key, len(matches.documents)),
        ),
        *_lines(shown, start, words),
    )


def _lines(shown: Sequence[Document], start: int, words: Words) -> list[Markup]:
    return [_line(number, each, words) for number, each in enumerate(shown, start)]


def _line(number: int, shown: Document, words: Words) -> Markup:
    title = layout.link(shown.title, shown.url) if shown.url else Markup.escape(shown.title)
    return layout.lines(
        words("documents.line", number=number, date=words.partial_date(shown.date), title=title),
        Markup.escape(shown.author) if shown.author else None,
    )


def card(shown: Document, words: Words) -> Markup:
    """Show one publication; its title opens it."""
    language = words.locale.languages.get(shown.language or "")
    return layout.stacked(
        answers.document(shown, words),
        words("documents.language", language=language) if language else None,
    )


def nothing(session: Session, query: str, words: Words) -> Markup:
    """Say that no publication matches."""
    return words("documents.nothing", session=session.short_name, query=query)
