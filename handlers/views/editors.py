"""Who may write, for owners: invitations, editors, and what became of them."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from data.locales.words import Words
from data.roles import Editor
from handlers.views import layout
from handlers.views.editing import moment


def invitation(link: str, expires: datetime, zone: ZoneInfo, words: Words) -> Markup:
    """Show the link that makes somebody an editor."""
    return layout.stacked(
        words("editors.invitation"),
        Markup.escape(link),
        words("editors.invitation_how", time=moment(expires, zone, words)),
    )


def taken(name: str, user: int, words: Words) -> Markup:
    """Tell an owner who took an invitation."""
    return words("editors.taken_by", name=name, id=user)


def welcome(words: Words) -> Markup:
    """Greet a new editor."""
    return words("editors.welcome")


def editors(
    found: Sequence[Editor],
    owners: Sequence[tuple[int, str | None]],
    zone: ZoneInfo,
    words: Words,
) -> Markup:
    """List editors with their ids, and owners."""
    rows = [
        words("editors.line", name=each.name, id=each.id, time=moment(each.since, zone, words))
        for each in found
    ]
    named = [
        words("editors.owner", name=name or words.plain("editors.unnamed"), id=user)
        for user, name in owners
    ]
    return layout.stacked(
        words("editors.heading"),
        layout.lines(*rows) if rows else words("editors.none"),
        layout.lines(words("editors.owners"), *named),
        words("editors.how"),
    )


def revoked(name: str, user: int, words: Words) -> Markup:
    """Say that somebody is an editor no more."""
    return words("editors.revoked", name=name, id=user)
