"""The page on the format names every file, kind and field, and its examples are right."""

import re
import tomllib

import pytest

from data.content import entries, files
from data.content.known import Report
from data.kinds import KINDS
from tests.house.sources import text

PAGE = text("docs/content.md")
PARTS = {each.partition("\n")[0]: each for each in re.split(r"^### ", PAGE, flags=re.MULTILINE)}


def test_every_file_has_its_part() -> None:
    assert set(files.FILES) | {f"{files.SUMMARIES}/"} <= set(PARTS)


@pytest.mark.parametrize("name", files.FILES)
def test_every_field_is_explained_where_its_file_is(name: str) -> None:
    shown = set(re.findall(r"`([a-z_]+)`", PARTS[name]))
    for kind in files.FILES[name]:
        assert set(KINDS[kind].fields) - {"others", "versions"} <= shown
        for nested in ("others", "versions"):
            field = KINDS[kind].fields.get(nested)
            if field is not None:
                assert f"[[{kind}.{nested}]]" in PARTS[name]


@pytest.mark.parametrize("name", files.FILES)
def test_its_examples_are_read(name: str) -> None:
    examples = re.findall(r"```toml\n(.+?)```", PARTS[name], re.DOTALL)
    assert examples
    for example in examples:
        report = Report()
        assert list(entries.read(name, example, report))
        assert report.problems == []


def test_every_example_is_toml() -> None:
    for example in re.findall(r"```toml\n(.+?)```", PAGE, re.DOTALL):
        assert tomllib.loads(example)


def test_every_kind_is_listed_for_references() -> None:
    listed = re.search(r"The kinds, for `records`: (.+?)\.\n", PAGE, re.DOTALL)
    assert listed is not None
    assert sorted(re.findall(r"`([a-z]+)`", listed[1])) == sorted(set(KINDS) - {"conflict"})
