"""One person, in the role of that time."""

from markupsafe import Markup

from data.locales.words import Words
from data.people import Person
from data.session import Session
from data.states import State
from handlers.views import layout


def card(person: Person, state: State | None, session: Session, words: Words) -> Markup:
    """Show who somebody was at the session."""
    return layout.stacked(
        layout.lines(
            layout.heading(person.name),
            words("person.role", role=person.role),
            words("person.state", state=state.name) if state else None,
        ),
        Markup.escape(person.text) if person.text else None,
        words("person.then", session=session.short_name),
    )


def with_mentions(card: Markup, words: Words) -> Markup:
    """Head the buttons that lead to where a person is mentioned."""
    return layout.stacked(card, words("person.mentioned"))
