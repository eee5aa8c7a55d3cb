"""``/search``."""

import pytest

from tests.conversation import Conversation


async def test_hits_are_numbered_and_lead_to_their_records(ann: Conversation) -> None:
    await ann.sends("/search Henderson")
    assert ann.text.startswith("ASP 12 · Search: Henderson\n")
    assert "1 · " in ann.text
    await ann.taps("1 · ")
    assert "Henderson" in ann.text
    assert "ASP 12 · Search" not in ann.text


async def test_the_words_are_marked(ann: Conversation) -> None:
    await ann.sends("/search Henderson")
    bold = [each for each in ann.last.entities if each["type"] == "bold"]
    marked = {ann.text[each["offset"] :][: each["length"]] for each in bold}
    assert "Henderson" in marked


async def test_pages_keep_the_words(ann: Conversation) -> None:
    asked = await ann.sends("/search victims")
    turned = await ann.taps("Page 2 of")
    assert turned.message_id == asked.message_id
    assert turned.content.startswith("ASP 12 · Search: victims\n")
    assert "\n6 · " in turned.content
    await ann.taps("◀ Page 1 of")
    assert "\n1 · " in ann.text


async def test_a_long_query_is_searched_as_far_as_the_heading_shows_it(ann: Conversation) -> None:
    await ann.sends("/search " + "victims " * 500)
    heading = ann.text.splitlines()[0]
    assert heading.endswith("victims…")
    await ann.taps("Page 2 of")
    assert ann.text.splitlines()[0] == heading


async def test_no_words_get_a_sentence_with_an_example(ann: Conversation) -> None:
    await ann.sends("/search")
    assert "/search Henderson" in ann.text
    assert "All topics" in ann.labels


@pytest.mark.parametrize(
    "query", ["xyzzy", "🙂", "'\"(*", "ضضضضضض", "x" * 4000, "<xyzzy>", "%xyzzy%"]
)
async def test_nothing_found_offers_topics(ann: Conversation, query: str) -> None:
    await ann.sends(f"/search {query}")
    assert ann.text.startswith("Nothing on that: " + query[:20])
    assert "Nearest topics:" in ann.text
    assert "Victims" in ann.labels


async def test_markup_in_a_query_is_shown_as_typed(ann: Conversation) -> None:
    await ann.sends("/search <b>victims</b> & “co”")
    assert ann.text.startswith("ASP 12 · Search: <b>victims</b> & “co”\n")


async def test_a_page_without_its_words_gets_a_fresh_answer(ann: Conversation) -> None:
    await ann.sends("/start")
    ann.api.taps(ann.person, ann.last, "search:asp12:1", stale=True)
    await ann.api.settled(ann.application)
    assert ann.text.startswith("What this button showed is not there any more.")


async def test_a_group_turns_pages_too(team: Conversation) -> None:
    await team.sends("/search victims")
    await team.taps("Page 2 of")
    assert team.text.startswith("ASP 12 · Search: victims\n")


async def test_what_is_all_title_is_not_shown_twice(ann: Conversation) -> None:
    await ann.sends("/search sworn in")
    said = "Geoffrey Henderson was sworn in as a judge."
    assert ann.text.count(said) == 1
