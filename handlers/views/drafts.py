"""What an editor has begun and not brought to an end."""

from collections.abc import Sequence

from markupsafe import Markup

from data.locales.words import Words
from data.work import Work
from handlers.views import editing, layout


def listing(mine: Sequence[Work], words: Words) -> Markup:
    """List drafts, the one touched last first."""
    if not mine:
        return words("edit.no_drafts")
    return layout.stacked(words("edit.drafts"), *(_one(each, words) for each in mine))


def _one(work: Work, words: Words) -> Markup:
    touched = editing.moment(work.draft.touched, work.session.zone, words)
    return layout.lines(
        layout.heading(editing.subject_of(work, words)),
        words("edit.draft_line", size=editing.size(work, words), time=touched)
        if work.draft.kind != "record"
        else words("edit.draft_touched", time=touched),
    )


def left(work: Work, words: Words) -> Markup:
    """Say that a draft was left aside, and stays."""
    return layout.lines(
        words("edit.left", subject=editing.subject_of(work, words)),
        editing.size(work, words) if work.parts else None,
        words("edit.left_stays") if work.parts else None,
    )


def discarded(work: Work, words: Words) -> Markup:
    """Say that a draft was discarded."""
    return words("edit.discarded", subject=editing.subject_of(work, words))
