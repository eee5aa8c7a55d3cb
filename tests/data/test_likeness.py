"""Which names somebody means."""

import pytest

from data import likeness, names
from data.glossary import Term
from data.people import Person
from data.states import State

STATES = [
    State(id="cd", name="Democratic Republic of the Congo", aliases=("DRC",)),
    State(id="cg", name="Congo"),
    State(id="ci", name="Côte d'Ivoire", aliases=("Ivory Coast",)),
    State(id="ke", name="Kenya", aliases=("Kenyan",)),
    State(id="nl", name="Netherlands", aliases=("Dutch", "Holland")),
    State(id="ng", name="Nigeria"),
    State(id="us", name="United States", aliases=("US", "America")),
    State(id="gb", name="United Kingdom", aliases=("UK", "British")),
]


def meant(asked: str) -> list[str]:
    return [state.id for state in likeness.meant(asked, STATES, names.of_state)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("KENYA", ["ke"]),
        ("cote d\u2019ivoire", ["ci"]),
        ("Cote d Ivoire", ["ci"]),
        ("dutch", ["nl"]),
        ("the Netherlands", ["nl"]),
        ("Netherland", ["nl"]),
        ("united", ["us", "gb"]),
        ("Congo", ["cg"]),
        ("the Democratic Republic of the Congo", ["cd"]),
        ("Kenya and Nigeria", ["ke", "ng"]),
        ("the US", ["us"]),
        ("tell us of Kenya", ["ke"]),
        ("ivory", ["ci"]),
        ("Atlantis", []),
        ("🙂", []),
        ("x", []),
        ("", []),
        ("?!'`", []),
        ("a" * 4096, []),
    ],
)
def test_a_state_is_known_by_what_people_write(asked: str, found: list[str]) -> None:
    assert meant(asked) == found


def test_what_is_spelt_alike_is_offered() -> None:
    assert [each.id for each in likeness.close("Kenia", STATES, names.of_state)] == ["ke"]
    assert [each.id for each in likeness.close("Nehterlands", STATES, names.of_state)] == ["nl"]
    assert likeness.close("Atlantis", STATES, names.of_state) == []


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ("what is IOM?", "IOM"),
        ("What does Rule 134 mean", "Rule 134"),
        ("what is the Rome Statute", "Rome Statute"),
        ("what is", "what is"),
        ("IOM", "IOM"),
    ],
)
def test_a_question_is_read_without_the_words_around_it(asked: str, about: str) -> None:
    assert names.asked_for(asked) == about


def test_a_term_goes_by_what_it_is_short_for_too() -> None:
    term = Term(id="cbf", term="CBF", meaning="Committee on Budget and Finance: twelve experts.")
    assert names.of_term(term) == ("CBF", "Committee on Budget and Finance")
    plain = Term(id="plenary", term="Plenary", meaning="A meeting of the whole Assembly.")
    assert names.of_term(plain) == ("Plenary",)


def test_a_person_goes_by_the_name_without_initials_and_by_the_surname() -> None:
    person = Person(id="h", name="Geoffrey A. Henderson", role="Judge", sources=("page",))
    assert names.of_person(person) == (
        "Geoffrey A. Henderson",
        "Geoffrey Henderson",
        "Henderson",
    )
    short = Person(id="r", name="Stephen Rapp", role="Ambassador", sources=("page",))
    assert names.of_person(short) == ("Stephen Rapp",)
