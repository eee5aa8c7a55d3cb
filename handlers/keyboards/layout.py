"""Buttons and their rows."""

from collections.abc import Iterable, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from data.locales.words import Words
from handlers import callbacks

LABEL_LENGTH = 40


def button(label: str, data: str) -> InlineKeyboardButton:
    """Return a button that leads to a screen; a long label is shortened at a word."""
    return InlineKeyboardButton(shortened(label), callback_data=data)


def shortened(label: str, length: int = LABEL_LENGTH) -> str:
    """Cut a label at a word so that it fits a phone; what is cut ends in an ellipsis."""
    if len(label) <= length:
        return label
    cut = label[: length - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut}…"


def keyboard(*rows: Iterable[InlineKeyboardButton | None]) -> InlineKeyboardMarkup | None:
    """Set rows of buttons; what is None and rows without a button are left out."""
    kept = [[each for each in row if each is not None] for row in rows]
    filled = [row for row in kept if row]
    return InlineKeyboardMarkup(filled) if filled else None


def in_rows(
    buttons: Sequence[InlineKeyboardButton], width: int
) -> list[Sequence[InlineKeyboardButton]]:
    """Arrange buttons in rows of ``width``."""
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def pages(
    screen: callbacks.Screen, before: Sequence[str], page: int, total: int, words: Words
) -> list[InlineKeyboardButton]:
    """Return the buttons to the pages before and after; ``page`` counts from 0."""
    turned = []
    if page > 0:
        label = words.plain("page.before", page=page, total=total)
        turned.append(button(label, screen(*before, page - 1)))
    if page + 1 < total:
        label = words.plain("page.after", page=page + 2, total=total)
        turned.append(button(label, screen(*before, page + 1)))
    return turned


def sources(
    session: str, kind: str, identity: str, number: int, words: Words
) -> InlineKeyboardButton | None:
    """Return the button behind which a record's sources stand, where there is more than one."""
    if number < 2:
        return None
    label = words.plain("button.sources", number=number)
    return button(label, callbacks.SOURCES(session, kind, identity, 0))


def day(session: str, number: int | None, words: Words) -> InlineKeyboardButton | None:
    """Return the button to the day on which something was, where that is known."""
    if number is None:
        return None
    return button(words.plain("day.after", number=number), callbacks.DAY(session, number, 0))
