"""What is sent by itself: a day's digest, and the lines around it."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from data import richtext, zones
from data.digests import Sent
from data.locales.words import Words
from data.programme import Event
from data.richtext import RichText
from data.session import Session
from data.sources import Source
from handlers.views import days, layout
from handlers.views import programme as programme_views
from handlers.views import sources as source_views

LABEL_UNITS = 12
AHEAD = 8


def digest(  # noqa: PLR0913 - all by name
    sent: Sent,
    named: Sequence[Source],
    words: Words,
    *,
    wanted: str,
    corrected: Markup | None,
    first: bool,
) -> tuple[RichText, ...]:
    """Return a day's digest in messages; ``wanted`` is the language that the chat reads."""
    shown, day = sent.digest, sent.digest.day
    text = layout.stacked(
        layout.lines(
            words(
                "digest.heading",
                session=shown.session.short_name,
                number=day.number,
                total=shown.total,
                date=words.date(day.date),
            ),
            corrected,
        ),
        layout.heading(day.headline),
        words(f"digest.only_in_{sent.language}") if _is_other(sent, wanted) else None,
        richtext.to_html(shown.summary) if shown.summary else words("digest.no_summary"),
        days.decided(shown, words),
        days.published(shown, words),
        _ahead(sent, words),
        source_views.line(named, words),
        words("digest.first") if first else None,
    )
    return numbered(richtext.from_html(text), words)


def _is_other(sent: Sent, wanted: str) -> bool:
    return sent.digest.summary is not None and sent.language != wanted


def withdrawn(sent: Sent, reason: str | None, words: Words) -> tuple[RichText, ...]:
    """Say of a day that its summary was taken back, and why."""
    shown, day = sent.digest, sent.digest.day
    text = layout.stacked(
        words(
            "digest.heading",
            session=shown.session.short_name,
            number=day.number,
            total=shown.total,
            date=words.date(day.date),
        ),
        words("digest.withdrawn"),
        words("digest.reason", reason=reason) if reason else None,
        days.decided(shown, words),
    )
    return numbered(richtext.from_html(text), words)


def numbered(text: RichText, words: Words) -> tuple[RichText, ...]:
    """Cut a text into messages, which then say which of how many they are."""
    parts = richtext.split(text)
    if len(parts) == 1:
        return tuple(parts)
    parts = richtext.split(text, richtext.MAX_LENGTH - LABEL_UNITS)
    return tuple(
        part + RichText("\n" + words.plain("digest.part", number=number, total=len(parts)))
        for number, part in enumerate(parts, 1)
    )


def corrected(at: datetime, zone: str, words: Words) -> Markup:
    """Say when a digest was corrected, in the chat's own time."""
    there = at.astimezone(zones.of(zone))
    return words("digest.corrected", date=words.short_date(there.date()), time=f"{there:%H:%M}")


def _ahead(sent: Sent, words: Words) -> Markup | None:
    """Say what the next day holds, where it is known."""
    if sent.following is None or not sent.ahead:
        return None
    return layout.lines(
        words(
            "digest.ahead",
            number=sent.following.number,
            date=words.short_date(sent.following.date),
        ),
        layout.bullets(_item(each, words) for each in sent.ahead[:AHEAD]),
    )


def _item(event: Event, words: Words) -> Markup:
    hour = programme_views.hours(event, words)
    return words("digest.item_at" if hour else "digest.item", hour=hour, title=event.title)


def held(session: Session, number: int, words: Words) -> Markup:
    """Say that a day's summary is not written yet, and that it comes."""
    return words("digest.held", session=session.short_name, number=number)


def held_over(session: Session, number: int, words: Words) -> Markup:
    """Say that a day's summary came, where it was said before that it had not."""
    return words("digest.held_over", session=session.short_name, number=number)


def bundle(session: Session, words: Words) -> Markup:
    """Offer days whose digests fell due long ago; each has a button below."""
    return words("digest.bundle", session=session.short_name)


def offer(session: Session, words: Words) -> Markup:
    """Offer the digests of a session that begins soon."""
    return words(
        "digest.offer",
        session=session.short_name,
        place=session.place,
        start=words.date(session.start),
    )


def reminder(session: Session, number: int, words: Words) -> Markup:
    """Remind editors of a day that closed without a summary."""
    return words("edit.reminder", session=session.short_name, number=number)


def note(number: int, words: Words) -> Markup:
    """Say that a day's digest was corrected."""
    return words("digest.note", number=number)


def surplus(words: Words) -> Markup:
    """Stand in for a part that a correction made needless."""
    return words("digest.surplus")
