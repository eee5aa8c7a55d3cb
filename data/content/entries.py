"""One TOML file of a folder, read into records."""

import tomllib
from collections.abc import Iterator
from typing import Any

from data.checking import ValidationError, checked
from data.content import complaints, files, lines
from data.content.known import Report
from data.content.placed import Placed
from data.content.problems import Problem


def read(name: str, text: str, report: Report) -> Iterator[Placed]:
    """Yield the records of a file; what is wrong with it goes to the ``report``."""
    try:
        parsed = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        report.problems.append(complaints.of_toml(name, error, text))
        report.gaps.kinds.update(files.FILES[name])
        return
    places = lines.of_values(text)
    for kind, entries in parsed.items():
        here = lines.Place((kind,), places)
        if kind not in files.FILES[name]:
            allowed = " or ".join(f"[[{each}]]" for each in files.FILES[name])
            wrong = f"this file holds {allowed} only"
            report.problems.append(Problem(name, here.line(), "", kind, wrong))
        elif isinstance(entries, dict):
            yield from _record(name, kind, entries, here, report)
        elif isinstance(entries, list) and all(isinstance(each, dict) for each in entries):
            for number, entry in enumerate(entries):
                place = lines.Place((kind, number), places)
                yield from _record(name, kind, entry, place, report)
        else:
            wrong = f"begin each record with [[{kind}]]"
            report.problems.append(Problem(name, here.line(), "", kind, wrong))
            report.gaps.kinds.add(kind)


def _record(
    name: str, kind: str, entry: dict[str, Any], place: lines.Place, report: Report
) -> Iterator[Placed]:
    model = files.model(kind)
    try:
        # Strict: a number in quotes is text, and a yes is no number.
        record = checked(model, _frozen(entry), strict=True)
    except ValidationError as error:
        report.problems.extend(complaints.of_record(name, kind, entry, place, error))
        if (model.key,) in {each["loc"] for each in error.errors()}:
            report.gaps.kinds.add(kind)
        else:
            report.gaps.names.add((kind, str(entry[model.key])))
    else:
        yield Placed(kind, record, name, place)


def _frozen(value: Any) -> Any:
    """Return lists as tuples, which is what the records hold, however deep they lie."""
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in value.items()}
    return value
