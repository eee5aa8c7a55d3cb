"""What editors see while they write: what is asked of them, what came in, what becomes of it."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from data import drafts
from data.audience import Audience
from data.days import Day
from data.drafts import Draft
from data.locales.words import Words
from data.revisions import Revision
from data.session import Session
from data.work import Work
from handlers.views import layout, record_forms

GROUPS = 4


def moment(at: datetime, zone: ZoneInfo, words: Words) -> str:
    """Write a moment as the venue's date and time: *Fri 22 Nov, 19:04*."""
    there = at.astimezone(zone)
    date = words.short_date(there.date())
    return words.plain("times.moment", date=date, time=f"{there:%H:%M}")


def language(code: str, words: Words) -> str:
    """Return what a language is called."""
    return words.plain(f"edit.language_{code}")


def subject(session: Session, day: int | None, code: str, words: Words) -> str:
    """Return what a summary is called: *ASP 12 · Day 3 · English*."""
    named = language(code, words)
    if day is None:
        return words.plain("edit.subject_without_day", session=session.short_name, language=named)
    return words.plain("edit.subject", session=session.short_name, number=day, language=named)


def subject_of(work: Work, words: Words) -> str:
    """Return what is being written is called."""
    if work.draft.kind == "broadcast":
        return words.plain("broadcast.subject")
    if work.draft.kind == "record":
        return record_forms.subject(work, words)
    return subject(work.session, work.draft.day, work.draft.language, words)


def size(work: Work, words: Words) -> Markup:
    """Say how much was sent: *2 parts, 5,310 characters*."""
    characters = words.number(len(work.text.text))
    return words.count("edit.size", len(work.parts), characters=characters)


def stands(revision: Revision | None, author: str | None, zone: ZoneInfo, words: Words) -> Markup:
    """Say what stands of a day in a language, since when, and by whom."""
    if revision is None:
        return words("edit.not_written")
    key = f"edit.act_{'published' if revision.text else 'withdrawn'}"
    if revision.made is None or author is None:
        return words("edit.from_files" if revision.text else "edit.withdrawn_in_files")
    return words(key, author=author, time=moment(revision.made, zone, words))


def prompt(work: Work, others: Sequence[tuple[str, Draft]], words: Words) -> Markup:
    """Ask for the text of a summary; say what it replaces, and who else writes one."""
    zone = work.session.zone
    return layout.stacked(
        layout.heading(subject_of(work, words)),
        layout.lines(
            stands(work.standing, work.author, zone, words) if work.standing else None,
            words("edit.replaces") if work.replaces else None,
        ),
        layout.lines(
            *(
                words("edit.other", name=name, time=moment(each.touched, zone, words))
                for name, each in others
            )
        ),
        words("edit.send"),
        words("edit.ways_out"),
    )


def which_day(session: Session, work: Work | None, words: Words) -> Markup:
    """Ask which day a summary is of."""
    return layout.stacked(
        words("edit.which_day", session=session.short_name),
        size(work, words) if work else None,
    )


def counted(work: Work, words: Words) -> Markup:
    """Say how much has come in of a text."""
    return layout.lines(
        layout.heading(subject_of(work, words)), size(work, words), too_long(work, words)
    )


def too_long(work: Work, words: Words) -> Markup | None:
    """Say by how much a text is too long; None where it is not."""
    over = len(work.text.text) - drafts.LONGEST
    if over <= 0:
        return None
    return words("edit.too_long", over=words.number(over), most=words.number(drafts.LONGEST))


def control(work: Work, messages: int, audience: Audience, words: Words) -> Markup:
    """Stand below a preview: what it is, and who gets it when."""
    return layout.stacked(
        layout.lines(
            words("edit.preview", subject=subject_of(work, words)),
            words.count("edit.messages", messages, size=size(work, words)),
        ),
        goes_to(audience, work.session.zone, words),
    )


def goes_to(audience: Audience, zone: ZoneInfo, words: Words) -> Markup:
    """Say who gets a summary, and when."""
    if not audience.total:
        return words("edit.nobody")
    later = list(audience.later)
    shown = later if len(later) <= GROUPS else later[: GROUPS - 1]
    rest = sum(number for _, number in later[len(shown) :])
    rows = [
        words.count("edit.have", audience.have) if audience.have else None,
        words.count("edit.waiting", audience.waiting) if audience.waiting else None,
        *(words.count("edit.at", n, time=moment(at, zone, words)) for at, n in shown),
        words.count("edit.after", rest, time=moment(shown[-1][0], zone, words)) if rest else None,
    ]
    return layout.lines(
        words.count("edit.goes_to", audience.total), layout.bullets(row for row in rows if row)
    )


def not_over(session: Session, day: Day, words: Words) -> Markup:
    """Ask once more where a day is not over."""
    closes = moment(day.closes_at(session), session.zone, words)
    return words("edit.not_over", number=day.number, time=closes)


def note(work: Work, audience: Audience, words: Words) -> Markup:
    """Ask whether a note shall follow a correction."""
    return words.count("edit.note", audience.have, day=work.draft.day)


def conflict(work: Work, words: Words) -> Markup:
    """Say that something else stands by now than the editor saw."""
    return layout.lines(
        words("edit.conflict", subject=subject_of(work, words)),
        stands(work.standing, work.author, work.session.zone, words),
    )


def published(
    session: Session, revision: Revision, audience: Audience, *, in_time: bool, words: Words
) -> Markup:
    """Say what was done with a summary, who gets it, and how long it can be undone."""
    named = subject(session, revision.day, revision.language, words)
    return layout.stacked(
        words(f"edit.done_{revision.act}", subject=named),
        goes_to(audience, session.zone, words) if revision.text else _withdrawn(audience, words),
        words("edit.reason", reason=revision.reason) if revision.reason else None,
        words("edit.undo_in_time") if in_time else None,
    )


def _withdrawn(audience: Audience, words: Words) -> Markup:
    if not audience.have:
        return words("edit.not_sent")
    return words.count("edit.see_withdrawn", audience.have)


def undone(session: Session, revision: Revision, words: Words) -> Markup:
    """Say that a change was undone."""
    return words("edit.undone", subject=subject(session, revision.day, revision.language, words))


def changed(work: Work, words: Words) -> Markup:
    """Say that a text has changed since it was shown."""
    return words("edit.changed", subject=subject_of(work, words))


def silent(work: Work, words: Words) -> Markup:
    """Ask whether what came late belongs to a draft that fell silent."""
    return words("edit.silent", subject=subject_of(work, words))


def editing(work: Work, words: Words) -> Markup:
    """Say how a text that was sent can still be changed."""
    how = words("edit.how") if work.parts else words("edit.send")
    return layout.stacked(
        layout.lines(
            layout.heading(subject_of(work, words)), size(work, words), too_long(work, words)
        ),
        how,
        words("edit.ways_out"),
    )


def which_language(work: Work, words: Words) -> Markup:
    """Ask in which language a summary is."""
    return words("edit.which_language", subject=subject_of(work, words))


def which_of_both(work: Work, words: Words) -> Markup:
    """Ask what shall stand, now that both texts were seen."""
    return words("edit.which_of_both", author=work.author or "")


def too_late(session: Session, revision: Revision, words: Words) -> Markup:
    """Say that a change cannot be undone any more, and what can be done."""
    return words("edit.too_late", subject=subject(session, revision.day, revision.language, words))
