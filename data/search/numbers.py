"""Numbers and sums as people write them: *€121.55 million*, *900k*, *300 000*, *three million*."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

_SCALES = {
    1_000: "k|thousand|mille|mil|الف|الاف",
    1_000_000: "m|mn|mio|million|millions|millon|millones|مليون|ملايين|مليونا|مليونين",
    1_000_000_000: "bn|billion|billions|milliard|milliards|مليار",
}
_SPELT = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "ar": "واحد اثنان ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره",
}
_TENS = {
    word: 10 * tens
    for tens, word in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=2
    )
}
_SCALE = {word: factor for factor, words in _SCALES.items() for word in words.split("|")}
_VALUES = {
    language: {word: value for value, word in enumerate(words.split(), start=1)}
    for language, words in _SPELT.items()
}
_SCALES_BY_LENGTH = "|".join(sorted(_SCALE, key=len, reverse=True))


@cache
def _numbers(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/-])(?:(?P<digits>\d{{1,3}}(?:\s\d{{3}})+|\d+(?:[.,]\d+)*)"
        rf"|(?P<tens>{'|'.join(_TENS)})(?:[\s-]+(?P<unit>{'|'.join(list(_VALUES['en'])[:9])}))?(?!\w)"
        rf"|(?P<spelt>{'|'.join(_VALUES[language])})(?!\w))(?:\s?(?P<scale>{_SCALES_BY_LENGTH})(?!\w))?(?![\w/])"
    )


_THOUSANDS = re.compile(r"\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*")
LONGEST = 18


class Number(NamedTuple):
    """A number in a bare text, from ``start`` to ``end``; ``spelt`` where it stands in words.

    ``tokens`` are its names in the index: ``#3000000``.
    """

    start: int
    end: int
    tokens: tuple[str, ...]
    spelt: bool


def numbers(bare: str, language: str = "en") -> list[Number]:
    """Return the numbers in a bare text, in digits or in the words of a language, in order."""
    values = _VALUES[language]
    return [_number(match, values) for match in _numbers(language).finditer(bare)]


def token(value: Decimal | int) -> str:
    """Return a number's name in the index."""
    return f"#{Decimal(value).normalize():f}"


def _number(match: re.Match[str], values: dict[str, int]) -> Number:
    digits, spelt = match["digits"], match["spelt"]
    if match["tens"]:
        value = Decimal(_TENS[match["tens"]] + _VALUES["en"].get(match["unit"] or "", 0))
    else:
        value = _value(digits) if digits else Decimal(values[spelt])
    scale = _SCALE.get(match["scale"] or "", 1)
    if match["scale"] == "mil" and value != value.to_integral_value():
        scale = 1_000_000  # English for a million, where in Spanish it is a thousand
    scaled = value * scale
    names = [token(scaled)]
    if scaled != value and value != value.to_integral_value():
        names.append(token(value))
    return Number(
        match.start(), match.end(), tuple(names), spelt=bool(spelt) and not match["scale"]
    )


def _value(digits: str) -> Decimal:
    digits = digits[:LONGEST].rstrip("., ")
    if _THOUSANDS.fullmatch(digits):
        return Decimal(re.sub(r"\D", "", digits))
    whole, _, part = digits.replace(",", ".").replace(" ", "").rpartition(".")
    return Decimal(f"{whole.replace('.', '')}.{part}") if whole else Decimal(part)
