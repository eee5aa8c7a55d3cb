"""In which language a question is asked, and in which form."""

from collections.abc import Mapping, Sequence

from data.search.bare import is_arabic
from data.search.grammar import LANGUAGES, grammar
from data.search.spelling import errors

LONGEST_FORM = 5
ASKING = (
    "what",
    "which",
    "where",
    "when",
    "whose",
    "much",
    "many",
    "does",
    "were",
    "there",
    "about",
    "with",
)
PROVISIONS = ("rule", "article", "regulation", "resolution")
NUMBER_OF_THE = ["number", "of", "the"]
# Nouns that make a form and say what it is asked of as well: the cost of what, the day of what.
KEPT = frozenset(
    {
        *(
            "cost",
            "size",
            "amount",
            "sum",
            "location",
            "venue",
            "date",
            "day",
            "duration",
            "length",
        ),
        *("city", "opening", "cout", "jour", "ville", "lieu"),
        *("costo", "coste", "fecha", "dia", "ciudad", "sede", "lugar"),
    }
)


def language_of(words: Sequence[str], known: Mapping[str, str]) -> str:
    """Return the language that most words belong to; English where none tell.

    ``known`` are words of synonyms, each with its language.
    """
    if any(is_arabic(word) for word in words):
        return "ar"
    counted = {
        language: sum(
            2 * (word in grammar(language).telling)
            + (word in grammar(language).soft or known.get(word) == language)
            for word in words
        )
        for language in LANGUAGES
    }
    return max(LANGUAGES, key=lambda each: (counted[each], -LANGUAGES.index(each)))


def forms_of(words: Sequence[str], language: str) -> tuple[frozenset[str], frozenset[int]]:
    """Return the forms of a question and the places of the words that only make the form."""
    forms: set[str] = set()
    used: set[int] = set()
    for spoken in dict.fromkeys((language, "en")):
        told = grammar(spoken).forms
        for start in range(len(words)):
            for size in range(min(LONGEST_FORM, len(words) - start), 0, -1):
                found = told.get(tuple(words[start : start + size]), ())
                if not found or (found == ("whether",) and start > 0):
                    continue
                if list(words[start : start + size + 1]) == NUMBER_OF_THE:
                    continue  # asks for the number that a thing has, and not for how many there are
                forms.update(found)
                if found != ("judging",):
                    used.update(
                        place for place in range(start, start + size) if words[place] not in KEPT
                    )
                break
    return frozenset(forms), frozenset(used)


def provision(word: str) -> str | None:
    """Return the kind of provision that ``word`` is a misspelling of, such as *artcle*."""
    begun = [each for each in PROVISIONS if each.startswith(word) and each != word]
    if len(word) > 2 and begun:
        return begun[0]
    alike = ((errors(word, each, 2), each) for each in PROVISIONS)
    distance, closest = min(alike)
    return closest if 0 < distance <= (2 if len(closest) > 6 else 1) else None


def asking(word: str) -> str | None:
    """Return the question word that ``word`` is a misspelling of, such as *wher*."""
    if not 4 <= len(word) <= 6:
        return None
    return next((each for each in ASKING if errors(word, each, 1) <= 1), None)
