"""Buttons under what is sent by itself. No tap changes a digest that was delivered.

In a private chat a tap sends a new message; elsewhere the buttons are links that open the bot in
private.
"""

import json
from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.digests import Digest
from data.locales.words import Words
from handlers import callbacks, deeplinks
from handlers.keyboards import layout


def under_digest(digest: Digest, bot: str, words: Words, *, private: bool) -> str | None:
    """Offer the day before, the outcomes, and to share the day."""
    session, number = digest.session.id, digest.day.number
    link = deeplinks.to_day(bot, session, number)
    title = words.plain(
        "digest.shared", session=digest.session.short_name, number=number, title=digest.day.headline
    )
    share = InlineKeyboardButton(words.plain("outcomes.share"), url=deeplinks.share(link, title))
    outcomes = words.plain("start.outcomes")
    to_outcomes = (
        layout.button(outcomes, callbacks.fresh(callbacks.TOPICS(session)))
        if private
        else InlineKeyboardButton(outcomes, url=deeplinks.to_topics(bot, session))
    )
    before = to_day(bot, session, number - 1, words, private=private) if number > 1 else None
    return as_text(layout.keyboard([before, to_outcomes], [share]))


def to_day(
    bot: str, session: str, number: int, words: Words, *, private: bool
) -> InlineKeyboardButton:
    """Return the button to a day: a new message in private, a link elsewhere."""
    label = words.plain("digest.to_day", number=number)
    if private:
        return layout.button(label, callbacks.fresh(callbacks.DAY(session, number, 0)))
    return InlineKeyboardButton(label, url=deeplinks.to_day(bot, session, number))


def days(
    bot: str, session: str, numbers: Sequence[int], words: Words, *, private: bool
) -> str | None:
    """Offer days."""
    buttons = [to_day(bot, session, number, words, private=private) for number in numbers]
    return as_text(layout.keyboard(*layout.in_rows(buttons, 3)))


def offer(session: str, words: Words) -> str | None:
    """Offer to subscribe to a session."""
    subscribe = layout.button(words.plain("button.subscribe"), callbacks.SUBSCRIBE(0, session))
    return as_text(layout.keyboard([subscribe]))


def as_text(keyboard: InlineKeyboardMarkup | None) -> str | None:
    """Return a keyboard as JSON text, always the same for the same."""
    return json.dumps(keyboard.to_dict(), sort_keys=True) if keyboard else None


def from_text(buttons: str | None) -> InlineKeyboardMarkup | None:
    """Return the keyboard that ``as_text`` wrote."""
    return InlineKeyboardMarkup.de_json(json.loads(buttons), None) if buttons else None
