"""A folder of content files, read and checked; nothing is stored."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

from data.content import checking, entries, files, summaries
from data.content.known import Known, Report
from data.content.placed import Placed, Summary
from data.content.problems import ContentError, Problem
from data.session import Session

Folder = Path | Traversable


@dataclass(frozen=True, slots=True)
class Content:
    """All that the files of a session hold: records by kind in the files' order, summaries.

    ``digest`` tells this edition of the files from any other.
    """

    digest: str
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
        OSError: where the folder cannot be looked into.
    """
    if not folder.is_dir():
        raise ContentError([Problem(str(folder), 0, "", "", "there is no such folder")])
    report = Report()
    content = Content(files.digest(folder))
    for name, kinds in files.FILES.items():
        content.records.update({kind: [] for kind in kinds})
        for placed in _file(folder, name, report):
            content.records[placed.kind].append(placed)
    content.summaries.extend(summaries.read(folder, report.problems))
    report.problems.extend(_strangers(folder))
    known = Known(content.records, report.gaps)
    report.problems.extend(checking.problems(content.records, content.summaries, known))
    if report.problems:
        raise ContentError(report.problems)
    return content


def _file(folder: Folder, name: str, report: Report) -> Iterator[Placed]:
    file = folder / name
    if not file.is_file():
        if name in files.NEEDED:
            report.problems.append(Problem(name, 0, "", "", "the file is missing"))
            report.gaps.kinds.update(files.FILES[name])
        return
    text = files.text(file, name, report.problems)
    if text is None:
        report.gaps.kinds.update(files.FILES[name])
    else:
        yield from entries.read(name, text, report)


def _strangers(folder: Folder) -> Iterator[Problem]:
    for each in folder.iterdir():
        if each.name.startswith((".", "_")):
            continue
        if each.is_dir() and each.name != files.SUMMARIES:
            text = f"the only folder of a session is {files.SUMMARIES}"
            yield Problem(f"{each.name}/", 0, "", "", text)
        elif each.name.lower().endswith(".toml") and each.name not in files.FILES:
            yield Problem(each.name, 0, "", "", "no file of this name belongs to a session")
        elif files.SUMMARY.fullmatch(each.name):
            text = f"summaries stand in the folder {files.SUMMARIES}"
            yield Problem(each.name, 0, "", "", text)
