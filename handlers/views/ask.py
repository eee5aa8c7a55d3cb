"""What frames an answer: what is said first, what to see beside it, or that there is none."""

from markupsafe import Markup

from data.locales.words import Words
from data.session import Session
from handlers.views import layout


def answer(first: Markup | None, fact: Markup, *, see_also: bool, words: Words) -> Markup:
    """Show what is said first and the fact behind it; buttons to its neighbours follow."""
    return layout.stacked(first, fact, words("ask.see_also") if see_also else None)


def nothing(session: Session, words: Words) -> Markup:
    """Say plainly that the base does not hold the answer; topics are offered below."""
    return layout.stacked(
        words("ask.nothing", session=session.short_name),
        words("ask.nearest"),
    )


def unrecorded(session: Session, words: Words) -> Markup:
    """Say that no source tells it; the nearest entry and topics are offered below."""
    return layout.stacked(
        words("ask.unrecorded", session=session.short_name),
        words("ask.nearest"),
    )


def manual(session: Session, words: Words) -> Markup:
    """Say what can be asked."""
    return words("ask.manual", session=session.short_name)
