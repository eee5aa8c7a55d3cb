"""Buttons under pledges."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from data.pledges import Pledge
from data.states import State
from handlers import callbacks
from handlers.keyboards import layout


def listing(
    session: str,
    shown: Sequence[Pledge],
    turned: Sequence[InlineKeyboardButton],
    sources: int,
    words: Words,
) -> InlineKeyboardMarkup | None:
    """Offer the chart, each pledge by its giver, the pages, and the sources of all."""
    each = [
        layout.button(
            words.plain(
                "pledges.button",
                donor=one.donor,
                money=words.money(one.amount, one.currency),
            ),
            callbacks.PLEDGE(session, one.id),
        )
        for one in shown
    ]
    chart = layout.button(words.plain("chart.button"), callbacks.CHART(session, "pledges"))
    decided = layout.button(words.plain("start.outcomes"), callbacks.TOPICS(session))
    return layout.keyboard(
        [chart if shown else None],
        *layout.in_rows(each, 1),
        turned,
        [layout.sources(session, "pledge", "all", sources, words), decided],
    )


def card(
    session: str, pledge: Pledge, state: State | None, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer a pledge's sources, the state that gave it, its day, and all pledges."""
    to_state = layout.button(state.name, callbacks.STATE(session, state.id)) if state else None
    every = layout.button(words.plain("pledges.all"), callbacks.PLEDGES(session, 0))
    return layout.keyboard(
        [to_state, layout.sources(session, "pledge", pledge.id, len(pledge.sources), words)],
        [every, layout.day(session, pledge.day, words)],
    )
