"""The terms that delegates use."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from data.glossary import Term
from data.locales.words import Words
from data.session import Session
from data.sources import Source
from handlers.views import layout, titles

MEANING_UNITS = 300


def listing(
    session: Session, terms: Sequence[Term], cited: Mapping[str, Source], words: Words
) -> Markup:
    """List terms with their meanings, and the source of those that have one."""
    return layout.stacked(
        words("glossary.heading", session=session.short_name),
        layout.lines(*(_line(term, cited, words) for term in terms)),
        words("glossary.general"),
    )


def _line(term: Term, cited: Mapping[str, Source], words: Words) -> Markup:
    meaning = titles.opening(term.meaning, MEANING_UNITS)
    sources = [cited[each] for each in term.sources if each in cited]
    if not sources:
        return words("glossary.line", term=term.term, meaning=meaning)
    link = layout.link(words.plain("source.word"), sources[0].url)
    return words("glossary.line_sourced", term=term.term, meaning=meaning, source=link)


def card(term: Term, words: Words) -> Markup:
    """Show one term; one without a source says that it is general knowledge."""
    return layout.stacked(
        layout.heading(term.term),
        Markup.escape(term.meaning),
        None if term.sources else words("term.general"),
    )


def which(asked: str, words: Words) -> Markup:
    """Ask which of several terms is meant."""
    return words("glossary.which", asked=asked)


def unknown(asked: str, *, like: bool, words: Words) -> Markup:
    """Say that a term is not in the glossary; offer what is spelt like it."""
    return words("glossary.unknown_like" if like else "glossary.unknown", asked=asked)
