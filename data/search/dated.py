"""Dates and days of a session, wherever they stand in a text: *26 november*, *last day*.

``data.dates`` reads a text that is a date and nothing else, and forgives much; here a date has to
be told from the words around it, so that only full names of months and weekdays count.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from data.days import Day
from data.search.bare import bare


def _in_order(first: int, *names: str) -> dict[str, int]:
    """Return names, several of the same thing in a line, each with its number."""
    return {name: number for number, line in enumerate(names, first) for name in line.split()}


# As the CLDR has them, which takes 3 MB to ask in four languages; and as Levantines say.
_MONTHS = _in_order(
    1,
    "jan january janv janvier ene enero يناير",
    "feb february fevr fevrier febrero فبراير",
    "mar march mars marzo مارس",
    "apr april avr avril abr abril ابريل",
    "may mai mayo مايو",
    "jun june juin junio يونيو",
    "jul july juil juillet julio يوليو",
    "aug august aout ago agosto اغسطس",
    "sep september septembre septiembre سبتمبر sept",
    "oct october octobre octubre اكتوبر",
    "nov november novembre noviembre نوفمبر",
    "dec december decembre dic diciembre ديسمبر",
)
_LEVANTINE = {
    bare(name): number
    for number, name in (
        (11, "تشرين الثاني"),
        (10, "تشرين الاول"),
        (12, "كانون الاول"),
        (1, "كانون الثاني"),
    )
}
_WEEKDAYS = _in_order(
    0,
    "monday lundi lunes الاثنين",
    "tuesday mardi martes الثلاثاء",
    "wednesday mercredi miercoles الاربعاء",
    "thursday jeudi jueves الخميس",
    "friday vendredi viernes الجمعه",
    "saturday samedi sabado السبت",
    "sunday dimanche domingo الاحد",
)
_MONTH = _MONTHS | _LEVANTINE
_WEEKDAY = {**_WEEKDAYS, **{name.removeprefix("ال"): number for name, number in _WEEKDAYS.items()}}
_SHORT_DAYS = _in_order(0, "mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")
_SHORT_WORDS = frozenset({"mon", "sun"})  # are words as well where no number follows
_ORDINALS = {
    1: "first|1st|opening|premier|1er|premiere|primer|primero|primera|اول|الاول|الاولي",
    2: "second|2nd|deuxieme|2e|segundo|segunda|الثاني|ثاني|الثانيه",
    3: "third|3rd|troisieme|3e|tercer|tercero|tercera|الثالث|ثالث",
    4: "fourth|4th|quatrieme|4e|cuarto|cuarta|الرابع|رابع",
    5: "fifth|5th|cinquieme|5e|quinto|quinta|الخامس|خامس",
    6: "sixth|6th|sixieme|6e|sexto|sexta|السادس|سادس",
    7: "seventh|7th|septieme|7e|septimo|septima|السابع|سابع",
    8: "eighth|8th|huitieme|8e|octavo|octava|الثامن|ثامن",
    9: "ninth|9th|neuvieme|9e|noveno|novena|التاسع|تاسع",
    -1: "last|final|closing|dernier|derniere|ultimo|ultima|اخر|الاخير|الختامي",
}
_NUMBERS = {"zero": 0} | _in_order(
    1,
    "one un uno واحد",
    "two deux dos",
    "three trois tres",
    "four quatre cuatro",
    "five cinq cinco",
    "six seis",
    "seven sept siete",
    "eight huit ocho",
    "nine neuf nueve",
)
_DAY = ("day", "jour", "journee", "dia", "jornada", "يوم", "اليوم")
_ORDINAL = {word: number for number, words in _ORDINALS.items() for word in words.split("|")}


class Dated(NamedTuple):
    """A date in a bare text, from ``start`` to ``end``; ``tokens`` are its names in the index.

    ``number`` is the day of the session that is named as such, counted from 1, or 0; ``dates``
    are the dates that may be meant, several for a weekday.
    """

    start: int
    end: int
    tokens: tuple[str, ...]
    dates: tuple[date, ...] = ()
    number: int = 0


def token(day: date, *, year: bool = False) -> str:
    """Return a date's name in the index, with or without its year."""
    return f"@{day.isoformat()}" if year else f"@{day:%m-%d}"


def day_token(number: int) -> str:
    """Return the name in the index of a day of the session."""
    return f"@day{number}"


def written(text: str) -> list[Dated]:
    """Return the dates that a bare text writes out, such as ``26 november``, in order."""
    return _apart(_written_out(text))


def mentioned(text: str, days: Sequence[Day]) -> list[Dated]:
    """Return the dates and days of the session that a bare question names, in order."""
    return _apart(
        (*_written_out(text), *_digits(text, days), *_numbered(text, days), *_weekdays(text, days))
    )


def _apart(found: Iterator[Dated] | Sequence[Dated]) -> list[Dated]:
    taken: list[Dated] = []
    for one in found:
        if all(one.end <= each.start or one.start >= each.end for each in taken):
            taken.append(one)
    return sorted(taken, key=lambda each: each.start)


# In a text's shape, each word that may be part of a date is a run of one capital letter: bare text
# has none, and patterns of names are slow to compile.
_MONTHLY, _WEEKLY, _SHORT, _ORDERED, _COUNTED, _DAILY, _SEPT = "MWAOCDS"
_MARKS = {
    **dict.fromkeys(_NUMBERS, _COUNTED),
    **dict.fromkeys(_ORDINAL, _ORDERED),
    **dict.fromkeys(_SHORT_DAYS, _SHORT),
    **dict.fromkeys((*_WEEKDAY, *(f"{name}s" for name in _WEEKDAY)), _WEEKLY),
    **dict.fromkeys(_MONTH, _MONTHLY),
    **dict.fromkeys(_DAY, _DAILY),
    "sept": _SEPT,  # a month, and seven in French
}
_LETTERS = re.compile(r"[^\W\d_]+")
_SUFFIX = r"(?:st|nd|rd|th|er|e)?"
_THE = r"(?:(?:the|le|el)\s+)?"
_WRITTEN_OUT = re.compile(
    rf"(?<![\w.])(?:[WA]+[.,]?\s+)?{_THE}(?:(?P<d0>\d{{1,2}}){_SUFFIX}\s*(?:-|\u2013|to|au|al)\s*)?"
    rf"(?P<d1>\d{{1,2}}){_SUFFIX}(?:\s+(?:of|de))?\s+(?P<m1>M+|S+)\.?"
    r"(?:,?\s+(?:de\s+|del\s+)?(?P<y1>\d{4}))?(?!\w)"
    rf"|(?<!\w)(?P<m2>M+|S+)\.?\s+(?:the\s+)?(?P<d2>\d{{1,2}}){_SUFFIX}"
    r"(?:,?\s+(?P<y2>\d{4}))?(?![\w,.]\d|\w)"
)
_DIGITS = re.compile(
    r"(?<![\w/.-])(?:(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})"
    r"|(?P<d2>\d{1,2})/(?P<m2>\d{1,2})(?:/(?P<y2>\d{4}|\d{2}))?"
    r"|(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})(?:\.(?P<y3>\d{4})?)?)"
    r"(?![\w/]|\.\d|\s*(?:%|\u20ac|m(?:illi|io)))"
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:(?P<ordinal>O+|\d(?:st|nd|rd|th|er|e))\s+(?:working\s+|full\s+)?D+(?!\w)"
    r"|D+\s*(?:no\.?\s*|number\s+|#\s*)?(?P<number>\d{1,2}|C+|S+)(?!\w)"
    r"|D+\s+(?P<after>O+|\d(?:st|nd|rd|th|er|e))(?!\w)"
    r"|(?:the|le|el|on)\s+(?P<of_month>\d{1,2})(?:st|nd|rd|th)(?!\w)"
    rf"|[WA]+[.,]?\s+{_THE}(?P<of_week>\d{{1,2}}){_SUFFIX}(?![\w,.]\d|\w)"
    r"|(?P<alone>\d{1,2})(?:st|nd|rd|th)(?=\s*(?:[?!.,;:]|$)))"
)
_WEEKDAYS_ALONE = re.compile(r"(?<!\w)(?:W+|A+(?=\s*(?:[?!.,;:]|$)))(?!\w)")


def _shape(text: str) -> str:
    for name in _LEVANTINE:
        text = text.replace(name, _MONTHLY * len(name))
    return _LETTERS.sub(lambda match: _MARKS.get(match[0], "") * len(match[0]) or match[0], text)


def _written_out(text: str) -> Iterator[Dated]:
    for match in _WRITTEN_OUT.finditer(_shape(text)):
        which = "1" if match["m1"] else "2"
        month = _MONTH[text[slice(*match.span(f"m{which}"))]]
        year = match[f"y{which}"]
        days = [match["d0"], match["d1"]] if which == "1" else [match["d2"]]
        found = [each for day in days if day and (each := _date(year, month, int(day)))]
        if found:
            yield _dated(match, found, year)


def _digits(text: str, days: Sequence[Day]) -> Iterator[Dated]:
    """Return dates in digits; *27.11* is one where the session has such a day, else an amount."""
    for match in _DIGITS.finditer(text):
        which = next(each for each in "123" if match[f"m{each}"])
        year = match[f"y{which}"]
        found = _date(year, int(match[f"m{which}"]), int(match[f"d{which}"]))
        held = which != "3" or year or (found and token(found) in map(token, _span(days)))
        if found and held:
            yield _dated(match, [found], year)


def _dated(match: re.Match[str], found: list[date], year: str | None) -> Dated:
    tokens = [token(each, year=year is not None) for each in found]
    return Dated(match.start(), match.end(), tuple(tokens), tuple(found) if year else ())


def _date(year: str | None, month: int, day: int) -> date | None:
    number = int(year) if year else 2000
    try:
        return date(number + 2000 if number < 100 else number, month, day)
    except ValueError:
        return None


def _numbered(text: str, days: Sequence[Day]) -> Iterator[Dated]:
    for match in _NUMBERED.finditer(_shape(text)):
        of_month = match["of_month"] or match["of_week"] or match["alone"]
        if of_month:
            held = [each for each in _span(days) if each.day == int(of_month)]
            if held:
                yield Dated(match.start(), match.end(), tuple(map(token, held)), tuple(held))
            continue
        said = text[slice(*match.span(match.lastgroup or 0))]
        number = _ORDINAL.get(said) if match["number"] is None else _number(said)
        if number is None:
            continue
        if number == -1:
            number = max((day.number for day in days), default=0)
        yield Dated(match.start(), match.end(), (day_token(number),), number=number)


def _number(text: str) -> int:
    return _NUMBERS[text] if text in _NUMBERS else int(text)


def _weekdays(text: str, days: Sequence[Day]) -> Iterator[Dated]:
    for match in _WEEKDAYS_ALONE.finditer(_shape(text)):
        name = text[match.start() : match.end()]
        if name in _SHORT_WORDS:
            continue
        weekday = _WEEKDAY.get(name, _WEEKDAY.get(name.removesuffix("s"), _SHORT_DAYS.get(name)))
        held = [each for each in _span(days) if each.weekday() == weekday]
        yield Dated(match.start(), match.end(), tuple(map(token, held)), tuple(held))


def _span(days: Sequence[Day]) -> list[date]:
    if not days:
        return []
    first, last = days[0].date.toordinal(), days[-1].date.toordinal()
    return [date.fromordinal(each) for each in range(first, last + 1)]
