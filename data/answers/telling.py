"""What a record says on the very thing that is asked: when, where, how much, how long, why."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from data import session, states
from data.answers.answer import Lead
from data.answers.asked import Asked
from data.answers.fitting import is_about, said
from data.budget import Figure, Reaction
from data.conflicts import Conflict
from data.elections import Election
from data.outcomes import Outcome
from data.people import Person
from data.pledges import Pledge
from data.programme import Event
from data.records import Record
from data.resolutions import Resolution
from data.search.bare import bare
from data.search.concepts import Concept
from data.search.question import Question
from data.search.ranking import Match
from data.search.stems import stem
from data.search.tokens import WORD, sentences
from data.states import Statement

Leads = tuple[Lead, ...]
_FEW = "one|two|three|four|five|six|seven|eight|nine|ten|twelve|some|about|several"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
MONEY = re.compile(r"[€£$]\s?\d|\b\d[\d,.]*\s?(?:million|thousand|euros?|pounds?)\b")
LASTING = re.compile(
    rf"\b(?:\d+|{_FEW})\s+(?:working\s+)?(?:minute|hour|day|week|month|year)s?\b"
    r"|\bdays of\b|\buntil\b|\b(?:ends?|ran|runs?) (?:on|to)\b",
    re.IGNORECASE,
)
CAUSES = re.compile(
    r"\b(?:because|since|so that|therefore|for lack of|having|due to|too late|in view of|owing to"
    r"|as a result|for this purpose|in order to|had withdrawn|lest|reason)\b",
    re.IGNORECASE,
)
DATED = re.compile(
    rf"\b\d{{1,2}}(?:\s?[-\u2013]\s?\d{{1,2}})?\s{_MONTH}\b|\b{_MONTH}\s(?:19|20)\d\d\b"
    r"|\b(?:in|since|from|of)\s(?:19|20)\d\d\b"
)
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\b(?:noon|midday|midnight)\b")
PLACED = re.compile(r"\b(?:in|at|to|outside|from) (?:the )?[A-Z][a-z]+")
NAMES = re.compile(r"\b[A-Z][a-z]+ [A-Z][a-z]{2,}\b(?! and)")
WHENCE = frozenset({"from", "country", "state", "nationality", "home", "is", "represent"})
SAID_LITTLE = 60
WHAT = frozenset({"what", "quoi", "que", "qu", "a", "ماذا"})


def told(asked: Asked, match: Match, record: Record) -> Leads | None:
    """Return what is said first; None where the record says nothing on the thing asked."""
    for form, way in WAYS.items():
        if asked.wants(form):
            return way(asked, match, record)
    if _wants_words(asked, record):
        return None
    return ()


def _when(asked: Asked, match: Match, record: Record) -> Leads | None:
    if isinstance(record, Election) and (lead := _term(asked, record)):
        return (lead,)
    if _asks_for_end(asked) and not getattr(record, "term_end", None):
        return None
    sentence = _sentence(asked, match, record, DATED)
    if sentence:
        return (Lead("sentence", {"sentence": sentence}),)
    day = _date(record)
    if day is not None:
        facts = {"date": day, "number": getattr(record, "day", None)}
        return (Lead(_happened(record), facts),)
    known = DATED.search(_text(record)) or getattr(record, "start", None)
    return () if known or getattr(record, "date", None) else None


def _time(asked: Asked, match: Match, record: Record) -> Leads | None:
    """Say nothing first where a record tells the time of day."""
    del asked, match
    clock = getattr(record, "starts", None) or getattr(record, "time", None)
    return () if clock or CLOCK.search(_text(record)) else None


def _term(asked: Asked, record: Election) -> Lead | None:
    """Return when somebody's term begins or ends, or when they were sworn in, if that is asked."""
    if asked.concept("sworn", "swear"):
        day, name = record.sworn_in, "on.sworn_in"
    elif asked.concept("term") is None:
        return None
    elif record.term_start and not _asks_for_end(asked):
        day, name = record.term_start, "on.term_start"
    else:
        day, name = record.term_end, "on.term_end"
    return Lead(name, {"date": day}) if day else None


def _asks_for_end(asked: Asked) -> bool:
    """Say whether it is asked when somebody's term ends."""
    stems = {
        each
        for concept in asked.question.concepts
        for way in concept.ways
        for each in way.stems.split()
    }
    return "term" in stems and not stems.isdisjoint({"end", "close", "expir"})


def _date(record: Record) -> date | None:
    for name in ("date", "adopted"):
        value = getattr(record, name, None)
        if isinstance(value, date):
            return value
    return None


def _happened(record: Record) -> str:
    names: dict[type[Record], str] = {
        Election: "on.elected",
        Resolution: "on.adopted",
        Outcome: "on.decided",
        Statement: "on.spoken",
    }
    return names.get(type(record), "on.held")


def _where(asked: Asked, match: Match, record: Record) -> Leads | None:
    place = getattr(record, "place", None) or _home(asked, record)
    if place:
        return (Lead("place", {"place": place}),)
    sentence = _sentence(asked, match, record, PLACED)
    if sentence:
        return (Lead("sentence", {"sentence": sentence}),)
    if isinstance(record, Event):
        held = session.get(asked.db, asked.session)
        return (
            (Lead("place.session", {"place": held.place, "venue": held.venue}),) if held else None
        )
    return () if PLACED.search(_text(record)) else None


def _home(asked: Asked, record: Record) -> str | None:
    """Return the state of a person, or of who was elected, where it is asked whence they come."""
    if asked.question.language == "en" and WHENCE.isdisjoint(asked.question.words):
        return None
    if not isinstance(record, Person | Election) or record.state is None:
        return None
    state = states.get(asked.db, asked.session, record.state)
    return state.name if state else None


def _how_much(asked: Asked, match: Match, record: Record) -> Leads | None:
    if isinstance(record, Pledge | Figure):
        return ()
    sentence = _sentence(asked, match, record, MONEY)
    if sentence:
        return (Lead("sentence", {"sentence": sentence}),)
    return () if MONEY.search(_text(record)) else None


def _how_long(asked: Asked, match: Match, record: Record) -> Leads | None:
    lasting = [each for each in _told(record) if LASTING.search(each)]
    sentence = _sentence(asked, match, record, LASTING) or (lasting[0] if lasting else None)
    if sentence:
        return (Lead("sentence", {"sentence": sentence}),)
    return () if getattr(record, "term_end", None) else None


def _why(asked: Asked, match: Match, record: Record) -> Leads | None:
    sentence = _sentence(asked, match, record, CAUSES)
    if sentence:
        return (Lead("sentence", {"sentence": sentence}),)
    return () if CAUSES.search(_text(record)) else None


def _who(asked: Asked, match: Match, record: Record) -> Leads | None:
    """Say nothing first; a figure names nobody, and of *the 14* somebody has to be named."""
    del match
    if isinstance(record, Figure) or _speaks_unnamed(asked, record):
        return None
    several = any(concept.role == "number" for concept in asked.question.concepts)
    if several and isinstance(record, Outcome | Resolution):
        return () if len(NAMES.findall(_text(record))) > 1 else None
    return ()


def _speaks_unnamed(asked: Asked, record: Record) -> bool:
    """Say whether it is asked who spoke for a state, and nobody wrote down the name."""
    if not isinstance(record, Statement) or record.speaker or record.state is None:
        return False
    return asked.concept(f"%{record.state}") is not None and not NAMES.search(record.text or "")


def _wants_words(asked: Asked, record: Record) -> bool:
    """Say whether it is asked what somebody said whose words nobody recorded."""
    question = asked.question
    if WHAT.isdisjoint(question.words[:1]) or asked.concept("say", "speech") is None:
        return False
    places = [each for each in question.hard if each.role == "place"]
    if isinstance(record, Statement):
        return _is_of_another(question, places, record) or len(record.text or "") < SAID_LITTLE
    said_by_a_state = bool(places) and question.words[1:2] != ("was",)
    return said_by_a_state and not isinstance(record, Reaction | Conflict)


def _is_of_another(question: Question, places: Sequence[Concept], record: Statement) -> bool:
    """Say whether it is asked what other states said than the one that made a statement."""
    speakers = [each for each in places if not is_about(question, each)]
    if not speakers or record.state is None:
        return False
    return not any(said(each, f"%{record.state}") for each in speakers)


WAYS: dict[str, Callable[[Asked, Match, Record], Leads | None]] = {
    "how_long": _how_long,
    "how_much": _how_much,
    "time": _time,
    "when": _when,
    "where": _where,
    "why": _why,
    "who": _who,
}


def _sentence(asked: Asked, match: Match, record: Record, holding: re.Pattern[str]) -> str | None:
    """Return the sentence of the right shape that holds most of what the title leaves unsaid."""
    beside = f"{match.row.in_title}{match.row.in_subject}"
    asked_for = [
        {stem_ for way in concept.ways for stem_ in way.stems.split()}
        for concept in asked.question.concepts
        if not any(f" {way.stems} " in beside for way in concept.ways)
    ]
    best: tuple[float, str] = (0, "")
    for sentence in _told(record):
        if holding.search(sentence):
            held = {stem(word) for word in WORD.findall(bare(sentence))}
            # What stands last in a question is mostly the very thing: ... of the trial start?
            covered = sum(
                1 + number / 10
                for number, stems in enumerate(asked_for)
                if not stems.isdisjoint(held)
            )
            best = max(best, (covered, sentence), key=lambda each: each[0])
    return best[1] or None


def _told(record: Record) -> Sequence[str]:
    texts = (
        getattr(record, name, None) for name in ("text", "about", "meaning", "resolution", "note")
    )
    return [sentence for text in texts if text for sentence in sentences(text)]


def _text(record: Record) -> str:
    return " ".join([getattr(record, "title", ""), *_told(record)])
