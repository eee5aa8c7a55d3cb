"""``/documents`` and the screen of one publication."""

import pytest

from tests.conversation import Conversation


async def test_publications_stand_by_date_on_pages(ann: Conversation) -> None:
    asked = await ann.sends("/documents")
    assert ann.text.startswith("ASP 12 · Publications\n35 by date, the earliest first.\n\n1 · ")
    turned = await ann.taps("Page 2 of")
    assert turned.message_id == asked.message_id
    assert "\n7 · 2013" not in ann.text
    assert "\n7 · November 2013\nKPTJ Statement at the ASP\n" in ann.text


async def test_a_publication_opens_and_tells_its_language_and_its_day(ann: Conversation) -> None:
    await ann.opens("document:asp12:france-closing")
    assert "Language: French" in ann.text
    assert ann.labels == ["Open", "All publications", "Day 8 ▶"]
    assert ann.last.button("Open")["url"].startswith("http://www.diplomatie.gouv.fr/")


async def test_a_publication_that_was_not_found_says_so(ann: Conversation) -> None:
    await ann.opens("document:asp12:cicc-report")
    assert "The text itself was not found on the web." in ann.text
    assert "Open" not in ann.labels


@pytest.mark.parametrize("words", ["Human Rights Watch", "watch human", "HUMAN RIGHTS Wat"])
async def test_words_narrow_the_list(ann: Conversation, words: str) -> None:
    await ann.sends(f"/documents {words}")
    assert ann.text.startswith(f"ASP 12 · Publications: {words}\n3 match.\n")


async def test_a_month_narrows_the_list(ann: Conversation) -> None:
    await ann.sends("/documents 2014-01")
    assert "\n4 match.\n" in ann.text


async def test_pages_keep_the_words(ann: Conversation) -> None:
    await ann.sends("/documents assembly")
    await ann.taps("Page 2 of")
    assert ann.text.startswith("ASP 12 · Publications: assembly\n")
    assert "\n7 · " in ann.text
    await ann.taps("All publications")
    assert ann.text.startswith("ASP 12 · Publications\n35 by date")


async def test_what_has_only_some_of_the_words_is_offered_as_near(ann: Conversation) -> None:
    await ann.sends("/documents victms report")
    assert "\nNo publication has all these words. " in ann.text


@pytest.mark.parametrize("words", ["xyzzy", "🙂", "<b>", '" OR *', "z" * 4000])
async def test_no_match_gets_a_sentence_and_a_way_on(ann: Conversation, words: str) -> None:
    await ann.sends(f"/documents {words}")
    assert ann.text.startswith(f"No publication on that: {words[:20]}")
    await ann.taps("All publications")
    assert ann.text.startswith("ASP 12 · Publications\n")


async def test_a_page_without_its_words_is_told_so(ann: Conversation) -> None:
    await ann.opens("documents-found:asp12:1")
    assert ann.text.startswith("What this button showed is not there any more.")
