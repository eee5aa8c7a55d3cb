"""Which session of the Assembly a question names: its own number says nothing, another all."""

import re
from itertools import pairwise
from typing import NamedTuple

from data.search.concepts import Concept, Way
from data.search.grammar import Grammar, grammar
from data.search.reader import Reader
from data.search.stems import stem
from data.search.tokens import WORD

_ORDINALS = {
    name: number
    for number, names in {
        1: "first premiere primera primer",
        7: "seventh septieme septima",
        8: "eighth huitieme octava",
        9: "ninth neuvieme novena",
        10: "tenth dixieme decima",
        11: "eleventh onzieme undecima undecimo",
        12: "twelfth douzieme duodecima duodecimo",
        13: "thirteenth treizieme decimotercera decimotercer decimotercero",
        14: "fourteenth quatorzieme decimocuarta decimocuarto",
        15: "fifteenth quinzieme decimoquinta decimoquinto",
        16: "sixteenth seizieme decimosexta decimosexto",
        20: "twentieth vingtieme vigesima vigesimo",
    }.items()
    for name in names.split()
}
_ARABIC = {"الحاديه عشره": 11, "الثانيه عشره": 12, "الثالثه عشره": 13, "الرابعه عشره": 14}
_ASSEMBLY = r"(?:session|asp|assembly|assemblee|asamblea|sesion|periodo)(?!\w)"
_WITHIN = re.compile(
    r"(?<!\w)(?:at|in|during|by|from|did|does|do|will|has|had|a|lors de|pendant|en|durante|في|خلال)"
    r"\s+(?:the\s+|la\s+|el\s+|its\s+)?$"
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:asp|aep|session|sesion)[\s-]?(?P<number>\d{1,2})(?!\w)"
    rf"|(?<!\w)(?P<ordinal>\d{{1,2}})(?:st|nd|rd|th|e|eme|a)\s+(?:annual\s+)?{_ASSEMBLY}"
    rf"|(?<!\w)(?P<spelt>{'|'.join(_ORDINALS)})\s+{_ASSEMBLY}"
    rf"|(?:ال)?دوره (?P<arabic>{'|'.join(_ARABIC)})"
)


class Named(NamedTuple):
    """Which session a question names.

    ``other`` is the number of another one than that which is read, and ``within`` says that it
    is asked what happened at it; ``own`` that the one that is read is named.
    """

    other: int | None = None
    within: bool = False
    own: bool = False


def take_session(reader: Reader) -> Named:
    """Take what names a session, and return which one it is."""
    before = reader.text
    other = _take_number(reader) or _take_next(reader)
    if other is None:
        return Named(own=reader.text != before)
    start = min(place for place, concept in reader.concepts if concept.role == "session")
    return Named(other, within=bool(_WITHIN.search(before[:start])))


def _own(reader: Reader) -> int:
    return reader.lexicon.session.number if reader.lexicon.session else 0


def _take_number(reader: Reader) -> int | None:
    other = None
    for match in _NUMBERED.finditer(reader.text):
        number = _number(match)
        concept = None
        if number != _own(reader):
            other = number
            concept = Concept(match[0], (Way(f"asp {number}"),), "session", strict=True)
        reader.take(match.start(), match.end(), concept)
    return other


def _number(match: re.Match[str]) -> int:
    digits = match["number"] or match["ordinal"]
    return int(digits) if digits else {**_ORDINALS, **_ARABIC}[match["spelt"] or match["arabic"]]


def _take_next(reader: Reader) -> int | None:
    """Take *next session* and *previous assembly*, which are other sessions too."""
    own = _own(reader)
    for first, second in pairwise(list(WORD.finditer(reader.text))):
        step = _step(grammar(reader.language), first[0], second[0])
        step = step or _step(grammar("en"), first[0], second[0])
        if step and own:
            name = stem("next" if step > 0 else "previous")
            ways = (Way(f"asp {own + step}"), Way(f"{name} session"))
            concept = Concept(f"{first[0]} {second[0]}", ways, "session", strict=True)
            reader.take(first.start(), second.end(), concept)
            return own + step
    return None


def _step(told: Grammar, first: str, second: str) -> int:
    """Return 1 for the session after this one, -1 for the one before, 0 for anything else."""
    said = first if second in told.assembly else ""
    if told.language != "en" and first in told.assembly:
        said = second
    return 1 if said in told.next else -1 if said in told.previous else 0
