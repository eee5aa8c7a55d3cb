"""What stood of a day when, and who changed it."""

from collections.abc import Sequence

from markupsafe import Markup

from data.days import Day
from data.locales.words import Words
from data.revisions import Revision
from data.session import Session
from handlers.views import editing, layout


def listing(
    session: Session, day: Day, every: Sequence[tuple[Revision, str | None]], words: Words
) -> Markup:
    """List revisions with author and time, the newest first."""
    head = words("edit.history", session=session.short_name, number=day.number)
    if not every:
        return layout.stacked(head, words("edit.not_written"))
    return layout.stacked(
        head, layout.lines(*(_line(session, each, author, words) for each, author in every))
    )


def _line(session: Session, revision: Revision, author: str | None, words: Words) -> Markup:
    made = revision.made
    return words(
        "edit.history_line",
        number=revision.revision,
        act=words.plain(f"edit.history_{revision.act}"),
        language=editing.language(revision.language, words),
        author=author or words.plain("edit.history_files"),
        time=editing.moment(made, session.zone, words) if made else "",
    )


def revision(session: Session, shown: Revision, author: str | None, words: Words) -> Markup:
    """Say what a text above is."""
    return layout.lines(
        _line(session, shown, author, words),
        words("edit.reason", reason=shown.reason) if shown.reason else None,
        words("edit.no_text") if shown.text is None else None,
    )
