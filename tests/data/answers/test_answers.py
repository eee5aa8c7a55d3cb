"""One record that answers, with what is said first; or silence, and what comes nearest."""

from datetime import date

import pytest
from sqlite_utils import Database

from data import answers, kinds
from data.answers import Answer, Lead


def asked(db: Database, question: str) -> Answer:
    return answers.to_question(db, "asp12", question)


def record(db: Database, question: str) -> str | None:
    found = asked(db, question).record
    return f"{kinds.of(found)}/{found.identity}" if found else None


def leads(db: Database, question: str) -> list[Lead]:
    return list(asked(db, question).leads)


@pytest.mark.parametrize(
    ("question", "donor"),
    [
        ("who gave most?", "Sweden"),
        ("qui a donné le plus ?", "Sweden"),
        ("who gave the least?", "United Kingdom"),
        ("smallest pledge", "United Kingdom"),
    ],
)
def test_who_gave_most_is_compared_over_all_pledges(
    db: Database, question: str, donor: str
) -> None:
    (lead,) = leads(db, question)
    assert (lead.facts["donor"], lead.facts["number"]) == (donor, 4)
    assert len(asked(db, question).all) == 4


def test_sums_of_two_currencies_that_are_close_are_not_compared(db: Database) -> None:
    db.execute("update pledges set amount = 2900000 where id = 'tfv-uk'")
    assert asked(db, "who gave most?").leads == ()
    assert asked(db, "who gave most?").record is None


def test_the_total_of_the_pledges_is_one_for_each_currency(db: Database) -> None:
    (lead,) = leads(db, "how much was pledged in total?")
    assert lead.facts == {"sums": {"EUR": 4_900_000, "GBP": 300_000}, "number": 4}
    assert record(db, "how much was pledged in total?") == "outcome/tfv-donations"


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("how many people were elected?", 7),
        ("how many side events were there?", 4),
        ("how many countries gave money?", 4),
        ("how many judges were elected?", 1),
        ("how many days did the session last?", 8),
        ("who got onto the finance committee", 6),
    ],
)
def test_records_are_counted(db: Database, question: str, number: int) -> None:
    assert [lead.facts["number"] for lead in leads(db, question)] == [number]


@pytest.mark.parametrize(
    ("question", "name", "number"),
    [
        ("how many votes did Henderson get?", "votes.votes", 98),
        ("how many votes were needed?", "votes.required", 66),
        ("how many abstentions in the judge's election", "votes.abstentions", 1),
        ("combien de voix a obtenu Henderson ?", "votes.votes", 98),
    ],
)
def test_votes_are_read_from_the_election(
    db: Database, question: str, name: str, number: int
) -> None:
    (lead,) = leads(db, question)
    assert (lead.name, lead.facts["number"]) == (name, number)


def test_the_votes_of_who_was_not_elected_are_not_those_of_who_was(db: Database) -> None:
    assert record(db, "how many votes did Van Rompaey get?") is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how many resolutions were adopted?", "outcome/eight-resolutions"),
        ("list the resolutions", "outcome/eight-resolutions"),
        ("how many CBF members were elected?", "outcome/cbf-election"),
    ],
)
def test_a_number_that_a_record_states_is_answered_with_it(
    db: Database, question: str, expected: str
) -> None:
    assert record(db, question) == expected


def test_the_end_of_a_term_is_told_in_other_words(db: Database) -> None:
    (lead,) = leads(db, "when does Henderson's term expire?")
    assert lead == Lead("on.term_end", {"date": date(2021, 3, 10)})


def test_what_was_founded_is_not_what_got_a_mandate(db: Database) -> None:
    assert record(db, "when was the ICC founded") is None


def test_an_unknown_word_is_no_question_word_two_letters_off(db: Database) -> None:
    assert record(db, "what did the US say about drones") is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how many days did the assembly last", "session/asp12"),
        ("when did the assembly start", "session/asp12"),
        ("who gathered in the hague", "session/asp12"),
        ("report on the 12th session", "document/cicc-report"),
        ("who wrote the background paper", "document/cicc-background"),
        ("what was adopted", "resolution/budget"),
        ("saturday 23", "day/4"),
        ("icc asp 12 13", "document/icc-asp-12-13"),
        ("document 12/13, accounts for the accountant", "document/icc-asp-12-13"),
        ("when does the next assembly start", "outcome/next-session"),
    ],
)
def test_plain_questions_are_answered(db: Database, question: str, expected: str) -> None:
    assert record(db, question) == expected


def test_when_is_answered_with_a_date(db: Database) -> None:
    (lead,) = leads(db, "when was the judge elected?")
    assert (lead.facts["date"], lead.facts["number"]) == (date(2013, 11, 23), 4)


@pytest.mark.parametrize(
    ("question", "name", "day"),
    [
        ("when did the term of Juhani Lemmik begin?", "on.term_start", date(2014, 4, 21)),
    ],
)
def test_a_term_is_not_the_day_of_the_election(
    db: Database, question: str, name: str, day: date
) -> None:
    (lead,) = leads(db, question)
    assert (lead.name, lead.facts) == (name, {"date": day})


def test_when_is_answered_with_the_sentence_that_has_the_date(db: Database) -> None:
    (lead,) = leads(db, "when was Kenyatta's trial to start?")
    assert "5 February 2014" in str(lead.facts["sentence"])


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("where was the side event on Syria?", {"place": "World Forum Convention Center"}),
        ("where is Henderson from?", {"place": "Trinidad and Tobago"}),
        ("when was ASP 12?", {"start": date(2013, 11, 20), "end": date(2013, 11, 28)}),
        (
            "where was the session held?",
            {"venue": "World Forum Convention Center", "place": "The Hague"},
        ),
    ],
)
def test_the_thing_that_is_asked_is_said_first(
    db: Database, question: str, facts: dict[str, object]
) -> None:
    (lead,) = leads(db, question)
    assert lead.facts == facts


def test_why_is_answered_with_a_reason_or_not_at_all(db: Database) -> None:
    (lead,) = leads(db, "why was Henderson unopposed?")
    assert "nobody stood against him" in str(lead.facts["sentence"])
    assert record(db, "why did Kenya oppose recorded testimony?") is None


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("26 november", "6"),
        ("last day", "8"),
        ("what happened on saturday?", "4"),
        ("d\u00eda 3", "3"),
    ],
)
def test_a_date_alone_is_answered_with_its_day(db: Database, question: str, day: str) -> None:
    assert record(db, question) == f"day/{day}"


def test_a_date_between_without_a_meeting_is_answered_as_such(db: Database) -> None:
    found = asked(db, "what happened on sunday?")
    assert (found.record, found.no_meeting) == (None, date(2013, 11, 24))


@pytest.mark.parametrize(
    "question",
    [
        "Res.8",
        "ICC-ASP/11/Res.7",
        "rule 145",
        "article 98",
        "€250 million",
        "30 november",
        "day 9",
        "budget for 2015",
        "who was elected at ASP 13?",
        "who will preside over the next session?",
        "how much did France give to the trust fund?",
        "who was elected prosecutor?",
        "who was elected president of the Court?",
        "what did China say?",
        "who voted for Henderson?",
        "who wrote the Rome Statute?",
        "is the ICC biased against Africa?",
        "should Kenyatta be in prison?",
        "which resolution is the most important?",
        "will it rain tomorrow?",
        "how are u",
        "do you like Muigai?",
        "would you vote for Intelmann?",
        "is Sweden too generous?",
        "will Kenyatta ever stand trial?",
        "write my cover letter",
        "how many people came to the Libya side event?",
        "where did David Banyanka study?",
        "who spoke for Serbia?",
        "when does Gerd Saupe's term end?",
        "will the court survive?",
        "who is right, Kenya or HRW?",
        "how many pages is the CICC report?",
        "¿cómo te llamas?",
        "ما اسمك؟",
        "are the victims satisfied?",
        "was Kenya treated fairly?",
        "can I trust you?",
        "tes victimes te remercient",
        "latest news from the ICC",
        "the budget of the ICTY",
        "what did the Syrian minister say?",
        "is Githu Muigai a lawyer?",
        "was Intelmann nice?",
        "who defends William Ruto?",
        "film screening",
        "is the African Union right?",
        "see you next year then",
        "were the premises a success?",
        "the hotel of the budget committee",
        "est-ce que tu parles français ?",
        "que penses-tu de Henderson ?",
        "¿cuánto donó España?",
        "combien le Canada a-t-il promis ?",
        "كم تبرعت مصر؟",
    ],
)
def test_what_the_base_does_not_hold_is_met_with_silence(db: Database, question: str) -> None:
    found = asked(db, question)
    assert (found.record, found.all, found.leads) == (None, (), ())
    assert found.nearest


@pytest.mark.parametrize(
    ("question", "closest"),
    [
        ("what did Poland say in the general debate?", "debate-poland"),
        ("what is the symbol of the victims resolution?", "victims"),
        ("how long did the plenary on victims take?", "victims-plenary"),
    ],
)
def test_what_nobody_recorded_is_named_with_the_record_it_would_belong_to(
    db: Database, question: str, closest: str
) -> None:
    found = asked(db, question)
    assert found.record is None
    assert found.closest is not None
    assert found.closest.record == closest


def test_neighbours_are_others_and_not_far_off(db: Database) -> None:
    found = asked(db, "how much did Sweden give?")
    beside = [(hit.kind, hit.record) for hit in found.beside]
    assert ("pledge", "tfv-sweden") not in beside
    assert ("outcome", "tfv-donations") in beside
    assert 2 <= len(beside) <= 3


def test_silence_offers_the_topics_of_what_came_near(db: Database) -> None:
    near = asked(db, "how much did France give to the trust fund?").nearest
    assert near[0].id == "trust-fund"
