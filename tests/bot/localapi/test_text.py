"""Texts on their way into a message."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.localapi import ApiError, detection, nesting, text, units


def bold(offset: int, length: int) -> dict[str, Any]:
    return {"type": "bold", "offset": offset, "length": length}


def kinds(made: text.Formatted) -> list[tuple[str, str]]:
    return [
        (one["type"], units.cut(made.text, one["offset"], one["length"])) for one in made.entities
    ]


def test_white_space_around_goes_and_entities_move_along() -> None:
    made = text.formatted("  \n 👍 yes \n", None, [bold(4, 6)])
    assert (made.text, made.entities) == ("👍 yes", [bold(0, 6)])


def test_an_entity_of_white_space_alone_is_dropped() -> None:
    assert text.formatted("a<b> </b>b", "HTML").entities == []


def test_control_characters_become_spaces_and_returns_go() -> None:
    made = text.formatted("a\tb\r\nc<b>👍\rd</b>", "HTML")
    assert (made.text, made.entities) == ("a b\nc👍d", [bold(5, 3)])


def test_bold_across_an_address_is_cut_at_its_borders() -> None:
    assert kinds(text.formatted("<b>see icc-cpi.int now</b>", "HTML")) == [
        ("bold", "see "),
        ("url", "icc-cpi.int"),
        ("bold", "icc-cpi.int"),
        ("bold", "now"),
    ]


def test_nothing_lies_inside_of_code() -> None:
    made = text.formatted("<code>a <b>b</b> /day</code>", "HTML")
    assert kinds(made) == [("code", "a b /day")]


def test_a_quote_holds_links_and_commands() -> None:
    made = text.formatted('<blockquote>/day <a href="a.org">x</a></blockquote>', "HTML")
    assert kinds(made) == [
        ("blockquote", "/day x"),
        ("bot_command", "/day"),
        ("text_link", "x"),
    ]


def test_crossing_bold_and_italic_are_cut_to_nest() -> None:
    italic = {"type": "italic", "offset": 2, "length": 4}
    made = text.formatted("abcdef", None, [bold(0, 4), italic])
    assert kinds(made) == [("bold", "ab"), ("bold", "cd"), ("italic", "cdef")] or kinds(made) == [
        ("bold", "ab"),
        ("italic", "cdef"),
        ("bold", "cd"),
    ]


REFUSED = [
    ([bold(100, 1)], "entity begins after the end of the text at UTF-16 offset 100"),
    (
        [bold(0, 100)],
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 100",
    ),
    ([bold(1, 2)], "entity begins in a middle of a UTF-16 symbol at byte offset 4"),
    (
        [bold(0, 1)],
        "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4",
    ),
    ([bold(-1, 1)], "receive an entity with incorrect offset -1"),
    (
        [{"type": "shout", "offset": 0, "length": 1}],
        "can't parse MessageEntity: Unsupported type specified",
    ),
    (
        [{"type": "text_link", "offset": 0, "length": 2}],
        "can't parse MessageEntity: Can't find field \"url\"",
    ),
    (
        [{"type": "text_link", "offset": 0, "length": 2, "url": "not-a-url"}],
        "entity URL 'not-a-url' is invalid: Wrong HTTP URL",
    ),
]


@pytest.mark.parametrize(("entities", "why"), REFUSED)
def test_entities_that_do_not_fit_are_refused(entities: list[dict[str, Any]], why: str) -> None:
    with pytest.raises(ApiError) as refusal:
        text.formatted("👍 hello", None, entities)
    assert refusal.value.description == f"Bad Request: {why}"


def test_the_hundred_and_first_entity_is_dropped_with_a_warning() -> None:
    made = text.formatted(" ".join(["<b>a</b> c"] * 101), "HTML")
    assert len(made.entities) == 100
    assert made.warnings == ["1 entities over the hundred are dropped silently"]


def test_what_the_server_finds_by_itself() -> None:
    found = detection.detect(
        "/day@asp_bot see icc-cpi.int/asp?x=1, https://t.me/a_(b). @thebot #asp12 #12 "
        "secretariat@coalition.org $EUR and/or 1/2 https://x.org/a/day"
    )
    words = (
        "/day@asp_bot see icc-cpi.int/asp?x=1, https://t.me/a_(b). @thebot #asp12 #12 "
        "secretariat@coalition.org $EUR and/or 1/2 https://x.org/a/day"
    )
    assert [(one["type"], units.cut(words, one["offset"], one["length"])) for one in found] == [
        ("bot_command", "/day@asp_bot"),
        ("url", "icc-cpi.int/asp?x=1"),
        ("url", "https://t.me/a_(b)"),
        ("mention", "@thebot"),
        ("hashtag", "#asp12"),
        ("email", "secretariat@coalition.org"),
        ("cashtag", "$EUR"),
        ("url", "https://x.org/a/day"),
    ]


MARKS = st.lists(
    st.builds(
        lambda kind, offset, length: {"type": kind, "offset": offset, "length": length},
        st.sampled_from([*nesting.SOFT, *nesting.QUOTES, *nesting.CODE]),
        st.integers(0, 11),
        st.integers(1, 12),
    ).filter(lambda one: one["offset"] + one["length"] <= 12),
    max_size=8,
)


@given(MARKS)
def test_entities_come_out_nested_whatever_went_in(marks: list[dict[str, Any]]) -> None:
    made = nesting.nested(marks)
    for place, one in enumerate(made):
        for other in made[place + 1 :]:
            apart = nesting.end(one) <= other["offset"]
            assert apart or nesting.end(other) <= nesting.end(one)
    assert nesting.nested(made) == made


@given(st.text(max_size=80))
def test_a_formatted_text_does_not_change_again(words: str) -> None:
    try:
        once = text.formatted(words)
    except ApiError:
        return
    assert text.formatted(once.text) == once
