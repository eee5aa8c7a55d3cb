"""A session as such, and which one a chat reads."""

from markupsafe import Markup

from data.locales.words import Words
from data.session import Session
from handlers.views import layout


def card(session: Session, others: int, words: Words) -> Markup:
    """Introduce a session; where there are several, ask which one to read."""
    return layout.stacked(
        layout.heading(session.name),
        words(
            "session.when",
            start=words.date(session.start),
            end=words.date(session.end),
            venue=session.venue,
        ),
        Markup.escape(session.about),
        words("session.choose", session=session.short_name) if others else None,
    )
