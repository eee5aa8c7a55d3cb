"""How the parts of a text go together that came in several messages.

An editor's own messages are paragraphs. But an app cuts a text that is longer than a message by
itself, and drops the white space at the cut: such parts come in the same moment, and are put
together so that no word is broken that was whole.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final

from data import richtext
from data.parts import Part
from data.richtext import MAX_LENGTH, RichText

PARAGRAPH: Final = "\n\n"
AT_ONCE: Final = timedelta(seconds=2)
# An app looks for a good place to cut in the second half of what a message can hold.
LEAST_CUT: Final = MAX_LENGTH // 2
_WORD = re.compile(r"\w+")
_LAST_WORD = re.compile(r"\w+\Z")
_FIRST_WORD = re.compile(r"\A\w+")
_ITEM = re.compile(r"(?:[•·*\u2013\u2014-]|\d{1,2}[.)])\s")
_ENDED = tuple('.!?:;…؟»”")]')


def whole(parts: Sequence[Part]) -> RichText:
    """Return the parts as one text, without white space around it."""
    whole = parts[0].text if parts else RichText("")
    words = _words(parts)
    for before, after in pairwise(parts):
        whole = whole + RichText(between(before, after, words)) + after.text
    return richtext.trimmed(whole)


def cut_by_app(before: Part, after: Part) -> bool:
    """Tell whether two parts are one text that an app has cut."""
    typed = before.source in {"message", "opening"} and after.source == "message"
    quick = abs(after.sent - before.sent) <= AT_ONCE
    return typed and quick and before.text.units >= LEAST_CUT


def between(before: Part, after: Part, words: frozenset[str] = frozenset()) -> str:
    """Return what stands between two parts; ``words`` are those of the whole text."""
    if not cut_by_app(before, after):
        return PARAGRAPH
    one, other = before.text.text, after.text.text
    if before.text.units == MAX_LENGTH:
        return _where_it_was_full(one, other, words)
    if _ITEM.match(other):
        return "\n"
    return PARAGRAPH if one.endswith(_ENDED) and PARAGRAPH in one else " "


def _where_it_was_full(one: str, other: str, words: frozenset[str]) -> str:
    """Decide whether the cut went through a word, or between two whose space was dropped."""
    last, first = _LAST_WORD.search(one), _FIRST_WORD.match(other)
    if last is None or first is None:
        return " " if one.endswith(_ENDED) or _ITEM.match(other) else ""
    if (last[0] + first[0]).casefold() in words:
        return ""
    both = {last[0].casefold(), first[0].casefold()} <= words
    return " " if both else ""


def _words(parts: Sequence[Part]) -> frozenset[str]:
    """Return the words of all parts, but for those at the edges, which may be halves."""
    found: set[str] = set()
    for part in parts:
        found.update(each.casefold() for each in _WORD.findall(part.text.text)[1:-1])
    return frozenset(found)
