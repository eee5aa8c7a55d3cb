"""Letters as they are compared: one case, no accents, no marks, one form of each Arabic letter."""

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_APOSTROPHES = re.compile("[`\u00b4\u2018\u2019\u02bc\u2032\uff07]")
_ELIDED = re.compile(r"(?<!\w)(?:jusqu|lorsqu|puisqu|quoiqu|qu|[cdjlmnst])'(?=\w)")
_INITIALS = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)")
_POSSESSIVE = re.compile(r"(?<=\w)'s?(?!\w)")
# What decomposition leaves: the farsi letters, alef maqsura and ta marbuta as people mix them up.
_LETTERS = str.maketrans(
    {
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ٱ": "ا",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "\u0131": "i",
        "،": ",",
        "؛": ";",
        "؟": "?",
        "٫": ".",
        "٬": ",",
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    }
)


def bare(text: str) -> str:
    """Return ``text`` in lower case without accents and marks; punctuation stays.

    Possessives and elided articles go: *Kenya's* is ``kenya``, *l'article* is ``article``. So do
    the points of initials: *U.S.A* is ``usa``.
    """
    composed = _UNSEEN.sub("", text).casefold()
    if not composed.isascii():
        composed = _APOSTROPHES.sub("'", composed).translate(_LETTERS)
        apart = unicodedata.normalize("NFKD", composed).casefold()
        composed = _MARKS.sub("", unicodedata.normalize("NFKD", apart)).translate(_LETTERS)
    if "." in composed:
        composed = _INITIALS.sub(lambda match: match[0].replace(".", ""), composed)
    if "'" in composed:
        composed = _POSSESSIVE.sub("", _ELIDED.sub(" ", composed)).replace("'", "")
    return composed


def is_arabic(word: str) -> bool:
    """Say whether a word is written in Arabic letters."""
    return "\u0600" <= word[:1] <= "\u06ff"
