"""Words that are spelt right: none of them is a misspelling of a word that a record has."""

from functools import cache
from itertools import islice

from sqlite_utils import Database

from data.search.bare import bare
from data.search.grammar import LANGUAGES

MOST = 15_000  # of each language, the commonest; rarer ones are as like to be slips


def fill(db: Database) -> None:
    """Write the words into the store, where there are none yet, in a second: learning does it."""
    if db.execute("select 1 from search_dictionary limit 1").fetchone():
        return
    for language in LANGUAGES:
        db.conn.executemany(
            "insert into search_dictionary (language, word) values (?, ?)",
            [(language, word) for word in _common(language)],
        )


@cache
def _common(language: str) -> tuple[str, ...]:
    """Return the commonest words of a language, bare, as pyspellchecker counts them in films."""
    from spellchecker import SpellChecker

    counted = SpellChecker(language=language).word_frequency.dictionary
    ranked = sorted(counted, key=lambda word: -counted[word])
    words = (bare(word) for word in ranked if word.isalpha())
    return tuple(islice(dict.fromkeys(words), MOST))


def has(db: Database, word: str, language: str) -> bool:
    """Say whether a bare word is spelt right, in a language or in English."""
    found = db.execute(
        "select 1 from search_dictionary where word = ? and language in (?, 'en')", [word, language]
    )
    return found.fetchone() is not None
