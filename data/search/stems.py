"""Words without their endings, so that *elected* and *election* meet."""

from functools import cache, lru_cache

from Stemmer import Stemmer

from data.search.bare import is_arabic
from data.search.listed import pairs

NAMES = {"en": "english", "fr": "french", "es": "spanish", "ar": "arabic"}
KEPT = 4000  # stems that are kept in memory, none of a longer word than people write
LONGEST_KEPT = 40
_PREFIXED = "وفبلك"
_PROCLITICS = ("وال", "بال", "كال", "فال", "لل", "ال")


@cache
def _stemmer(language: str) -> Stemmer:
    return Stemmer(NAMES[language], 0)  # it would keep ten thousand words of its own


def stem(word: str, language: str = "en") -> str:
    """Return the stem of a bare word; Arabic letters are read as Arabic in any language."""
    return _kept(word, language) if len(word) <= LONGEST_KEPT else _stem(word, language)


def _stem(word: str, language: str) -> str:
    if is_arabic(word):
        return str(_stemmer("ar").stemWord(_unbound(word)))
    if language in {"en", "ar"}:
        regular = _irregular().get(word, word)
        return regular[1:] if regular[0] == "=" else str(_stemmer("en").stemWord(regular))
    return str(_stemmer(language).stemWord(word))


_kept = lru_cache(maxsize=KEPT)(_stem)


@cache
def _irregular() -> dict[str, str]:
    return pairs("irregular.txt")


def _unbound(word: str) -> str:
    """Strip the article, what is written in one with it, and the alef of the tanwin."""
    for prefix in _PROCLITICS:
        if word.startswith(prefix) and len(word) >= len(prefix) + 3:
            word = word[len(prefix) :]
            break
    return word[:-1] if word.endswith("ا") and len(word) > 3 else word


def variants(word: str) -> tuple[str, ...]:
    """Return a word, and in Arabic also without the *and*, *in* or *to* that is written with it."""
    if is_arabic(word) and word[0] in _PREFIXED and len(word) > 3:
        return (word, word[1:])
    return (word,)
