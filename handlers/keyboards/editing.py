"""Buttons under what editors write."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.content.summaries import LANGUAGES
from data.days import Day
from data.locales.words import Words
from data.revisions import Revision
from data.work import Work
from handlers import callbacks
from handlers.keyboards import layout

# What was answered on the way to publishing.
EARLY, WITH_NOTE, WITHOUT_NOTE = "e", "n", "q"


def days(
    session: str, every: Sequence[Day], screen: callbacks.Screen, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer days for a screen that takes session, day, and something that is left open."""
    buttons = [
        layout.button(
            words.plain("day.button", number=day.number, date=words.short_date(day.date)),
            screen(session, day.number, ""),
        )
        for day in every
    ]
    return layout.keyboard(*layout.in_rows(buttons, 2))


def days_for(draft: int, every: Sequence[Day], words: Words) -> InlineKeyboardMarkup | None:
    """Offer the days that a draft may be of."""
    buttons = [
        layout.button(
            words.plain("day.button", number=day.number, date=words.short_date(day.date)),
            callbacks.DRAFT(draft, "day", day.number),
        )
        for day in every
    ]
    return layout.keyboard(*layout.in_rows(buttons, 2), [_discard(draft, words)])


def prompt(work: Work, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to write in another language, or not at all."""
    draft = work.draft.id
    return layout.keyboard(
        [_language(work, words)],
        [layout.button(words.plain("edit.button_cancel"), callbacks.DRAFT(draft, "leave", ""))],
    )


def languages(draft: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the languages of a summary."""
    buttons = [
        layout.button(
            words.plain(f"edit.language_{each}"), callbacks.DRAFT(draft, "language", each)
        )
        for each in LANGUAGES
    ]
    return layout.keyboard(*layout.in_rows(buttons, 2))


def counted(work: Work, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to have done, and to take the last part out again."""
    draft = work.draft.id
    last = work.parts[-1].message if work.parts else ""
    done = layout.button(words.plain("edit.button_done"), callbacks.DRAFT(draft, "done", ""))
    not_part = words.plain("edit.button_not_part")
    out = layout.button(not_part, callbacks.DRAFT(draft, "drop", last)) if work.parts else None
    return layout.keyboard([done, out])


def control(work: Work, words: Words) -> InlineKeyboardMarkup | None:
    """Offer what can become of a preview."""
    draft = work.draft.id
    return layout.keyboard(
        [publish(work, words.plain("edit.button_publish"))],
        [
            layout.button(words.plain("edit.button_edit"), callbacks.DRAFT(draft, "edit", "")),
            _discard(draft, words),
        ],
        [_language(work, words)],
    )


def publish(work: Work, label: str, answered: str = "") -> InlineKeyboardButton:
    """Return a button that publishes a draft as it stands, in the place of what stands."""
    draft = work.draft
    return layout.button(label, callbacks.PUBLISH(draft.id, draft.version, work.stands, answered))


def not_over(work: Work, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to publish before a day is over."""
    back = callbacks.DRAFT(work.draft.id, "control", "")
    return layout.keyboard(
        [publish(work, words.plain("edit.button_publish_now"), EARLY)],
        [layout.button(words.plain("edit.button_not_yet"), back)],
    )


def note(work: Work, answered: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer a correction with and without a note."""
    back = callbacks.DRAFT(work.draft.id, "control", "")
    return layout.keyboard(
        [publish(work, words.plain("edit.button_note"), answered + WITH_NOTE)],
        [publish(work, words.plain("edit.button_no_note"), answered + WITHOUT_NOTE)],
        [layout.button(words.plain("edit.button_not_yet"), back)],
    )


def conflict(work: Work, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to publish all the same, now that both texts were seen."""
    draft = work.draft.id
    return layout.keyboard(
        [publish(work, words.plain("edit.button_publish_mine"))],
        [
            layout.button(words.plain("edit.button_edit"), callbacks.DRAFT(draft, "edit", "")),
            _discard(draft, words),
        ],
    )


def changed(draft: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to look again at a text that has changed."""
    again = callbacks.DRAFT(draft, "done", "")
    return layout.keyboard([layout.button(words.plain("edit.button_preview"), again)])


def editing(work: Work, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the ways to change a text that was shown."""
    draft = work.draft.id
    last = work.parts[-1].message if work.parts else ""
    drop = layout.button(words.plain("edit.button_not_part"), callbacks.DRAFT(draft, "drop", last))
    clear = layout.button(words.plain("edit.button_clear"), callbacks.DRAFT(draft, "clear", ""))
    done = layout.button(words.plain("edit.button_done"), callbacks.DRAFT(draft, "done", ""))
    return layout.keyboard([done, drop if work.parts else None], [clear if work.parts else None])


def published(revision: Revision, words: Words, *, in_time: bool) -> InlineKeyboardMarkup | None:
    """Offer to undo what was done, as long as that can be; and the way on."""
    session, day = revision.session, revision.day
    undo = callbacks.UNDO(session, day, revision.revision)
    return layout.keyboard(
        [layout.button(words.plain("edit.button_undo"), undo) if in_time else None],
        [to_day(session, day, words)],
    )


def undone(revision: Revision, draft: int | None, words: Words) -> InlineKeyboardMarkup | None:
    """Offer the text of what was undone again, which is a draft."""
    again = callbacks.DRAFT(draft, "done", "") if draft else None
    return layout.keyboard(
        [layout.button(words.plain("edit.button_preview"), again) if again else None],
        [to_day(revision.session, revision.day, words)],
    )


def too_late(revision: Revision, words: Words) -> InlineKeyboardMarkup | None:
    """Offer what can be done with a summary that has left."""
    session, day = revision.session, revision.day
    correct = callbacks.CORRECT(session, day, revision.language)
    return layout.keyboard(
        [
            layout.button(words.plain("edit.button_correct"), correct),
            layout.button(words.plain("edit.button_retract"), callbacks.RETRACT(session, day, "")),
        ],
        [to_day(session, day, words)],
    )


def to_day(session: str, day: int, words: Words) -> InlineKeyboardButton:
    """Return the button to what editors can do with a day."""
    label = words.plain("edit.button_day", number=day)
    return layout.button(label, callbacks.SUMMARY(session, day))


def ways_on(words: Words) -> InlineKeyboardMarkup | None:
    """Offer the ways on from a refusal."""
    return layout.keyboard(
        [
            layout.button(words.plain("edit.button_summaries"), callbacks.SUMMARIES("")),
            layout.button(words.plain("edit.button_drafts"), callbacks.DRAFTS()),
        ]
    )


def to_drafts(words: Words) -> InlineKeyboardMarkup | None:
    """Offer the drafts."""
    return layout.keyboard([layout.button(words.plain("edit.button_drafts"), callbacks.DRAFTS())])


def discarded(draft: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to have a draft back."""
    undo = callbacks.DRAFT(draft, "back", "")
    return layout.keyboard(
        [layout.button(words.plain("edit.button_undo"), undo)],
        [layout.button(words.plain("edit.button_summaries"), callbacks.SUMMARIES(""))],
    )


def silent(draft: int, message: int, words: Words) -> InlineKeyboardMarkup | None:
    """Offer to add a message to a draft that had fallen silent."""
    add = callbacks.DRAFT(draft, "add", message)
    no = callbacks.DRAFT(draft, "drop", message)
    return layout.keyboard(
        [layout.button(words.plain("edit.button_add"), add)],
        [layout.button(words.plain("edit.button_not_part"), no)],
    )


def _language(work: Work, words: Words) -> InlineKeyboardButton:
    named = words.plain(f"edit.language_{work.draft.language}")
    label = words.plain("edit.button_language", language=named)
    return layout.button(label, callbacks.DRAFT(work.draft.id, "languages", ""))


def _discard(draft: int, words: Words) -> InlineKeyboardButton:
    return layout.button(words.plain("edit.button_discard"), callbacks.DRAFT(draft, "discard", ""))
