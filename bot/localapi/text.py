"""A text on its way into a message: parsed, cleaned, trimmed, its entities moved along."""

from dataclasses import dataclass, field
from typing import Any

from bot.localapi import detection, entities, html, nesting, units
from bot.localapi.errors import bad_request
from bot.localapi.html import Entity

MESSAGE_LIMIT = 4096
CAPTION_LIMIT = 1024
_CARRYING = frozenset({"text_link", "text_mention", "custom_emoji"})
_REMOVED = frozenset("\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u0333\u033f\u030a")
_CONTROL = frozenset(chr(code) for code in range(32)) - {"\n", "\r"}
_INVISIBLE = frozenset(
    " \n\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u3000\u3164\ufeff"
    + "".join(chr(code) for code in range(0x2000, 0x200B))
)


@dataclass(slots=True)
class Formatted:
    """Text with entities, as it stands in a message; ``warnings`` are what went unsaid."""

    text: str
    entities: list[Entity]
    warnings: list[str] = field(default_factory=list)


def formatted(
    text: str,
    parse_mode: str | None = None,
    given: object = None,
    *,
    skip_detection: bool = False,
) -> Formatted:
    """What the server makes of a text; empty where nothing visible is left.

    ``parse_mode`` wins over ``given`` entities, as on the server.

    Raises:
        ApiError: 400, as the server words it.
    """
    marked = _marked(text, parse_mode, given)
    entities.check_bounds(marked.text, marked.entities)
    cleaned = _cleaned(marked.text, nesting.nested(marked.entities))
    trimmed = _trimmed(*cleaned)
    if not skip_detection:
        found = nesting.merged(trimmed.entities, detection.detect(trimmed.text))
        trimmed.entities = _visibly_begun(trimmed.text, found)
    trimmed.entities, dropped = entities.limited(trimmed.entities)
    trimmed.warnings = marked.warnings
    if dropped:
        trimmed.warnings.append(f"{dropped} entities over the hundred are dropped silently")
    return trimmed


def message(
    value: str, parse_mode: str | None, given: object, *, edited: bool = False
) -> Formatted:
    """The text of a message: 1 to 4096 units after parsing.

    Raises:
        ApiError: "message text is empty", "text must be non-empty", "message is too long"
            ("MESSAGE_TOO_LONG" where it is ``edited``), or what is wrong with the entities.
    """
    if not value:
        raise bad_request("message text is empty")
    made = formatted(value, parse_mode, given)
    if not visible(made.text):
        raise bad_request("text must be non-empty")
    if units.length(made.text) > MESSAGE_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG" if edited else "message is too long")
    return made


def caption(
    value: str | None, parse_mode: str | None, given: object, *, edited: bool = False
) -> Formatted:
    """A caption: up to 1024 units after parsing; ``None`` is an empty one.

    Raises:
        ApiError: "message caption is too long" ("MEDIA_CAPTION_TOO_LONG" where it is ``edited``),
            or what is wrong with the entities.
    """
    made = formatted(value or "", parse_mode, given)
    if units.length(made.text) > CAPTION_LIMIT:
        raise bad_request("MEDIA_CAPTION_TOO_LONG" if edited else "message caption is too long")
    return made


def visible(text: str) -> bool:
    """Whether anything of the text can be seen."""
    return any(character not in _INVISIBLE for character in text)


def _marked(text: str, parse_mode: str | None, given: object) -> Formatted:
    mode = (parse_mode or "").lower()
    if mode == "html":
        try:
            parsed = html.parse(text)
        except html.HtmlError as error:
            raise bad_request(f"can't parse entities: {error}") from None
        warnings = [f"the server skips {one} without a word" for one in parsed.ignored]
        return Formatted(parsed.text, parsed.entities, warnings)
    if mode in {"markdown", "markdownv2"}:
        raise bad_request(f"parse_mode {parse_mode} is not read by the local Bot API; use HTML")
    if mode not in {"", "none"}:
        raise bad_request("unsupported parse_mode")
    return Formatted(text, [] if given is None else entities.given(given))


def _cleaned(text: str, marks: list[Entity]) -> tuple[str, list[Entity]]:
    """Control characters become spaces, carriage returns and direction overrides go."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise bad_request("Strings must be encoded in UTF-8") from None
    if not any(character in _REMOVED or character in _CONTROL for character in text):
        return text, marks
    moved, kept = [0], []
    for character in text:
        gone = character in _REMOVED
        kept.append("" if gone else " " if character in _CONTROL else character)
        moved.extend([moved[-1] + (0 if gone else 1)] * units.width(character))
        if not gone and units.width(character) > 1:
            moved[-1] += 1
    return "".join(kept), _moved(marks, lambda place: moved[place])


def _moved(marks: list[Entity], move: Any) -> list[Entity]:
    shifted = []
    for mark in marks:
        begin, stop = move(mark["offset"]), move(nesting.end(mark))
        if stop > begin:
            shifted.append({**mark, "offset": begin, "length": stop - begin})
    return shifted


def _trimmed(text: str, marks: list[Entity]) -> Formatted:
    """Spaces and line ends go at the end, and at the beginning up to the first entity."""
    solid = _visibly_begun(text, marks)
    starts = units.starts(text)
    ending = len(text.rstrip(" \n"))
    lead = len(text[:ending]) - len(text[:ending].lstrip(" \n"))
    if solid:
        lead = min(lead, starts.index(min(mark["offset"] for mark in solid)))
    last, first = starts[ending], starts[lead]
    kept = []
    for mark in solid:
        begin, stop = mark["offset"], min(nesting.end(mark), last)
        if begin < last:
            kept.append({**mark, "offset": begin - first, "length": stop - begin})
    return Formatted(text[lead:ending], nesting.nested(kept))


def _visibly_begun(text: str, marks: list[Entity]) -> list[Entity]:
    """No entity begins with white space or consists of it, but for those that carry data."""
    starts = units.starts(text)
    index = {start: place for place, start in enumerate(starts)}
    kept: list[Entity] = []
    for mark in marks:
        begin, stop = index[mark["offset"]], index[nesting.end(mark)]
        while begin < stop and text[begin] in " \n" and mark["type"] not in _CARRYING:
            begin += 1
        if begin < stop:
            offset = starts[begin]
            kept.append({**mark, "offset": offset, "length": starts[stop] - offset})
    return nesting.ordered(kept)
