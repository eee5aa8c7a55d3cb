"""States by all the names under which a session's files know them."""

from collections.abc import Iterable

from data import names
from data.search.bare import bare
from data.search.grammar import grammar
from data.search.tokens import Places, phrase
from data.states import State


def places(states: Iterable[State]) -> Places:
    """Return the names of states as texts and questions are searched for them.

    A short name that is a word as well, such as *US*, counts as it is written.
    """
    phrases: dict[str, str] = {}
    exact: dict[str, str] = {}
    for state in states:
        for name in names.of_state(state):
            if name.isupper() and bare(name).replace(".", "") in grammar("en").stop:
                exact[name] = state.id
            else:
                phrases.setdefault(phrase(name), state.id)
    begins = frozenset(name.split()[0] for name in phrases if " " in name)
    return Places(phrases, exact, begins)
