"""What happened, as the answer to a question: a day, an event, a publication, in short."""

from markupsafe import Markup

from data import richtext
from data.days import Day
from data.documents import Document
from data.locales.words import Words
from data.milestones import Milestone
from data.programme import Event
from data.richtext import RichText
from data.session import Session
from handlers.views import layout, titles
from handlers.views import session as session_view

TEXT_UNITS = 700
HOURS = {(True, True): "answer.hours", (True, False): "answer.hour"}


def day(shown: Day, session: Session, summary: RichText | None, words: Words) -> Markup:
    """Give a day's date, its headline and the beginning of its summary."""
    told = richtext.to_html(titles.first(summary, TEXT_UNITS)) if summary else None
    return layout.stacked(
        layout.lines(
            words("answer.day", session=session.short_name, number=shown.number),
            words("day.date", date=words.date(shown.date), place=session.place),
        ),
        layout.heading(shown.headline),
        told or words("day.no_summary"),
        note(shown.note, words),
    )


def document(shown: Document, words: Words) -> Markup:
    """Give a publication's title, author and date, the title opening its page."""
    date = words.partial_date(shown.date)
    key = "answer.published_by" if shown.author else "answer.published"
    title = layout.link(shown.title, shown.url) if shown.url else Markup.escape(shown.title)
    return layout.stacked(
        Markup("<b>{}</b>").format(title),
        words(key, author=shown.author, date=date, kind=shown.kind),
        None if shown.url else words("answer.no_address"),
        note(shown.note, words),
    )


def event(shown: Event, words: Words) -> Markup:
    """Say when and where something was held, and by whom."""
    return layout.stacked(
        layout.heading(shown.title),
        layout.lines(
            when(shown, words),
            words("answer.place", place=shown.place) if shown.place else None,
            words("answer.hosts", names=words.listed(shown.hosts)) if shown.hosts else None,
            words("answer.supported_by", names=words.listed(shown.supported_by))
            if shown.supported_by
            else None,
            words("answer.speakers", names=words.listed(shown.speakers))
            if shown.speakers
            else None,
        ),
        text(shown.text),
        note(shown.note, words),
    )


def when(shown: Event, words: Words) -> Markup:
    """Say on which date, day and hour something was held, as far as a source tells."""
    if shown.date is None:
        return words("record.no_date")
    date = words.date(shown.date)
    said = (
        words("record.date_and_day", date=date, number=shown.day)
        if shown.day
        else Markup.escape(date)
    )
    key = HOURS.get((shown.starts is not None, shown.ends is not None))
    return words(key, when=said, starts=shown.starts, ends=shown.ends) if key else said


def milestone(shown: Milestone, session: Session, words: Words) -> Markup:
    """Tell something from before or after the session."""
    return layout.stacked(
        words(f"answer.{shown.when}", session=session.short_name),
        words("answer.milestone", date=words.partial_date(shown.date), text=shown.text),
        note(shown.note, words),
    )


def session(shown: Session, words: Words) -> Markup:
    """Introduce the session with who presided and how many states belonged."""
    return layout.stacked(
        session_view.card(shown, 0, words),
        words("answer.session", president=shown.president, number=shown.states_parties),
    )


def text(whole: str | None) -> Markup | None:
    """Return the beginning of a text."""
    return titles.opening(whole, TEXT_UNITS) if whole else None


def note(said: str | None, words: Words) -> Markup | None:
    """Return a record's note."""
    return words("record.note", note=said) if said else None
