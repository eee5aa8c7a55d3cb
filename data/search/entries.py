"""The synonyms of a session as the search reads them: written anew when one has changed.

An abbreviation of the glossary is a synonym too, of what it is short for.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlite_utils import Database

from data import glossary, names, states, synonyms
from data.search.bare import bare
from data.search.grammar import LANGUAGES
from data.search.lexicon import BETWEEN
from data.search.places import places
from data.search.tokens import WORD, Places, phrase, whole_phrase

Words = Mapping[str, Iterable[str]]
Ideas = dict[tuple[str, str], dict[str, None]]
TABLES = ("search_ideas", "search_spelt", "search_spoken")


def renew(db: Database) -> None:
    """Write the synonyms anew of those sessions whose synonyms, states or terms have changed.

    A thousand take a twentieth of a second, so no question waits for it: whoever loads content
    does it.
    """
    changed = db.execute(
        "select session, number from search_revisions where worded <> number"
    ).fetchall()
    for session, revision in changed:
        _write(db, session)
        db.execute("update search_revisions set worded = ? where session = ?", [revision, session])


def _write(db: Database, session: str) -> None:
    given = synonyms.words(db, session)
    ideas = _ideas([*given, *_abbreviations(db, session)], places(states.every(db, session)))
    for table in TABLES:
        db.execute(f"delete from {table} where session = ?", [session])  # noqa: S608 - our own names
    db.conn.executemany(
        "insert into search_ideas (session, first, language, said, ways) values (?, ?, ?, ?, ?)",
        [
            (session, said.partition(" ")[0], language, said, BETWEEN.join(ways))
            for (language, said), ways in ideas.items()
        ],
    )
    db.conn.executemany(
        "insert into search_spelt (session, word, language, size) values (?, ?, ?, ?)",
        [(session, word, told, len(word)) for word, told in _languages(given).items()],
    )
    db.conn.executemany(
        "insert or ignore into search_spoken (session, language, stem) values (?, ?, ?)",
        [(session, language, stem) for language, said in ideas for stem in said.split()],
    )


def _ideas(given: Iterable[Words], known: Places) -> Ideas:
    """Return by language the stems of each phrase, with the ways in which records say the same."""
    ideas: Ideas = {}
    for words in given:
        stems = [phrase(each) for each in words["words"]]
        ways = [f"%{known.phrases[each]}" if each in known.phrases else each for each in stems]
        for language in LANGUAGES:
            for text in words[language]:
                for said in _said(text, language):
                    ideas.setdefault((language, said), {}).update(dict.fromkeys(ways))
    return ideas


def _abbreviations(db: Database, session: str) -> Iterator[Words]:
    """Return the glossary's abbreviations, each as the same as what it is short for."""
    for term in glossary.every(db, session):
        said = names.of_term(term)
        if len(said) > 1:
            yield {**dict.fromkeys(LANGUAGES, ()), "words": said, "en": said}


def _said(text: str, language: str) -> Collection[str]:
    """Return the stems of a phrase with its stop words, and without them if two are left."""
    short, whole = phrase(text, language), whole_phrase(text, language)
    return (whole, short) if " " in short and short != whole else (whole,)


def _languages(given: Iterable[Words]) -> dict[str, str]:
    """Return the words of synonyms as they are spelt, each with the first language that has it."""
    languages: dict[str, str] = {}
    for language in LANGUAGES:
        for words in given:
            for text in words[language]:
                for word in WORD.findall(bare(text)):
                    languages.setdefault(word, language)
    return languages
