"""The words that matched, shown in bold."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from data.search.bare import bare
from data.search.stems import stem

LENGTH = 160
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")


def marked(text: str, needles: Iterable[str]) -> Markup:
    """Return ``text`` escaped, the words with one of these stems in ``<b>``."""
    wanted = {each for needle in needles for each in needle.split()}
    pieces: list[Markup] = []
    end = 0
    for match in _WORD.finditer(text):
        if stem(bare(match[0])) in wanted:
            pieces += [
                Markup.escape(text[end : match.start()]),
                Markup("<b>{}</b>").format(match[0]),
            ]
            end = match.end()
    return Markup("").join([*pieces, Markup.escape(text[end:])])


def snippet(text: str, needles: Iterable[str], length: int = LENGTH) -> str:
    """Return a stretch of at most ``length`` characters with as many of the words as can be."""
    if len(text) <= length:
        return text
    wanted = {each for needle in needles for each in needle.split()}
    places = [
        match.start() for match in _WORD.finditer(text) if stem(bare(match[0])) in wanted
    ] or [0]
    fullest = max(
        places, key=lambda place: sum(place <= other < place + length - 20 for other in places)
    )
    start = max(
        0,
        text.rfind(". ", 0, fullest) + 2
        if fullest - text.rfind(". ", 0, fullest) < 60
        else fullest - 30,
    )
    if start:
        start = text.find(" ", start - 1) + 1
    cut = text[start : start + length]
    cut = cut if start + length >= len(text) else f"{cut.rsplit(' ', 1)[0]}…"
    return f"…{cut}" if start and text[start - 2 : start] != ". " else cut
