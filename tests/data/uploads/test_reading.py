"""What a file says that an editor sends as a summary."""

import zipfile
from io import BytesIO
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import uploads
from data.richtext import Entity, RichText
from data.uploads import Unreadable, markdown
from tests.data.uploads.documents import document, paragraph, run

LINK = '<w:hyperlink r:id="rId4">{}</w:hyperlink>'


def reason(name: str, content: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        uploads.read(name, content)
    return raised.value.reason


def marked(rich: RichText) -> list[tuple[str, str]]:
    """Return kind and text of each entity."""
    text = rich.text.encode("utf-16-le")
    return [
        (each.type, text[2 * each.offset : 2 * each.end].decode("utf-16-le"))
        for each in rich.entities
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_however_it_was_saved(encoding: str) -> None:
    content = "Journée 3\r\n\r\nL\u2019été".encode(encoding)
    assert uploads.read("day.txt", content) == RichText("Journée 3\n\nL\u2019été")


def test_what_is_no_text_is_refused() -> None:
    assert reason("day.txt", b"a\0b") == "damaged"
    assert reason("day.txt", b"\x81\x8d") == "damaged"
    assert reason("day.docx", b"PK\x03\x04 no archive") == "damaged"
    assert reason("day.pdf", b"%PDF") == "kind"
    assert reason("day.md", b" \n\n ") == "empty"
    assert reason("day.md", b"a" * 1_000_001) == "size"
    assert reason("day.md", b"a" * 100_001) == "long"


def test_characters_that_no_message_shows_go_and_the_entities_move_along() -> None:
    told = uploads.read("a.md", "a\x07b\u202e **c😀d** e".encode())
    assert told == RichText("a b c😀d e", (Entity("bold", 4, 4),))


def test_markdown_becomes_what_a_message_can_show() -> None:
    source = (
        "# The **judges**\n\nOne *was* elected: [the result](https://e.org/r_(1)).\n\n"
        "- __Votes:__ 98\n* ~~99~~ 98 `x_y`\n\n---\n> Quoted,\n> twice.\n\n```python\na * b\n```\n"
    )
    told = uploads.read("day-3.md", source.encode())
    assert told.text == (
        "The judges\n\nOne was elected: the result.\n\n• Votes: 98\n• 99 98 x_y\n\n"
        "Quoted,\ntwice.\n\na * b"
    )
    assert marked(told) == [
        ("bold", "The judges"),
        ("italic", "was"),
        ("text_link", "the result"),
        ("bold", "Votes:"),
        ("strikethrough", "99"),
        ("code", "x_y"),
        ("blockquote", "Quoted,\ntwice."),
        ("pre", "a * b"),
    ]
    assert told.entities[2].url == "https://e.org/r_(1)"
    assert told.entities[-1].language == "python"


@pytest.mark.parametrize(
    "text", ["2 * 3 * 4", "snake_case_name", "a [b] (c)", "**", "5 ** 6", "\\o/"]
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert uploads.read("a.md", text.encode()) == RichText(text)


@pytest.mark.parametrize(
    ("text", "read", "bold", "italic"),
    [
        ("***Wednesday***", "Wednesday", (0, 9), (0, 9)),
        ("**a *b***", "a b", (0, 3), (2, 1)),
        ("*a **b***", "a b", (2, 1), (0, 3)),
        ("*a **b** c*", "a b c", (2, 1), (0, 5)),
    ],
)
def test_bold_and_italics_may_end_together(
    text: str, read: str, bold: tuple[int, int], italic: tuple[int, int]
) -> None:
    told = uploads.read("a.md", text.encode())
    assert told.text == read
    assert {each.type: (each.offset, each.length) for each in told.entities} == {
        "bold": bold,
        "italic": italic,
    }


@given(st.text())
def test_any_markdown_can_be_read(text: str) -> None:
    told = markdown.read(text)
    assert all(0 <= each.offset < each.end <= told.units for each in told.entities)


@pytest.mark.parametrize("mark", ["**a", "__a", "[a", "`a", "> ", "~~a", "_a ", "||a"])
def test_no_markdown_takes_long_to_read(mark: str) -> None:
    started = perf_counter()
    markdown.read(mark * (100_000 // len(mark)))
    assert perf_counter() - started < 5


def test_a_word_document_keeps_its_formatting() -> None:
    content = document(
        paragraph(run("Day"), run(" three"), style="Titre1"),
        paragraph(
            run("It "), run("was", "<w:b/>"), run(" so", "<w:b/>"), run("!", '<w:b w:val="0"/>')
        ),
        paragraph(),
        paragraph(run("See "), LINK.format(run("this", "<w:u w:val='single'/>"))),
        paragraph(run("one"), number="1"),
        paragraph(run("two"), number="1"),
        paragraph(run("dot", "<w:i/>"), number="2"),
    )
    told = uploads.read("Day 3.DOCX", content)
    assert told.text == "Day three\n\nIt was so!\n\nSee this\n\n1. one\n2. two\n• dot"
    assert marked(told) == [
        ("bold", "Day three"),
        ("bold", "was so"),
        ("text_link", "this"),
        ("italic", "dot"),
    ]
    assert told.entities[2].url == "https://e.org/a?b=1&c=2"


def test_a_table_of_a_word_document_becomes_lines() -> None:
    cells = "".join(f"<w:tc>{paragraph(run(each))}</w:tc>" for each in ("State", "Votes"))
    told = uploads.read(
        "a.docx", document(f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>")
    )
    assert told.text == "State | Votes\nState | Votes"


def test_a_document_that_would_burst_is_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    assert reason("a.docx", document(instead=bomb)) == "damaged"
    assert reason("a.docx", document(instead="<a>" + " " * 20_000_001 + "</a>")) == "size"


def test_another_archive_is_refused() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "a")
    assert reason("a.docx", made.getvalue()) == "damaged"
