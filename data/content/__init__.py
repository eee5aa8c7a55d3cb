"""Session content in and out: text files to the store, and the store to text files.

What reads and writes the files is loaded when it is first asked for: a start of the bot finds the
store as the files have it, nearly always.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from data.content.loading import Loaded, load
    from data.content.problems import ContentError, Problem
    from data.content.publishing import OccupiedError, publish
    from data.content.reading import Content, read
    from data.content.shipped import folders, load_given, load_shipped, read_shipped
    from data.content.writing import write

__all__ = [
    "Content",
    "ContentError",
    "Loaded",
    "OccupiedError",
    "Problem",
    "folders",
    "load",
    "load_given",
    "load_shipped",
    "publish",
    "read",
    "read_shipped",
    "write",
]
_HOMES: Final = {
    "loading": ("Loaded", "load"),
    "problems": ("ContentError", "Problem"),
    "publishing": ("OccupiedError", "publish"),
    "reading": ("Content", "read"),
    "shipped": ("folders", "load_given", "load_shipped", "read_shipped"),
    "writing": ("write",),
}


def __getattr__(name: str) -> Any:
    """Return one of the names above from the module where it is at home."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"data.content.{home}"), name)
    raise AttributeError(f"data.content has no {name}")
