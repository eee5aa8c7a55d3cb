"""The summaries of a folder: one file for each day and language.

It is Markdown, as people write it; where a text holds more than that Markdown can say, it is JSON.
"""

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from data.content import exact, files, prose
from data.content.placed import Summary
from data.content.problems import Problem
from data.richtext import RichText

LANGUAGES = ("en", "fr", "es", "ar")
_TWICE = "this day has a summary in this language already: keep the .md or the .json file"
_NAMING = 'a summary is called as in "day-3.en.md": day, and en, fr, es or ar'


def written(day: int, language: str, text: RichText) -> tuple[str, str]:
    """Return the name of a summary's file, and what it holds, so that it is read as it was."""
    markdown = prose.to_markdown(text)
    try:
        whole = prose.from_markdown(markdown) == text
    except prose.ProseError:
        whole = False
    if whole:
        return f"day-{day}.{language}.md", markdown
    return f"day-{day}.{language}.json", exact.to_json(text)


def read(folder: Path | Traversable, problems: list[Problem]) -> Iterator[Summary]:
    """Read all summaries of a folder; what is wrong goes to ``problems``."""
    inside = folder / files.SUMMARIES
    if not inside.is_dir():
        return
    seen: set[tuple[str, str]] = set()
    for file in sorted(inside.iterdir(), key=lambda each: each.name):
        if file.name.startswith("."):
            continue
        path = f"{files.SUMMARIES}/{file.name}"
        match = files.SUMMARY.fullmatch(file.name)
        if match is None or match["language"] not in LANGUAGES:
            problems.append(Problem(path, 0, "", "", _NAMING))
            continue
        key = match["day"], match["language"]
        if key in seen:
            problems.append(Problem(path, 0, "", "", _TWICE))
            continue
        seen.add(key)
        text = files.text(file, path, problems)
        if text is not None:
            yield from _summary(int(match["day"]), match["language"], path, text, problems)


def _summary(
    day: int, language: str, path: str, source: str, problems: list[Problem]
) -> Iterator[Summary]:
    read_as = exact.from_json if path.endswith(".json") else prose.from_markdown
    try:
        text = read_as(source)
    except prose.ProseError as error:
        problems.append(Problem(path, error.line, "", "", str(error)))
        return
    if text.text:
        yield Summary(day, language, text, path)
    else:
        problems.append(Problem(path, 0, "", "", "the file is empty"))
