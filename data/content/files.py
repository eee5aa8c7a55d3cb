"""Which file of a session's folder holds which kinds of records."""

import re
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from data.content.problems import Problem
from data.records import Record

EDITION: Final = b"1"  # raised when the same files are to be loaded anew
SUMMARY: Final = re.compile(r"day-(?P<day>[1-9]\d?)\.(?P<language>[a-z]{2})\.(?P<form>md|json)")
SESSION: Final = "session.toml"
SUMMARIES: Final = "summaries"
FILES: Final[dict[str, tuple[str, ...]]] = {
    SESSION: ("session",),
    "days.toml": ("day",),
    "topics.toml": ("topic",),
    "sources.toml": ("source",),
    "outcomes.toml": ("outcome",),
    "resolutions.toml": ("resolution",),
    "conflicts.toml": ("conflict",),
    "documents.toml": ("document",),
    "pledges.toml": ("pledge",),
    "elections.toml": ("election",),
    "budget.toml": ("figure", "reaction"),
    "programme.toml": ("event",),
    "states.toml": ("state",),
    "statements.toml": ("statement",),
    "people.toml": ("person",),
    "glossary.toml": ("term",),
    "milestones.toml": ("milestone",),
    "synonyms.toml": ("synonym",),
    "phrasings.toml": ("phrasing",),
}
NEEDED: Final = (SESSION, "days.toml", "topics.toml", "sources.toml")


def model(kind: str) -> type[Record]:
    """Return the shape of a kind of records."""
    from data.kinds import KINDS

    return KINDS[kind]


def text(file: Path | Traversable, name: str, problems: list[Problem]) -> str | None:
    """Return what a file holds; where it cannot be read, None, and a problem with ``name``."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problems.append(Problem(name, line, "", "", "the file is not saved as UTF-8"))
    except OSError as error:
        problems.append(Problem(name, 0, "", "", f"it cannot be read: {error.strerror}"))
    return None


def held(folder: Path | Traversable) -> list[tuple[str, Traversable]]:
    """Return the files of the format in a folder with their names there, in order."""
    found: dict[str, Traversable] = {
        each.name: each for each in folder.iterdir() if each.name in FILES
    }
    inside = folder / SUMMARIES
    for each in inside.iterdir() if inside.is_dir() else ():
        if SUMMARY.fullmatch(each.name):
            found[f"{SUMMARIES}/{each.name}"] = each
    return sorted(found.items())


def digest(folder: Path | Traversable) -> str:
    """Return what tells this edition of a folder from any other."""
    summed = sha256(EDITION)
    for name, file in held(folder):
        summed.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return summed.hexdigest()
