"""The few shapes that every screen is made of, for a phone of forty characters' width."""

from collections.abc import Iterable

from markupsafe import Markup

BULLET = Markup("• ")


def stacked(*blocks: Markup | None) -> Markup:
    """Set blocks one above the other with an empty line between; empty ones are left out."""
    return Markup("\n\n").join(block for block in blocks if block)


def lines(*rows: Markup | None) -> Markup:
    """Set lines one below the other; empty ones are left out."""
    return Markup("\n").join(row for row in rows if row)


def bullets(rows: Iterable[Markup]) -> Markup:
    """Set lines as a list."""
    return Markup("\n").join(BULLET + row for row in rows)


def heading(text: str) -> Markup:
    """Return a title in bold."""
    return Markup("<b>{}</b>").format(text)


def link(text: str, url: str) -> Markup:
    """Return a text that opens ``url``."""
    return Markup('<a href="{}">{}</a>').format(url, text)
