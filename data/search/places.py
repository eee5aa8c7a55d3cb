"""States by all the names under which a session's files know them."""

from collections.abc import Iterable

from data import names
from data.search.tokens import Places, phrase
from data.states import State

SHORT = 3


def places(states: Iterable[State]) -> Places:
    """Return the names of states as texts and questions are searched for them.

    A name of up to three letters, such as *US*, counts as it is written: *us* is a word.
    """
    phrases: dict[str, str] = {}
    exact: dict[str, str] = {}
    for state in states:
        for name in names.of_state(state):
            if sum(letter.isalpha() for letter in name) <= SHORT and name.isupper():
                exact[name] = state.id
            else:
                phrases.setdefault(phrase(name), state.id)
    begins = frozenset(name.split()[0] for name in phrases if " " in name)
    return Places(phrases, exact, begins)
