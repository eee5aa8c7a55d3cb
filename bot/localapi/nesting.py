"""How entities nest: the server's own rules, as its open-source library states them.

Code and links ("solid") never overlap each other; quotes may hold them; bold and the like
("soft") lie innermost, cut at every border of the others, joined where they touch.
"""

from collections.abc import Iterable

from bot.localapi.html import Entity

SOFT = ("bold", "italic", "underline", "strikethrough", "spoiler")
QUOTES = ("blockquote", "expandable_blockquote")
CODE = ("pre", "code")
_PRIORITY = {"pre": 11, "code": 20, "text_link": 49, "text_mention": 49, "custom_emoji": 99}
_PRIORITY |= dict.fromkeys(QUOTES, 0) | {kind: 90 + place for place, kind in enumerate(SOFT)}
_BETWEEN = 50
_EVERYTHING = 1_000_000_000


def end(entity: Entity) -> int:
    """The unit after the entity's last."""
    return int(entity["offset"]) + int(entity["length"])


def ordered(entities: Iterable[Entity]) -> list[Entity]:
    """By beginning, the longer first, then by kind: the order in which the server gives them."""
    return sorted(
        entities,
        key=lambda one: (one["offset"], -one["length"], _PRIORITY.get(one["type"], _BETWEEN)),
    )


def nested(entities: Iterable[Entity]) -> list[Entity]:
    """Entities as they may stand in a message: the wrong ones dropped, the soft ones cut."""
    together = ordered(entities)
    if _well_nested(together):
        return together
    quotes = disjoint(one for one in together if one["type"] in QUOTES)
    solid = disjoint(one for one in together if _is_solid(one))
    solid = [one for one in solid if not any(_crosses(one, quote) for quote in quotes)]
    return _recut([one for one in together if one["type"] in SOFT], ordered([*solid, *quotes]))


def merged(entities: list[Entity], found: Iterable[Entity]) -> list[Entity]:
    """The sender's entities with those found in the text that cross no link and no code."""
    quotes = [one for one in entities if one["type"] in QUOTES]
    solid = [one for one in entities if _is_solid(one)]
    added = [
        one
        for one in found
        if all(_apart(one, other) for other in solid)
        and not any(_crosses(one, quote) for quote in quotes)
    ]
    if not added:
        return entities
    soft = [one for one in entities if one["type"] in SOFT]
    return _recut(soft, ordered([*solid, *added, *quotes]))


def disjoint(entities: Iterable[Entity]) -> list[Entity]:
    """Those that begin where the one before has ended; the entities come in order."""
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity["offset"] >= end(kept[-1]):
            kept.append(entity)
    return kept


def _is_solid(entity: Entity) -> bool:
    return entity["type"] not in SOFT and entity["type"] not in QUOTES


def _apart(one: Entity, other: Entity) -> bool:
    return end(one) <= int(other["offset"]) or int(one["offset"]) >= end(other)


def _crosses(entity: Entity, quote: Entity) -> bool:
    """Whether the two overlap otherwise than by the entity lying inside of the quote."""
    inside = quote["offset"] <= entity["offset"] and end(entity) <= end(quote)
    return not _apart(entity, quote) and not inside


def _well_nested(entities: list[Entity]) -> bool:
    """Whether the server leaves these as they are."""
    stack: list[Entity] = []
    ends = dict.fromkeys(SOFT, -1)
    for entity in entities:
        while stack and entity["offset"] >= end(stack[-1]):
            stack.pop()
        if stack and not _may_hold(stack, entity):
            return False
        kind = entity["type"]
        if kind in SOFT:
            if ends[kind] >= entity["offset"]:
                return False
            ends[kind] = end(entity)
        stack.append(entity)
    return True


def _may_hold(stack: list[Entity], entity: Entity) -> bool:
    around = {one["type"] for one in stack}
    if end(entity) > end(stack[-1]) or entity["type"] in around:
        return False
    if around & {*CODE, *SOFT}:
        return False
    if entity["type"] in CODE:
        return around <= set(QUOTES)
    solid_around = any(_is_solid(one) for one in stack)
    if entity["type"] in QUOTES:
        return not around & set(QUOTES) and not solid_around
    return entity["type"] in SOFT or not solid_around


def _recut(soft: list[Entity], others: list[Entity]) -> list[Entity]:
    cutter = _Cutter(soft)
    stack: list[Entity] = []
    for other in others:
        cutter.up_to(int(other["offset"]), stack)
        stack.append(other)
    cutter.up_to(_EVERYTHING, stack)
    return ordered([*others, *cutter.pieces])


class _Cutter:
    """Cuts soft entities at the borders of the others, in one pass over the text."""

    def __init__(self, soft: list[Entity]) -> None:
        self._left = list(soft)
        self._open: dict[str, tuple[int, int]] = {}
        self.pieces: list[Entity] = []

    def up_to(self, offset: int, stack: list[Entity]) -> None:
        """Go on to ``offset``, leaving what ends before; nothing soft is kept inside of code."""
        while stack and offset >= end(stack[-1]):
            left = stack.pop()
            kept = len(self.pieces)
            self._advance(end(left))
            if left["type"] in CODE:
                del self.pieces[kept:]
        self._advance(offset)

    def _advance(self, offset: int) -> None:
        while self._left and self._left[0]["offset"] < offset:
            entity = self._left.pop(0)
            kind, begin, finish = entity["type"], int(entity["offset"]), end(entity)
            if kind in self._open and begin <= self._open[kind][1]:
                start, stop = self._open[kind]
                self._open[kind] = (start, max(stop, finish))
            else:
                self._flush(begin)
                self._open[kind] = (begin, finish)
        self._flush(offset)

    def _flush(self, offset: int) -> None:
        for kind in SOFT:
            if kind not in self._open or self._open[kind][0] >= offset:
                continue
            begin, finish = self._open.pop(kind)
            stop = min(finish, offset)
            self.pieces.append({"type": kind, "offset": begin, "length": stop - begin})
            if finish > offset:
                self._open[kind] = (offset, finish)
