"""``/glossary``."""

import pytest

from tests.conversation import Conversation


async def test_terms_stand_on_pages_with_their_meanings(ann: Conversation) -> None:
    await ann.sends("/glossary")
    assert "Assembly of States Parties: " in ann.text
    first = ann.text
    await ann.taps("Page 2 of")
    assert ann.text.startswith("ASP 12 · Glossary\n")
    assert ann.text != first


@pytest.mark.parametrize(
    "asked", ["IOM", "iom", "what is IOM?", "What does IOM mean", "independent oversight mechanism"]
)
async def test_a_term_is_explained(ann: Conversation, asked: str) -> None:
    await ann.sends(f"/glossary {asked}")
    assert ann.text.startswith("IOM\n\nIndependent Oversight Mechanism")
    assert "The whole glossary" in ann.labels


async def test_several_terms_are_offered(ann: Conversation) -> None:
    await ann.sends("/glossary rule 134")
    assert ann.labels == ["Rule 134 bis", "Rule 134 quater", "Rule 134 ter", "The whole glossary"]
    await ann.taps("Rule 134 ter")
    assert ann.text.startswith("Rule 134 ter\n")


async def test_a_misspelt_term_is_offered(ann: Conversation) -> None:
    await ann.sends("/glossary Plenery")
    assert ann.labels == ["Plenary", "The whole glossary"]


@pytest.mark.parametrize("asked", ["xyzzy", "🙂", "<i>", "z" * 4000])
async def test_an_unknown_term_gets_a_sentence_and_the_list(ann: Conversation, asked: str) -> None:
    await ann.sends(f"/glossary {asked}")
    assert ann.text.startswith(f"“{asked[:20]}")
    assert "is not in the glossary" in ann.text
    await ann.taps("The whole glossary")
    assert ann.text.startswith("ASP 12 · Glossary\n")


async def test_what_has_no_source_says_so(ann: Conversation) -> None:
    await ann.sends("/glossary plenary")
    assert ann.text.endswith("General knowledge, without a source.")
