"""On a terminal bold is bold, and lines break between words."""

from io import StringIO
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bot.terminal.printed import printed
from bot.terminal.styled import StyledWriter, breaks
from bot.terminal.writing import PlainWriter


def written(text: str, *, width: int = 80, **entity: object) -> str:
    output = StringIO()
    entities = [entity] if entity else []
    StyledWriter(output, width).text(printed(text, entities, "asp_bot"))
    return output.getvalue()


def test_bold_is_bold() -> None:
    bold = written("a bold word", type="bold", offset=2, length=4)
    assert bold == "a \x1b[1mbold\x1b[0m word\n"


def test_lines_break_between_words_and_items_hang() -> None:
    assert written("one two three", width=8) == "one two\nthree\n"
    assert written("• one two three", width=9) == "• one two\n  three\n"


def test_an_address_stays_whole() -> None:
    address = "https://asp.icc-cpi.int/a/long/address"
    assert written(f"see {address} now", width=20) == f"see\n{address}\nnow\n"


def test_markup_and_emoji_codes_of_the_terminal_library_are_only_text() -> None:
    assert written("[bold]x[/] :smile:") == "[bold]x[/] :smile:\n"


def test_wide_characters_count_twice() -> None:
    assert breaks("日本 日本 日本", 9) == [6]


def test_arabic_is_left_to_the_terminal() -> None:
    assert written("يقال إن العربية") == "يقال إن العربية\n"


@given(st.text(alphabet="ab é日ا😀"), st.integers(4, 30))
def test_no_part_is_wider_than_the_terminal_but_a_single_word(text: str, width: int) -> None:
    places = [0, *breaks(text, width), len(text)]
    parts = [text[start:end] for start, end in pairwise(places)]
    assert "".join(parts) == text
    for part in parts:
        assert cell_len(part.rstrip(" ")) <= width or " " not in part.strip(" ")


def test_a_pipe_gets_the_text_as_it_is_with_its_notes() -> None:
    output = StringIO()
    link = {"type": "text_link", "offset": 0, "length": 4, "url": "https://e.org"}
    PlainWriter(output).text(printed("Here\nthere", [link], "asp_bot"))
    assert output.getvalue() == "Here¹\nthere\n¹ https://e.org\n"
