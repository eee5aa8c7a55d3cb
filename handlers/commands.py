"""The commands that there are, arranged as ``/help`` shows them."""

from typing import Final

GROUPS: Final = {
    "happened": (
        "day",
        "today",
        "days",
        "outcomes",
        "resolutions",
        "elections",
        "budget",
        "pledges",
    ),
    "digests": ("subscribe", "unsubscribe", "settings"),
    "find": ("ask", "search", "state", "documents", "glossary"),
    "session": ("programme", "calendar", "session"),
    "bot": ("help", "start", "privacy", "mydata", "forgetme"),
}
EVERY: Final = tuple(name for names in GROUPS.values() for name in names)
