"""What the search knows of four languages: words without a subject, and forms of questions."""

import tomllib
from collections.abc import Mapping
from functools import cache, cached_property

from data.search import listed
from data.search.bare import bare
from data.search.stems import stem

LANGUAGES = ("en", "fr", "es", "ar")


class Grammar:
    """The words of one language, bare; each list is made when it is first asked for."""

    def __init__(self, language: str) -> None:
        """Read the file of one of ``LANGUAGES``."""
        self.language = language
        self._told = tomllib.loads(listed.text(f"{language}.toml"))

    def _words(self, name: str) -> frozenset[str]:
        return frozenset(bare(self._told[name]).split())

    @cached_property
    def stop(self) -> frozenset[str]:
        """Words that are passed over."""
        return self._words("stop")

    @cached_property
    def soft(self) -> frozenset[str]:
        """Words that are not missed where a record lacks them."""
        return self._words("soft")

    @cached_property
    def soft_stems(self) -> frozenset[str]:
        """The stems of the soft words."""
        return frozenset(map(stem, self.soft))

    @cached_property
    def light(self) -> frozenset[str]:
        """The stems of words that say something in any matter, and so little of which one."""
        return frozenset(stem(word, self.language) for word in self._words("light"))

    @cached_property
    def passed_over(self) -> tuple[str, ...]:
        """All words without a subject of their own."""
        return tuple(sorted(self.stop | self.soft))

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words by which the language is known."""
        return self._words("languages")

    @cached_property
    def strict(self) -> frozenset[str]:
        """The stems of words without which no record answers."""
        return frozenset(stem(word, self.language) for word in self._words("strict"))

    @cached_property
    def addressed(self) -> frozenset[str]:
        """Words that speak to the bot itself."""
        return self._words("addressed")

    @cached_property
    def polite(self) -> tuple[str, ...]:
        """Phrases that speak to the bot only to ask it for something, the longest first."""
        return tuple(sorted(map(bare, self._told["polite"]), key=len, reverse=True))

    @cached_property
    def assembly(self) -> frozenset[str]:
        """Names of the Assembly and its sessions."""
        return frozenset(map(bare, self._told["assembly"]))

    @cached_property
    def next(self) -> frozenset[str]:
        """What beside a name of the assembly means the next session."""
        return frozenset(map(bare, self._told["next"]))

    @cached_property
    def previous(self) -> frozenset[str]:
        """What beside a name of the assembly means the session before."""
        return frozenset(map(bare, self._told["previous"]))

    @cached_property
    def forms(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """What gives away a question of each form, as tuples of words."""
        return _forms(self._told["forms"])


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of one of ``LANGUAGES``."""
    return Grammar(language)


def _forms(told: Mapping[str, list[str]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the phrases, each with the forms that it may open: *كم* is how much and how many."""
    forms: dict[tuple[str, ...], tuple[str, ...]] = {}
    for form, phrases in told.items():
        for phrase in phrases:
            words = tuple(bare(phrase).split())
            forms[words] = (*forms.get(words, ()), form)
    return forms
