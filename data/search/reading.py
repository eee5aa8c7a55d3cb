"""Reading a question: its language, its form, and what it asks about."""

from sqlite_utils import Database

from data.search.bare import bare
from data.search.correcting import corrected
from data.search.languages import forms_of, language_of
from data.search.lexicon import lexicon
from data.search.light import NAMING, lightened
from data.search.question import Question
from data.search.reader import Reader
from data.search.sessions import take_session
from data.search.things import take_dates, take_numbers, take_references, take_short_names
from data.search.tokens import WORD
from data.search.wording import Wording

LONGEST_TEXT = 400
MOST_WORDS = 32


def read(db: Database, session: str, asked: str, *, typing: bool = False) -> Question:
    """Return what ``asked`` asks about; while it is being typed, the last word may go on.

    Any text can be read, in any script; of a long one the first ``LONGEST_TEXT`` characters are.
    """
    whole = asked[:LONGEST_TEXT]
    text = corrected(db, session, whole)
    words = WORD.findall(text)[:MOST_WORDS]
    known = lexicon(db, session)
    language = language_of(words, known.languages(words))
    return _read(Reader(db, session, known, language, whole, text), typing=typing)


def read_literally(db: Database, session: str, text: str, language: str | None) -> Question:
    """Return what a text asks about, each word taken as it is spelt.

    Where its ``language`` is not known, it is found out.
    """
    known = lexicon(db, session)
    words = WORD.findall(bare(text))[:MOST_WORDS]
    language = language or language_of(words, known.languages(words))
    return _read(Reader(db, session, known, language, text, bare(text), literal=True))


def _read(reader: Reader, *, typing: bool = False) -> Question:
    words = WORD.findall(reader.text)[:MOST_WORDS]
    forms, _ = forms_of(words, reader.language)
    take_references(reader)
    named = take_session(reader)
    dates = take_dates(reader)
    take_numbers(reader)
    take_short_names(reader)
    _take_words(reader, typing=typing or not (forms or reader.literal))
    concepts = lightened(reader.ordered, forms)
    vague = all(concept.soft for concept in concepts)
    if vague:
        concepts = [each._replace(soft=each.ways[0].stems not in NAMING) for each in concepts]
    return Question(
        text=reader.whole,
        language=reader.language,
        words=tuple(words),
        forms=forms,
        concepts=tuple(dict.fromkeys(concepts)),
        dates=dates,
        other=named.other,
        within=named.within,
        vague=vague,
        own=named.own,
    )


def _take_words(reader: Reader, *, typing: bool) -> None:
    found = list(WORD.finditer(reader.text))[:MOST_WORDS]
    words = [match[0] for match in found]
    _, used = forms_of(words, reader.language)
    for number, concept in Wording(reader, words, used, typing=typing):
        reader.concepts.append((found[number].start(), concept))
