"""What the search knows of four languages: words without a subject, and forms of questions."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from data.search import listed
from data.search.bare import bare
from data.search.stems import stem

LANGUAGES = ("en", "fr", "es", "ar")


class Grammar(NamedTuple):
    """The words of one language, bare.

    ``stop`` are passed over, ``soft`` are not missed; ``light`` are the stems of words that say
    something in any matter, and so say little of which one. ``telling`` are words by which the
    language is known. ``next`` and ``previous`` beside a word for the ``assembly`` name another
    session. ``forms`` are what gives away a question of each form, as tuples of words.
    """

    language: str
    stop: frozenset[str]
    soft: frozenset[str]
    soft_stems: frozenset[str]
    light: frozenset[str]
    passed_over: tuple[str, ...]
    telling: frozenset[str]
    forms: Mapping[tuple[str, ...], tuple[str, ...]]
    next: frozenset[str]
    previous: frozenset[str]
    assembly: frozenset[str]


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of one of ``LANGUAGES``."""
    told = tomllib.loads(listed.text(f"{language}.toml"))
    stop, soft = frozenset(bare(told["stop"]).split()), frozenset(bare(told["soft"]).split())
    return Grammar(
        language,
        stop=stop,
        soft=soft,
        light=frozenset(stem(word, language) for word in bare(told["light"]).split()),
        passed_over=tuple(sorted(stop | soft)),
        soft_stems=frozenset(stem(word) for word in soft),
        telling=frozenset(bare(told["languages"]).split()),
        next=frozenset(map(bare, told["next"])),
        previous=frozenset(map(bare, told["previous"])),
        assembly=frozenset(map(bare, told["assembly"])),
        forms=_forms(told["forms"]),
    )


def _forms(told: Mapping[str, list[str]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the phrases, each with the forms that it may open: *كم* is how much and how many."""
    forms: dict[tuple[str, ...], tuple[str, ...]] = {}
    for form, phrases in told.items():
        for phrase in phrases:
            words = tuple(bare(phrase).split())
            forms[words] = (*forms.get(words, ()), form)
    return forms
