"""What is offered and pasted in other chats: an outcome or a day."""

from markupsafe import Markup

from data.days import Day
from data.locales.words import Words
from data.outcomes import Outcome
from data.richtext import RichText
from data.session import Session
from handlers import pages
from handlers.views import answers, outcomes

CARD_UNITS = 2000


def title(record: Outcome | Day, session: Session, words: Words) -> str:
    """Return the first line of what is offered."""
    if isinstance(record, Outcome):
        return record.title
    return words.plain(
        "inline.day",
        session=session.short_name,
        number=record.number,
        date=words.short_date(record.date),
    )


def description(record: Outcome | Day) -> str:
    """Return what stands below the title, for the picker to cut."""
    return record.text if isinstance(record, Outcome) else record.headline


def outcome(record: Outcome, session: Session, words: Words) -> Markup:
    """Show an outcome as it is pasted."""
    return _shortened(outcomes.card(session, record, words))


def day(record: Day, session: Session, summary: RichText | None, words: Words) -> Markup:
    """Show the beginning of a day as it is pasted."""
    return _shortened(answers.day(record, session, summary, words))


def _shortened(card: Markup) -> Markup:
    shown, _, _ = pages.of_text(card, 0, CARD_UNITS)
    return shown
