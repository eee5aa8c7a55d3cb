"""What matches the words that were searched for."""

from collections.abc import Sequence

from markupsafe import Markup

from data.locales.words import Words
from data.search import Hit
from data.session import Session
from handlers.views import layout, titles


def hits(  # noqa: PLR0913, PLR0917 - a page of a list, and what heads it
    session: Session,
    query: str,
    shown: Sequence[Hit],
    start: int,
    total: int,
    words: Words,
    *,
    cut: bool = False,
) -> Markup:
    """List one page of hits, numbered from ``start``; the query stands in the heading.

    ``cut`` says that more matched than the ``total`` that are kept.
    """
    return layout.stacked(
        layout.lines(
            words("search.heading", session=session.short_name, query=query),
            words("search.most", total=total) if cut else words.count("search.count", total),
        ),
        *(_hit(number, hit, words) for number, hit in enumerate(shown, start)),
    )


def _hit(number: int, hit: Hit, words: Words) -> Markup:
    kind = titles.kind(hit.kind, words)
    return layout.lines(
        words("search.hit", number=number, kind=kind, title=hit.marked_title),
        None if hit.marked_snippet == hit.marked_title else hit.marked_snippet,
    )


def manual(words: Words) -> Markup:
    """Say how to search."""
    return words("search.manual")


def nothing(session: Session, query: str, words: Words) -> Markup:
    """Say that nothing matches; topics are offered below."""
    return layout.stacked(
        words("search.nothing", session=session.short_name, query=query), words("ask.nearest")
    )
