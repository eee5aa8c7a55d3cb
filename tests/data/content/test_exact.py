"""Whatever an editor can send comes out of a folder as it went in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from data import content, days, revisions, richtext
from data.content import exact, prose, summaries
from data.content.prose import ProseError
from data.richtext import Entity, RichText
from data.store import MEMORY, open_store, writing
from tests.data.formatted import rich_texts


def reread(rich: RichText) -> RichText:
    """Write a summary as a file, and read it again."""
    name, source = summaries.written(3, "en", rich)
    return exact.from_json(source) if name.endswith(".json") else prose.from_markdown(source)


@given(rich_texts().map(richtext.trimmed).filter(lambda each: bool(each.text)))
def test_a_summary_is_read_as_it_was_written(rich: RichText) -> None:
    assert reread(rich) == rich


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_plain_text_is_too(text: str) -> None:
    assert reread(RichText(text)).text == text


def test_what_the_small_markdown_can_say_is_markdown() -> None:
    rich = RichText("One bold word.", (Entity("bold", 4, 4),))
    assert summaries.written(3, "fr", rich) == ("day-3.fr.md", "One **bold** word.\n")


def test_an_editors_summary_goes_into_a_folder_and_into_another_store(
    db: Database, tmp_path: Path
) -> None:
    rich = RichText(
        "Hidden\nand 😀 code", (Entity("spoiler", 0, 13), Entity("pre", 14, 4, language="python"))
    )
    with writing(db):
        revisions.add(
            db, session="asp12", day=3, language="en", act="corrected", text=rich, author=1
        )
    content.write(db, "asp12", tmp_path / "out")
    assert (tmp_path / "out/summaries/day-3.en.json").exists()
    assert not (tmp_path / "out/summaries/day-3.en.md").exists()
    with open_store(MEMORY) as empty:
        content.load(empty, content.read(tmp_path / "out"))
        assert days.summary(empty, "asp12", 3) == rich


def test_a_summary_that_became_simple_is_markdown_again(db: Database, tmp_path: Path) -> None:
    for rich in (RichText("A", (Entity("spoiler", 0, 1),)), RichText("A")):
        with writing(db):
            revisions.add(
                db, session="asp12", day=3, language="en", act="corrected", text=rich, author=1
            )
        content.write(db, "asp12", tmp_path / "out")
    assert [each.name for each in (tmp_path / "out/summaries").glob("day-3*")] == ["day-3.en.md"]


def test_both_forms_of_one_summary_are_an_error(db: Database, tmp_path: Path) -> None:
    content.write(db, "asp12", tmp_path / "out")
    (tmp_path / "out/summaries/day-3.en.json").write_text(exact.to_json(RichText("A")))
    with pytest.raises(content.ContentError, match=r"day-3\.en\.md: this day has a summary"):
        content.read(tmp_path / "out")


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ("{", "is no JSON"),
        ("[]", 'takes "text", a list of lines'),
        ('{"text": "a"}', 'takes "text", a list of lines'),
        ('{"text": ["\\u0007"]}', "cannot be shown"),
        ('{"text": ["a"], "entities": {}}', 'takes "entities", a list'),
        ('{"text": ["a"], "entities": [{"kind": "bold"}]}', "an entity that is none"),
        ('{"text": ["a"], "entities": [{"type": "big"}]}', 'knows no entity "big"'),
        ('{"text": ["a"], "entities": [{"type": "bold", "offset": 0, "length": 2}]}', "outside"),
        ('{"text": ["a"], "entities": [{"type": "bold", "offset": "0", "length": 1}]}', "whole"),
    ],
)
def test_what_is_no_such_file_is_refused(source: str, wrong: str) -> None:
    with pytest.raises(ProseError, match=wrong):
        exact.from_json(source)
