"""The entities that a sender gives: read, and checked against the text."""

from collections.abc import Sequence
from typing import Any

from bot.localapi import links, nesting, units
from bot.localapi.errors import bad_request
from bot.localapi.html import Entity
from bot.localapi.values import whole

DETECTED = (
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bank_card",
)
_OWN = frozenset(
    {*nesting.SOFT, *nesting.QUOTES, *nesting.CODE, "text_link", "text_mention", "custom_emoji"}
)
_FARTHEST = 1_000_000
_LIMIT = 100


def given(raw: object) -> list[Entity]:
    """The ``entities`` argument of a call, read field by field.

    Detected kinds are dropped, since the server finds those itself.

    Raises:
        ApiError: as the server words it.
    """
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise bad_request("object expected as message entity")
    return [read for read in map(_one, raw) if read is not None]


def _one(raw: Any) -> Entity | None:
    prefix = "Can't parse MessageEntity: "
    if not isinstance(raw, dict):
        raise bad_request(f"{prefix}expected an Object")
    for name in ("type", "offset", "length"):
        if name not in raw:
            raise bad_request(f'{prefix}Can\'t find field "{name}"')
    kind = str(raw["type"])
    offset, size = whole(raw["offset"], "offset"), whole(raw["length"], "length")
    if kind in DETECTED:
        return None
    if kind not in _OWN:
        raise bad_request(f"{prefix}Unsupported type specified")
    for name, value in (("offset", offset), ("length", size)):
        if not 0 <= value <= _FARTHEST:
            raise bad_request(f"Receive an entity with incorrect {name} {value}")
    entity: Entity = {"type": kind, "offset": offset, "length": size}
    return {**entity, **_argument(kind, raw, prefix)} if size else None


def _argument(kind: str, raw: dict[str, Any], prefix: str) -> Entity:
    field = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}
    if kind == "pre" and raw.get("language"):
        return {"language": str(raw["language"])}
    if kind not in field:
        return {}
    name = field[kind]
    if name not in raw:
        raise bad_request(f'{prefix}Can\'t find field "{name}"')
    if kind == "custom_emoji" and not str(raw[name]).isdigit():
        raise bad_request(f'{prefix}Field "custom_emoji_id" must be a valid Number')
    if kind == "text_mention":
        if not isinstance(raw["user"], dict):
            raise bad_request(f"{prefix}expected an Object")
        return {"user": {"id": whole(raw["user"].get("id"), "id")}}
    if kind == "text_link":
        try:
            return {"url": links.check(str(raw[name]))}
        except links.WrongLinkError as wrong:
            raise bad_request(f"Entity {wrong}") from None
    return {name: str(raw[name])}


def check_bounds(text: str, entities: Sequence[Entity]) -> None:
    """Refuse what begins or ends outside of the text, or inside of a character.

    Raises:
        ApiError: as the server words it.
    """
    starts = units.starts(text)
    whole, allowed = starts[-1], set(starts)
    for entity in entities:
        offset, finish = entity["offset"], nesting.end(entity)
        if offset >= whole:
            raise bad_request(f"Entity begins after the end of the text at UTF-16 offset {offset}")
        if finish > whole:
            raise bad_request(
                f"Entity beginning at UTF-16 offset {offset} ends after the end of the text "
                f"at UTF-16 offset {finish}"
            )
        if offset not in allowed:
            raise bad_request(
                "Entity begins in a middle of a UTF-16 symbol at byte offset "
                f"{_byte(text, starts, offset)}"
            )
        if finish not in allowed:
            raise bad_request(
                f"Entity beginning at UTF-16 offset {offset} ends in a middle of a UTF-16 symbol "
                f"at byte offset {_byte(text, starts, finish)}"
            )


def _byte(text: str, starts: list[int], unit: int) -> int:
    place = next(index for index, start in enumerate(starts) if start > unit)
    return len(text[:place].encode("utf-8", "surrogatepass"))


def limited(entities: list[Entity]) -> tuple[list[Entity], int]:
    """At most a hundred of the sender's own, and how many the server drops silently.

    Links, code and quotes come first; bold and the like share what is left of the hundred.
    """
    own = [one for one in entities if one["type"] not in (*DETECTED, "custom_emoji")]
    own.sort(key=lambda one: one["type"] in nesting.SOFT)
    gone = {id(one) for one in own[_LIMIT:]}
    return [one for one in entities if id(one) not in gone], len(gone)
