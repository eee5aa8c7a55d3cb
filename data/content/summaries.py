"""The summaries of a folder: one file for each day and language."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from data.content import files, prose
from data.content.placed import Summary
from data.content.problems import Problem

LANGUAGES = ("en", "fr", "es", "ar")
_NAMING = 'a summary is called as in "day-3.en.md": day, and en, fr, es or ar'


def name(day: int, language: str) -> str:
    """Return the name of a summary's file."""
    return f"day-{day}.{language}.md"


def read(folder: Path | Traversable, problems: list[Problem]) -> Iterator[Summary]:
    """Read all summaries of a folder; what is wrong goes to ``problems``."""
    inside = folder / files.SUMMARIES
    if not inside.is_dir():
        return
    for file in sorted(inside.iterdir(), key=lambda each: each.name):
        if file.name.startswith("."):
            continue
        path = f"{files.SUMMARIES}/{file.name}"
        match = files.SUMMARY.fullmatch(file.name)
        if match is None or match["language"] not in LANGUAGES:
            problems.append(Problem(path, 0, "", "", _NAMING))
            continue
        text = files.text(file, path, problems)
        if text is not None:
            yield from _summary(int(match["day"]), match["language"], path, text, problems)


def _summary(
    day: int, language: str, path: str, source: str, problems: list[Problem]
) -> Iterator[Summary]:
    try:
        text = prose.from_markdown(source)
    except prose.ProseError as error:
        problems.append(Problem(path, error.line, "", "", str(error)))
        return
    if text.text:
        yield Summary(day, language, text, path)
    else:
        problems.append(Problem(path, 0, "", "", "the file is empty"))
