"""Under which names things go: a state, a person, a term; and which one a question is about."""

from collections.abc import Iterable
from itertools import dropwhile

from data.glossary import Term
from data.people import Person
from data.states import State

_WORDS = (
    "what what's whats is are was does do the a an mean means meaning define explain "
    "stand stands for about of please"
)
ASKING = frozenset(_WORDS.split())
LONG_SURNAME = 5


def of_state(state: State) -> tuple[str, ...]:
    """Return a state's name and its other names, as they are written."""
    return (state.name, *state.aliases)


def of_term(term: Term) -> tuple[str, ...]:
    """Return a term and, of an abbreviation, what it is short for: its meaning up to the colon."""
    long, colon, _ = term.meaning.partition(":")
    return (term.term, long) if colon and term.term.isupper() else (term.term,)


def of_person(person: Person) -> tuple[str, ...]:
    """Return a person's name in full, without initials, and a surname long enough to be telling."""
    parts = [part for part in person.name.split() if not part.endswith(".")]
    surname = parts[-1:] if parts and len(parts[-1]) >= LONG_SURNAME else []
    return tuple(dict.fromkeys((person.name, " ".join(parts), *surname)))


def asked_for(question: str) -> str:
    """Return a question without the words around what it is about: *what is IOM?* is *IOM*."""
    bare = _without_lead(reversed(_without_lead(question.replace("?", " ").split())))
    return " ".join(reversed(bare)) or question


def _without_lead(words: Iterable[str]) -> list[str]:
    return list(dropwhile(lambda word: word.casefold() in ASKING, words))
