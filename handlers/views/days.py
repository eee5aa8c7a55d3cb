"""The days of a session: one day's summary, a day without a meeting, the calendar."""

from collections.abc import Collection, Sequence
from datetime import date

from markupsafe import Markup

from data import richtext
from data.days import Day
from data.digests import Digest
from data.documents import Document
from data.locales.words import Words
from data.session import Session
from handlers.views import layout


def card(digest: Digest, words: Words) -> Markup:
    """Show a day: its summary, what was decided on it and what was published."""
    session, day = digest.session, digest.day
    return layout.stacked(
        layout.lines(
            words("day.heading", session=session.short_name, number=day.number, total=digest.total),
            words("day.date", date=words.date(day.date), place=session.place),
        ),
        layout.heading(day.headline),
        richtext.to_html(digest.summary) if digest.summary else words("day.no_summary"),
        decided(digest, words),
        published(digest, words),
        words("record.note", note=day.note) if day.note else None,
    )


def decided(digest: Digest, words: Words) -> Markup | None:
    """List what was decided on a day."""
    return _section("day.decided", [Markup.escape(each.title) for each in digest.decided], words)


def published(digest: Digest, words: Words) -> Markup | None:
    """List what was published on a day."""
    return _section("day.published", [_published(each) for each in digest.published], words)


def _section(key: str, rows: Sequence[Markup], words: Words) -> Markup | None:
    return layout.lines(words(key), layout.bullets(rows)) if rows else None


def _published(document: Document) -> Markup:
    title = layout.link(document.title, document.url) if document.url else document.title
    author = Markup("{}: ").format(document.author) if document.author else Markup("")
    return author + title


def calendar(
    session: Session, days: Sequence[Day], summarised: Collection[int], words: Words
) -> Markup:
    """List the days of a session: number, date, headline, whether the summary is out."""
    return layout.stacked(
        words("days.heading", session=session.short_name, place=session.place),
        layout.lines(*(_listed(day, day.number in summarised, words) for day in days)),
        None if len(summarised) < len(days) else words("days.all_out"),
    )


def _listed(day: Day, out: bool, words: Words) -> Markup:
    return words(
        "days.line" if out else "days.line_waiting",
        number=day.number,
        date=words.short_date(day.date),
        headline=day.headline,
    )


def no_meeting(session: Session, asked: date, words: Words) -> Markup:
    """Say that nobody met on a date, or that it lies outside the session."""
    inside = session.start <= asked <= session.end
    key = "day.no_meeting" if inside else "day.outside"
    return words(
        key,
        session=session.short_name,
        date=words.date(asked),
        start=words.date(session.start),
        end=words.date(session.end),
    )


def which(session: Session, words: Words) -> Markup:
    """Ask which of several days is meant."""
    return words("day.which", session=session.short_name)
