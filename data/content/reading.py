"""A folder of content files, read and checked; nothing is stored."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from data.content import checking, complaints, files, lines, summaries
from data.content.placed import Placed, Summary
from data.content.problems import ContentError, Problem
from data.session import Session

Folder = Path | Traversable


@dataclass(frozen=True, slots=True)
class Content:
    """All that the files of a session hold: records by kind in the files' order, summaries."""

    records: dict[str, list[Placed]] = field(default_factory=dict)
    summaries: list[Summary] = field(default_factory=list)

    @property
    def session(self) -> Session:
        """The session itself."""
        return cast("Session", self.records["session"][0].record)


def read(folder: Folder) -> Content:
    """Read and check a folder.

    Raises:
        ContentError: with everything that is wrong.
    """
    if not folder.is_dir():
        raise ContentError([Problem(str(folder), 0, "", "", "there is no such folder")])
    problems: list[Problem] = []
    content = Content()
    for name, kinds in files.FILES.items():
        content.records.update({kind: [] for kind in kinds})
        for placed in _file(folder, name, problems):
            content.records[placed.kind].append(placed)
    content.summaries.extend(summaries.read(folder, problems))
    problems.extend(_strangers(folder))
    if not problems:
        problems.extend(checking.problems(content.records, content.summaries))
    if problems:
        raise ContentError(problems)
    return content


def _file(folder: Folder, name: str, problems: list[Problem]) -> Iterator[Placed]:
    file = folder / name
    if not file.is_file():
        if name in files.NEEDED:
            problems.append(Problem(name, 0, "", "", "the file is missing"))
        return
    try:
        text = file.read_text(encoding="utf-8-sig")
        parsed = tomllib.loads(text)
    except UnicodeDecodeError:
        problems.append(Problem(name, 0, "", "", "the file is not saved as UTF-8"))
        return
    except OSError as error:
        problems.append(Problem(name, 0, "", "", f"it cannot be read: {error.strerror}"))
        return
    except tomllib.TOMLDecodeError as error:
        problems.append(complaints.of_toml(name, error, text))
        return
    places = lines.of_records(text)
    for kind, entries in parsed.items():
        if kind not in files.FILES[name]:
            allowed = " or ".join(f"[[{each}]]" for each in files.FILES[name])
            line = places[kind][0].record if places.get(kind) else 0
            problems.append(Problem(name, line, "", kind, f"this file holds {allowed} only"))
            continue
        yield from _records(name, kind, entries, places.get(kind, []), problems)


def _records(
    name: str, kind: str, entries: Any, places: list[lines.Lines], problems: list[Problem]
) -> Iterator[Placed]:
    listed = [entries] if isinstance(entries, dict) else entries
    if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
        line = places[0].record if places else 0
        problems.append(Problem(name, line, "", kind, f"begin each record with [[{kind}]]"))
        return
    for number, entry in enumerate(listed):
        place = places[number] if number < len(places) else lines.Lines(0)
        try:
            record = files.model(kind).model_validate(entry)
        except ValidationError as error:
            problems.extend(complaints.of_record(name, kind, entry, place, error))
        else:
            yield Placed(kind, record, name, place)


def _strangers(folder: Folder) -> Iterator[Problem]:
    for each in folder.iterdir():
        if each.name.endswith(".toml") and each.name not in files.FILES:
            yield Problem(each.name, 0, "", "", "no file of this name belongs to a session")
