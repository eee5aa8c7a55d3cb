"""What a session adopted: the list of its resolutions, and one of them."""

from collections.abc import Sequence

from markupsafe import Markup

from data.locales.words import Words
from data.resolutions import Resolution
from data.session import Session
from handlers.views import answers, layout


def listing(session: Session, shown: Sequence[Resolution], total: int, words: Words) -> Markup:
    """List resolutions with symbol and day, as far as a source gives them."""
    return layout.stacked(
        layout.lines(
            words("resolutions.heading", session=session.short_name),
            words.count("resolutions.count", total) if total else words("list.nothing"),
        ),
        layout.bullets(_line(each, words) for each in shown),
        words("resolutions.incomplete") if any(not each.symbol for each in shown) else None,
    )


def _line(shown: Resolution, words: Words) -> Markup:
    known = [shown.symbol, words.short_date(shown.adopted) if shown.adopted else None]
    said = ", ".join(each for each in known if each)
    return layout.lines(
        Markup.escape(shown.title), words("resolutions.known", known=said) if said else None
    )


def card(shown: Resolution, words: Words) -> Markup:
    """Show one resolution: what it does, its symbol, when and how it was adopted."""
    return layout.stacked(
        layout.heading(shown.title),
        Markup.escape(shown.text) if shown.text else None,
        layout.lines(
            words("record.symbol", symbol=shown.symbol) if shown.symbol else None,
            _adopted(shown, words),
        ),
        answers.note(shown.note, words),
    )


def _adopted(shown: Resolution, words: Words) -> Markup:
    if shown.adopted is None:  # a note says the same of the day, and more
        key = "resolutions.adopted" if shown.note else "answer.adopted"
        return words(key, by=shown.adopted_by)
    date = words.date(shown.adopted)
    if shown.day is None:
        return words("answer.adopted_on", by=shown.adopted_by, date=date)
    dated = words("record.date_and_day", date=date, number=shown.day)
    return words("answer.adopted_on", by=shown.adopted_by, date=dated)
