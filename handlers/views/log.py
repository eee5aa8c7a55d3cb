"""The log of changes."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from markupsafe import Markup

from data import changes
from data.audit import Change
from data.locales.words import Words
from handlers.views import layout, titles
from handlers.views.editing import moment

SHOWN = 60


def listing(changes: Sequence[Change], zone: ZoneInfo, words: Words) -> Markup:
    """List changes, the newest first."""
    if not changes:
        return words("log.empty")
    return layout.stacked(words("log.heading"), *(change(each, zone, words) for each in changes))


def change(shown: Change, zone: ZoneInfo, words: Words) -> Markup:
    """Show a change: when, who, what, and how before and after begin."""
    return layout.lines(
        words(
            "log.line",
            number=shown.id,
            time=moment(shown.made, zone, words),
            name=shown.name,
        ),
        words("log.what", what=_what(shown, words)),
        words("log.was", text=_beginning(told(shown.before))) if told(shown.before) else None,
        words("log.is", text=_beginning(told(shown.after))) if told(shown.after) else None,
    )


def told(kept: str | None) -> str:
    """Return what stood before or after a change as people read it: a record field by field."""
    state = changes.state_in(kept)
    if state is None:
        return kept or ""
    fields = (state.record or {}).items()
    return "\n".join(f"{name}: {value}" for name, value in fields)


def _what(shown: Change, words: Words) -> str:
    told = (words.plain(f"log.act_{shown.act}"), shown.subject, shown.session)
    return " ".join(each for each in told if each)


def _beginning(text: str) -> Markup:
    return titles.opening(" ".join(text.split()), SHOWN)
