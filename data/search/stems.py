"""Words without their endings, so that *elected* and *election* meet."""

from functools import cache, lru_cache

from Stemmer import Stemmer

from data.search.bare import is_arabic

NAMES = {"en": "english", "fr": "french", "es": "spanish", "ar": "arabic"}
_PROCLITICS = ("وال", "بال", "كال", "فال", "لل", "ال")


@cache
def _stemmer(language: str) -> Stemmer:
    return Stemmer(NAMES[language])


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = "en") -> str:
    """Return the stem of a bare word; Arabic letters are read as Arabic in any language."""
    if is_arabic(word):
        return _stemmer("ar").stemWord(_unbound(word))
    return _stemmer("en" if language == "ar" else language).stemWord(word)


def _unbound(word: str) -> str:
    """Strip the article and what is written in one with it: *for the* and *and the* court."""
    for prefix in _PROCLITICS:
        if word.startswith(prefix) and len(word) >= len(prefix) + 3:
            return word[len(prefix) :]
    return word
