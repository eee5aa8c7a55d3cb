"""Buttons under the budget."""

from collections.abc import Collection, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.conflicts import Conflict
from data.locales.words import Words
from handlers import callbacks
from handlers.keyboards import layout
from handlers.views.budget import YEARLY


def under(  # noqa: PLR0913 - all that stands around a section
    session: str,
    section: str,
    *,
    sections: Collection[str],
    disputed: Sequence[Conflict],
    turned: Sequence[InlineKeyboardButton],
    sources: InlineKeyboardButton | None,
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer the chart, what the sources disagree on, the pages, and the other sections."""
    chart = layout.button(words.plain("chart.button"), callbacks.CHART(session, "budget"))
    differing = [
        layout.button(
            words.plain("button.conflict", about=each.about), callbacks.CONFLICT(session, each.id)
        )
        for each in disputed
    ]
    others = [
        layout.button(words.plain(f"budget.{other}_button"), callbacks.BUDGET(session, other, 0))
        for other in sections
        if other != section
    ]
    decided = layout.button(words.plain("start.outcomes"), callbacks.TOPICS(session))
    return layout.keyboard(
        [chart if section == YEARLY and sections else None, sources],
        *layout.in_rows(differing, 1),
        turned,
        *layout.in_rows(others, 1),
        [decided],
    )
