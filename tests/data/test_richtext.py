"""Text with its formatting: as markup and back, cut and joined."""

from hypothesis import given
from hypothesis import strategies as st

from data import richtext
from data.richtext import EXPANDABLE, KINDS, Entity, RichText
from tests.data.formatted import rich_texts


@given(rich_texts())
def test_markup_and_back_keeps_every_entity(rich: RichText) -> None:
    ordered = RichText(rich.text, tuple(richtext.nested(rich.entities)))
    assert richtext.from_html(richtext.to_html(rich)) == ordered


@given(rich_texts())
def test_json_and_back_keeps_every_entity(rich: RichText) -> None:
    row = {"text": rich.text, "entities": rich.entities_json()}
    assert RichText.from_row(row) == rich


@given(rich_texts(longest=400), st.integers(20, 120))
def test_what_is_cut_is_all_there(rich: RichText, limit: int) -> None:
    parts = richtext.split(rich, limit)
    told = "".join("".join(each.text.split()) for each in parts)
    assert told == "".join(rich.text.split())
    assert all(each.units <= limit for each in parts)


def test_the_order_of_entities_of_one_place_is_kept() -> None:
    both = RichText("word", (Entity("bold", 0, 4), Entity("italic", 0, 4)))
    assert richtext.from_html(richtext.to_html(both)) == both


def test_entities_that_cross_are_cut_where_they_do() -> None:
    crossing = [Entity("bold", 0, 4), Entity("italic", 2, 4)]
    assert richtext.nested(crossing) == [
        Entity("bold", 0, 4),
        Entity("italic", 2, 2),
        Entity("italic", 4, 2),
    ]


def test_all_that_editors_can_send_is_known() -> None:
    assert EXPANDABLE in KINDS
    assert {"spoiler", "pre", "text_link", "blockquote"} <= KINDS
