"""What lawyers refer to by number: symbols, resolutions, rules, articles, regulations."""

import re
from collections.abc import Iterator
from typing import NamedTuple

SYMBOL = "§asp/"
_SYMBOL = re.compile(
    r"(?<![\w/])(?:(?:icc[-\s]*)?asp[-\s/]*(?P<session>\d{1,2})\s*/\s*|(?P<short>\d{1,2})\s*/\s*(?=res|\d{1,3}\s*/\s*(?:add|rev|corr))|(?:documents?|docs?|papers?|symbol)\s+(?P<paper>\d{1,2})\s*/\s*(?=\d)|icc[-\s]*asp[-\s]*(?P<spaced>\d{1,2})[-\s]+)"
    r"(?P<what>res(?:olution)?[.\s]*)?"
    r"(?P<number>\d{1,3})(?:\s*/\s*(?P<more>add|rev|corr)[.\s]*(?P<which>\d{1,2}))?(?!\w)"
)
_RELEASE = re.compile(r"(?<!\w)pr\s?(?P<number>\d{3,4})(?!\w)")
_PROVISIONS = {
    "rule": r"rules?|rpe|regles?|reglas?|(?:ال)?قاعده|r",
    "article": r"articles?|arts?|articulos?|(?:ال)?ماده",
    "regulation": r"regulations?|regs?|normes?|normas?|(?:ال)?بند",
    "res": r"resolutions?|res|resolucion(?:es)?|(?:ال)?قرار",
}
_ENDS = (
    r"(?!\d|[.,]\d|\s*(?:million|%|€|eur))"
    r"(?:[\s-]*(?P<latin>bis|ter|quater|quarter|quinquies|sexies|septies|octies)(?!\w))?"
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _PROVISIONS.items())
    + r")(?:\s+(?:number|no|numero|n|رقم))?[.\s°]*(?P<number>\d{1,3})"
    + _ENDS
)
_FURTHER = re.compile(r"(?:\s*,\s*|\s+)(?:and|or|et|ou|y|o|و)?\s*(?P<number>\d{1,3})" + _ENDS)
_LATIN = re.compile(
    r"(?<![\w.,])(?P<number>\d{1,3})[\s-]*(?P<latin>bis|ter|quater|quinquies|sexies|septies|octies)(?!\w)"
)


class Reference(NamedTuple):
    """A reference as it stands in a bare text, from ``start`` to ``end``.

    ``tokens`` are its names in the index, the most exact first: ``§rule134quater``, ``§rule134``.
    """

    start: int
    end: int
    tokens: tuple[str, ...]


def references(bare: str) -> list[Reference]:
    """Return the references in a bare text, in order; they do not overlap."""
    taken: list[Reference] = []
    for found in (*_symbols(bare), *_releases(bare), *_provisions(bare)):
        if all(found.end <= each.start or found.start >= each.end for each in taken):
            taken.append(found)
    return sorted(taken, key=lambda each: each.start)


def _symbols(bare: str) -> Iterator[Reference]:
    for match in _SYMBOL.finditer(bare):
        number, session = (
            int(match["number"]),
            int(match["session"] or match["spaced"] or match["short"] or match["paper"]),
        )
        what = f"res{number}" if match["what"] else str(number)
        more = f"/{match['more']}{int(match['which'])}" if match["more"] else ""
        tokens = [f"{SYMBOL}{session}/{what}{more}"]
        if match["what"]:
            tokens.append(f"§res{number}")
        yield Reference(match.start(), match.end(), tuple(tokens))


def _releases(bare: str) -> Iterator[Reference]:
    for match in _RELEASE.finditer(bare):
        yield Reference(match.start(), match.end(), (f"§pr{match['number']}",))


def _provisions(bare: str) -> Iterator[Reference]:
    for match in _NUMBERED.finditer(bare):
        name = next(name for name in _PROVISIONS if match[name])
        yield _provision(match, name)
        further = _FURTHER.match(bare, match.end())
        while further:
            yield _provision(further, name)
            further = _FURTHER.match(bare, further.end())
    for match in _LATIN.finditer(bare):
        yield _provision(match, "rule")


def _provision(match: re.Match[str], name: str) -> Reference:
    plain = f"§{name}{int(match['number'])}"
    latin = (match["latin"] or "").replace("quarter", "quater")
    tokens = (f"{plain}{latin}", plain) if latin else (plain,)
    return Reference(match.start(), match.end(), tokens)
