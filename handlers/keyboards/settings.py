"""Buttons under the settings of a chat; ``key`` is the chat that is meant."""

from collections.abc import Collection, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from data.topics import Topic
from handlers import callbacks, deeplinks
from handlers.keyboards import layout, subscribing
from handlers.views import times
from handlers.views.settings import Panel


def panel(panel: Panel, key: int, bot: str, words: Words) -> InlineKeyboardMarkup | None:
    """Offer all that can be changed, the last digest and the next."""
    private = panel.chat.kind == "private"
    return layout.keyboard(
        [_hour(panel, key, words), _place(panel, key, words)],
        [_topics(panel, key, words), _sound(panel, key, words)],
        _beside(panel, bot, words),
        _on_or_off(panel, key, words),
        [_again(panel, key, words)],
        [_elsewhere(words) if private else None, _kept(key, words)],
    )


def back(key: int, words: Words) -> InlineKeyboardButton:
    """Return the button back to the settings."""
    return layout.button(words.plain("settings.back"), callbacks.SETTINGS(key))


def topics(
    every: Sequence[Topic], chosen: Collection[str], key: int, words: Words
) -> InlineKeyboardMarkup | None:
    """Offer to list each topic or to leave it out, or all of them."""
    buttons = [
        layout.button(
            words.plain(
                "settings.listed" if each.id in chosen else "settings.left_out", topic=each.title
            ),
            callbacks.LISTED(key, each.id, callbacks.OFF if each.id in chosen else callbacks.ON),
        )
        for each in every
    ]
    everything = all(each.id in chosen for each in every)
    switch = layout.button(
        words.plain("settings.none" if everything else "settings.all"),
        callbacks.LISTED(key, callbacks.ALL, callbacks.OFF if everything else callbacks.ON),
    )
    return layout.keyboard(*layout.in_rows(buttons, 1), [switch, back(key, words)])


def _hour(panel: Panel, key: int, words: Words) -> InlineKeyboardButton:
    label = words.plain("settings.button_hour", hour=f"{panel.when.hour:%H:%M}")
    return layout.button(label, callbacks.HOURS(key))


def _place(panel: Panel, key: int, words: Words) -> InlineKeyboardButton:
    label = words.plain("settings.button_place", place=times.place(panel.when, words))
    return layout.button(label, callbacks.REGIONS(key))


def _topics(panel: Panel, key: int, words: Words) -> InlineKeyboardButton:
    chosen = panel.chat.topics
    label = (
        words.plain("settings.button_all_topics")
        if chosen is None
        else words.plain("settings.button_topics", number=len(chosen), total=panel.topics)
    )
    return layout.button(label, callbacks.LISTED(key, "", ""))


def _sound(panel: Panel, key: int, words: Words) -> InlineKeyboardButton:
    silent = panel.chat.silent
    label = words.plain("settings.button_silent" if silent else "settings.button_sound")
    return layout.button(label, callbacks.SILENT(key, callbacks.OFF if silent else callbacks.ON))


def _beside(panel: Panel, bot: str, words: Words) -> list[InlineKeyboardButton]:
    """Return the buttons to the last digest, and to what the next one's day holds."""
    session, buttons = panel.session.id, []
    here = panel.chat.kind == "private" or panel.title is not None
    for label, day, data in (
        ("settings.button_last", panel.last, callbacks.DAY),
        ("settings.button_next", panel.ahead.day if panel.ahead else None, callbacks.PROGRAMME),
    ):
        if day is None:
            continue
        text = words.plain(label, number=day.number)
        if here:
            buttons.append(layout.button(text, callbacks.fresh(data(session, day.number, 0))))
        else:
            link = deeplinks.to_day(bot, session, day.number)
            buttons.append(InlineKeyboardButton(text, url=link))
    return buttons


def _on_or_off(panel: Panel, key: int, words: Words) -> list[InlineKeyboardButton]:
    if panel.kept is None or panel.kept.state == "off":
        return [subscribing.to_begin(panel.session.id, key, words)]
    paused = panel.kept.state == "paused"
    label = words.plain("settings.button_resume" if paused else "settings.button_pause")
    switch = layout.button(label, callbacks.PAUSE(key, callbacks.OFF if paused else callbacks.ON))
    return [switch, subscribing.to_end(key, words)]


def _again(panel: Panel, key: int, words: Words) -> InlineKeyboardButton | None:
    if panel.chat.state == "open":
        return None
    return layout.button(words.plain("settings.button_again"), callbacks.TRY_AGAIN(key))


def _elsewhere(words: Words) -> InlineKeyboardButton:
    return layout.button(words.plain("settings.button_elsewhere"), callbacks.ELSEWHERE())


def _kept(key: int, words: Words) -> InlineKeyboardButton:
    return layout.button(words.plain("settings.button_kept"), callbacks.PRIVACY(key))
