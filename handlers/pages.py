"""Turning pages: of a long text, and of a long list."""

from collections.abc import Sequence
from typing import TypeVar

from markupsafe import Markup

from data import richtext

Row = TypeVar("Row")
PAGE_UNITS = 3000


def number(text: str) -> int:
    """Return the page or day number that callback data carries; 0 where it carries none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 0


def of_text(text: Markup, page: int, limit: int = PAGE_UNITS) -> tuple[Markup, int, int]:
    """Return one page of a text, its number from 0, and how many there are."""
    parts = richtext.split(richtext.from_html(text), limit)
    shown = min(page, len(parts) - 1)
    return richtext.to_html(parts[shown]), shown, len(parts)


def of_list(rows: Sequence[Row], page: int, size: int) -> tuple[Sequence[Row], int, int]:
    """Return the rows of one page, its number from 0, and how many there are (at least 1)."""
    total = max(1, -(-len(rows) // size))
    shown = min(page, total - 1)
    return rows[shown * size : (shown + 1) * size], shown, total
