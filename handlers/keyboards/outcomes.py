"""Buttons under topics and outcomes."""

from collections.abc import Mapping, Sequence

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from data.outcomes import Outcome
from data.sources import Source
from data.topics import Topic
from handlers import callbacks, deeplinks
from handlers.keyboards import layout
from handlers.views import outcomes as views


def topics(
    session: str, every: Sequence[Topic], counts: Mapping[str, int], words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the topics that have outcomes."""
    buttons = [
        layout.button(
            words.plain("outcomes.topic_button", topic=topic.title, number=counts[topic.id]),
            callbacks.TOPIC(session, topic.id, 0),
        )
        for topic in every
        if counts.get(topic.id)
    ]
    return layout.keyboard(*layout.in_rows(buttons, 1))


def topic(
    session: str, outcomes: Sequence[Outcome], turned: Sequence[InlineKeyboardButton], words: Words
) -> InlineKeyboardMarkup | None:
    """Offer the outcomes of a topic, its pages, and the way back to all topics."""
    buttons = [
        layout.button(outcome.title, callbacks.OUTCOME(session, outcome.id)) for outcome in outcomes
    ]
    back = layout.button(words.plain("outcomes.all_topics"), callbacks.TOPICS(session))
    return layout.keyboard(*layout.in_rows(buttons, 1), turned, [back])


def card(
    bot: str, session: str, outcome: Outcome, sources: Sequence[Source], words: Words
) -> InlineKeyboardMarkup | None:
    """Offer to share and copy an outcome, its sources, its topic and its day."""
    link = deeplinks.to_outcome(bot, session, outcome.id)
    first = sources[0].url if sources else link
    share = InlineKeyboardButton(
        words.plain("outcomes.share"), url=deeplinks.share(link, outcome.title)
    )
    copy = InlineKeyboardButton(
        words.plain("outcomes.copy"), copy_text=CopyTextButton(views.copied(outcome, first))
    )
    topic = layout.button(words.plain("topic.same"), callbacks.TOPIC(session, outcome.topic, 0))
    return layout.keyboard(
        [share, copy, layout.sources(session, "outcome", outcome.id, len(sources), words)],
        [topic, layout.day(session, outcome.day, words)],
    )
