"""The commands that there are, arranged as ``/help`` shows them."""

from collections.abc import Mapping
from typing import Final

from data.roles import Role

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
    "bot": ("help", "start", "privacy", "mydata", "forgetme", "id"),
}
# What editors may use besides, and what owners may.
EDITORS: Final = {
    "editors": (
        "summaries",
        "addsummary",
        "correct",
        "retract",
        "history",
        "drafts",
        "done",
        "cancel",
        "addoutcome",
        "addpledge",
        "addelection",
        "adddocument",
        "audit",
    ),
}
OWNERS: Final = {"owners": ("invite", "editors", "revoke", "delivery", "stats", "broadcast")}
EVERY: Final = tuple(name for names in GROUPS.values() for name in names)


def groups_for(role: Role | None) -> Mapping[str, tuple[str, ...]]:
    """Return the commands in groups that somebody of a role may use."""
    if role is None:
        return GROUPS
    return {**(OWNERS if role == "owner" else {}), **EDITORS, **GROUPS}
