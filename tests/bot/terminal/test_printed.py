"""Text and entities become text with numbers behind its links, and styles beside it."""

from hypothesis import given
from hypothesis import strategies as st

from bot.localapi import units
from bot.terminal.printed import Printed, Style, printed

PAGE = "https://asp.icc-cpi.int/asp12"


def linked(offset: int, length: int, url: str = PAGE) -> dict[str, object]:
    return {"type": "text_link", "offset": offset, "length": length, "url": url}


def test_a_link_gets_a_number_and_its_address_stands_below() -> None:
    assert printed("See the page.", [linked(8, 4)], "asp_bot") == Printed(
        "See the page¹.", (Style(8, 12, "text_link"),), (PAGE,)
    )


def test_the_same_address_has_the_same_number_and_a_new_one_the_next() -> None:
    entities = [linked(0, 1), linked(2, 1, "https://e.org/"), linked(4, 1)]
    made = printed("a b c", entities, "asp_bot")
    assert (made.text, made.notes) == ("a¹ b² c¹", [f"¹ {PAGE}", "² https://e.org/"])


def test_a_link_that_shows_its_address_gets_no_number() -> None:
    made = printed(PAGE, [linked(0, len(PAGE))], "asp_bot")
    assert (made.text, made.addresses) == (PAGE, ())


def test_a_link_into_the_bot_stands_as_what_is_typed_to_follow_it() -> None:
    entity = linked(0, 4, "https://t.me/asp_bot?start=asp12-d-3")
    assert printed("here", [entity], "asp_bot").notes == ["¹ /start asp12-d-3"]


def test_styles_count_characters_though_entities_count_utf_16_units() -> None:
    entities = [{"type": "bold", "offset": 3, "length": 4}]
    assert printed("😀 bold", entities, "asp_bot").styles == (Style(2, 6, "bold"),)


def test_a_style_around_a_link_holds_its_number_and_one_behind_begins_after_it() -> None:
    entities = [
        {"type": "bold", "offset": 0, "length": 4},
        linked(0, 2),
        {"type": "italic", "offset": 2, "length": 2},
    ]
    made = printed("abcd", entities, "asp_bot")
    assert [made.text[each.start : each.end] for each in made.styles] == ["ab¹cd", "ab", "cd"]


def test_arabic_keeps_its_order() -> None:
    text = "يقال 2013 العربية"
    assert printed(text, [], "asp_bot").text == text


@given(st.text(), st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), max_size=5))
def test_nothing_of_any_text_is_lost(text: str, places: list[tuple[int, int]]) -> None:
    bounds = set(units.starts(text))
    entities = [
        linked(start, length) for start, length in places if {start, start + length} <= bounds
    ]
    made = printed(text, entities, "asp_bot")
    if "¹" not in text:
        assert made.text.replace("¹", "") == text
    assert all(0 <= each.start <= each.end <= len(made.text) for each in made.styles)
