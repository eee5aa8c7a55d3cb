"""A summary is taken back: what that means, before it is done."""

from markupsafe import Markup

from data.audience import Audience
from data.locales.words import Words
from data.session import Session
from handlers.views import editing, layout
from handlers.views.summaries import State


def ask(
    session: Session, state: State, audience: Audience, reason: str | None, words: Words
) -> Markup:
    """Ask whether a day's summary shall be taken back."""
    number = state.day.number
    return layout.stacked(
        words("edit.retract", session=session.short_name, number=number),
        layout.lines(
            *(
                editing.stands(each, author, session.zone, words)
                for each, author in state.standing
                if each.text
            )
        ),
        layout.lines(
            words.count("edit.see_withdrawn", audience.have) if audience.have else None,
            words("edit.not_sent"),
        ),
        words("edit.reason", reason=reason) if reason else None,
    )
