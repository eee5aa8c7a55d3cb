"""A time of day as people write it, in four languages: ``7:30``, ``7h30``, ``7 p.m.``, ``٧:٣٠``."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import time
from functools import cache
from typing import Final

LONGEST: Final = 40
FULL_DAY: Final = 24

_NAMED: Final[Mapping[str, time]] = {
    **dict.fromkeys(("noon", "midday", "midi", "mediodia", "ظهرا", "الظهر"), time(12)),
    **dict.fromkeys(("midnight", "minuit", "medianoche", "منتصف الليل"), time(0)),
    **dict.fromkeys(("12 noon", "12 midi", "12 mediodia"), time(12)),
    **dict.fromkeys(("12 midnight", "12 minuit", "12 medianoche"), time(0)),
}

_BEFORE_NOON: Final = {hour: hour for hour in range(12)}
_AFTER_NOON: Final = {hour: hour % 12 + 12 for hour in range(1, 24) if hour != 12}
_LATE: Final = {hour: hour % 12 + 12 for hour in range(6, 24) if hour % 12 >= 6}

# Twelve in the morning or in the evening stays out: some mean noon by it, some midnight.
_PARTS: Final[Mapping[str, Mapping[int, int]]] = {
    word: meant
    for words, meant in (
        (("am", "ص", "صباحا", "الصباح"), {**_BEFORE_NOON, 12: 0}),
        (("morning", "matin", "manana", "madrugada", "فجرا", "الفجر"), _BEFORE_NOON),
        (("pm", "م", "ظهرا", "الظهر", "العصر"), {**_AFTER_NOON, 12: 12}),
        (("afternoon", "apres midi", "tarde"), {**_AFTER_NOON, 12: 12}),
        (("evening", "soir", "مساء", "المساء"), _AFTER_NOON),
        (("night", "nuit", "noche", "ليلا", "الليل"), {**_LATE, 12: 0}),
    )
    for word in words
}

_LEAD: Final = r"(?:(?:at|a|a las?|las?|vers|الساعه|في)\s+)?"
_MINUTE: Final = r"(?:(?:\s*(?::|h|hrs?|heures?|horas?)\s*|[.,'\u066b]|\s|)(?P<minute>[0-5]\d))?"
_UNIT: Final = r"(?:\s*(?:h|hs|hrs?|min|heures?|horas?|hours?|o'?clock))?"
_LINK: Final = r"(?:(?:in the|at|du|de la|de l'|por la|في)\s*)?"
_CLOCK: Final = (
    rf"{_LEAD}(?P<hour>\d{{1,2}}){_MINUTE}{_UNIT}(?:\s*{_LINK}(?P<part>{'|'.join(_PARTS)}))?"
)
_DOTTED: Final = re.compile(r"\b([ap])\.?\s?m\b\.?")


def read(text: str) -> time | None:
    """Return the time of day that ``text`` names, to the minute; None where it names none.

    All of ``text`` must belong to it: ``7 Nairobi`` and ``7:5`` are no times. ``730`` and ``1930``
    are read as hours and minutes, ``24:00`` as midnight, ``12 am`` as midnight, ``12 pm`` as noon.
    """
    said = _bare(text) if len(text) <= LONGEST else ""
    if said in _NAMED:
        return _NAMED[said]
    match = _clock().fullmatch(said)
    if match is None:
        return None
    hour = int(match["hour"])
    hour24 = _PARTS[match["part"]].get(hour) if match["part"] else hour
    return _time(hour24, int(match["minute"] or 0))


def _bare(text: str) -> str:
    """Drop accents, marks of direction and double spaces; make digits 0 to 9, but not of ½ or ²."""
    if any(each.isnumeric() and not each.isdecimal() for each in text):
        return ""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = [each for each in decomposed if unicodedata.category(each) not in {"Mn", "Cf"}]
    plain = "".join(str(int(each)) if each.isdecimal() else each for each in kept)
    plain = plain.replace("\u2019", "'").replace("ة", "ه").replace("-midi", " midi")
    return _DOTTED.sub(r"\1m", " ".join(plain.split()))


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(_CLOCK)


def _time(hour: int | None, minute: int) -> time | None:
    if hour == FULL_DAY and minute == 0:
        return time(0)
    return time(hour, minute) if hour is not None and hour < FULL_DAY else None
