"""Summaries keep their words and their formatting on the way into a file and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.content.prose import ProseError, from_markdown, to_markdown
from data.richtext import Entity, RichText, trimmed, units

WORDS = st.text(
    st.sampled_from("ab \n*[]()\\#-|!_>`~•<é漢😀") | st.characters(exclude_categories=["Cc", "Cs"]),
    min_size=1,
    max_size=40,
)
ADDRESSES = st.sampled_from(
    [
        "https://example.org/",
        "https://example.org/a_(b)*c*",
        "http://example.org/(",
        "https://example.org/x)y?z=[1]",
    ]
)


@st.composite
def rich_texts(draw: st.DrawFn) -> RichText:
    """Texts with bold, italic and links, anywhere and across one another; links on one line."""
    text = draw(WORDS)
    edges = [0]
    for character in text:
        edges.append(edges[-1] + units(character))
    entities = []
    for kind in ("bold", "italic", "text_link"):
        cuts = sorted(draw(st.sets(st.sampled_from(edges), max_size=4)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            url = draw(ADDRESSES) if kind == "text_link" else None
            entities.append(Entity(kind, start, end - start, url))
    return trimmed(RichText(text, tuple(entities)))


def by_character(rich: RichText) -> list[tuple[str, set[tuple[str, str | None]]]]:
    """Each character but line breaks with its formatting: how entities are cut up is no matter."""
    found, place = [], 0
    for character in rich.text:
        here = {(each.type, each.url) for each in rich.entities if each.offset <= place < each.end}
        found.append((character, set() if character == "\n" else here))
        place += units(character)
    return found


@given(rich_texts())
def test_a_text_written_and_read_again_is_the_same(rich: RichText) -> None:
    assert by_character(from_markdown(to_markdown(rich))) == by_character(rich)


@given(rich_texts())
def test_a_file_written_twice_is_the_same(rich: RichText) -> None:
    written = to_markdown(rich)
    assert to_markdown(from_markdown(written)) == written


@given(st.text(st.sampled_from("ab \n*[]()\\#-|!_>htps:/"), max_size=30))
def test_any_file_is_read_or_refused_with_its_line(source: str) -> None:
    refused = 1
    try:
        from_markdown(source)
    except ProseError as error:
        refused = error.line
    assert 1 <= refused <= source.count("\n") + 1


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("**Victims**\n\nFirst.", "Victims\n\nFirst.", [Entity("bold", 0, 7)]),
        ("- one\n- *two*", "• one\n• two", [Entity("italic", 8, 3)]),
        (
            "see [the **page**](https://example.org/a_(b))!",
            "see the page!",
            [Entity("text_link", 4, 8, "https://example.org/a_(b)"), Entity("bold", 8, 4)],
        ),
        (
            "[x](<https://example.org/(>)",
            "x",
            [Entity("text_link", 0, 1, "https://example.org/(")],
        ),
        (r"1 \* 2 [sic] \[x](https://e.org)", "1 * 2 [sic] [x](https://e.org)", []),
        ("[see [here](https://e.org)", "see [here", [Entity("text_link", 0, 9, "https://e.org")]),
    ],
)
def test_what_the_marks_mean(source: str, text: str, entities: list[Entity]) -> None:
    assert from_markdown(source) == RichText(text, tuple(entities))


@pytest.mark.parametrize(
    ("source", "line", "why"),
    [
        ("fine\n# Heading", 2, "bold from end to end"),
        ("| a | b |", 1, "no tables"),
        ("![x](https://e.org/x.png)", 1, "no pictures"),
        ("a\n\n---", 3, "no rulers"),
        ("a **b\nc**", 1, '"**" is opened and not closed'),
        ("a *b", 1, '"*" is opened and not closed'),
        ("a\x00b", 1, "cannot be shown"),
    ],
)
def test_what_is_not_known_is_refused_with_its_line(source: str, line: int, why: str) -> None:
    with pytest.raises(ProseError, match=why.replace("*", r"\*")) as raised:
        from_markdown(source)
    assert raised.value.line == line


def test_formatting_that_the_files_do_not_know_is_left_out() -> None:
    rich = RichText("ab", (Entity("spoiler", 0, 1), Entity("text_link", 1, 1, "tg://user?id=1")))
    assert to_markdown(rich) == "ab\n"
