"""The methods that send files: a photo, a document and the like, or several as one album."""

from collections.abc import Sequence
from typing import Any

from bot.localapi import text
from bot.localapi.composing import deliver, prepared
from bot.localapi.errors import bad_request
from bot.localapi.files import Media
from bot.localapi.messages import Message
from bot.localapi.methods import Parameters, method
from bot.localapi.world import World

Json = dict[str, Any]
RIGHT = {
    "photo": "photos",
    "document": "documents",
    "voice": "voice notes",
    "audio": "music",
    "video": "videos",
    "video_note": "video notes",
    "animation": "animations",
    "sticker": "stickers",
}
_MOST = 10
_ALONE = frozenset({"document", "audio"})
_IN_ALBUMS = frozenset({"photo", "video", *_ALONE})


def media_of(world: World, given: Parameters, field: str, value: object, kind: str = "") -> Media:
    """The file of a call's field: uploaded now, or one that the server has.

    Raises:
        ApiError: 400 where there is none, or it is not of this kind.
    """
    kind = kind or field
    upload = given.upload(field, value)
    if upload is not None:
        return world.files.add(kind, upload, duration=given.integer("duration"))
    if not isinstance(value, str) or not value or value.startswith("attach://"):
        raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
    return world.files.again(kind, value)


def _register(kind: str) -> None:
    @method("send" + "".join(part.capitalize() for part in kind.split("_")))
    def send(world: World, given: Parameters) -> Json:
        described = text.caption(
            given.maybe("caption"), given.maybe("parse_mode"), given.json("caption_entities")
        )
        media = media_of(world, given, kind, given.values.get(kind))
        message = prepared(world, given, RIGHT[kind])
        world.warn(f"send {kind}", described.warnings)
        message.media = media
        message.caption, message.entities = described.text, world.known(described.entities)
        return deliver(world, message)


for _kind in RIGHT:
    _register(_kind)


@method("sendMediaGroup")
def send_media_group(world: World, given: Parameters) -> list[Json]:
    """``sendMediaGroup``: 2 to 10 files as one album; one alone goes as a plain message."""
    items = given.array("media") or []
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > _MOST:
        raise bad_request("too many messages to send as an album")
    if len(items) == 1:
        world.warn("sendMediaGroup", ["an album has 2 to 10 files"])
    if not all(isinstance(item, dict) for item in items):
        raise bad_request("can't parse InputMedia: expected an Object")
    _check_mixture(items)
    group = str(next(world.query_ids)) if len(items) > 1 else None
    messages = [_item(world, given, item, group) for item in items]
    return [deliver(world, message) for message in messages]


def _check_mixture(items: Sequence[Json]) -> None:
    kinds = [str(item.get("type")) for item in items]
    for kind in kinds:
        if kind not in _IN_ALBUMS:
            raise bad_request(
                f"can't parse InputMedia: type \"{kind}\" can't be used in sendMediaGroup"
            )
        if kind in _ALONE and len(set(kinds)) > 1:
            raise bad_request(f"{kind} can't be mixed with other media types")


def _item(world: World, given: Parameters, item: Json, group: str | None) -> Message:
    described = text.caption(
        item.get("caption"), item.get("parse_mode"), item.get("caption_entities")
    )
    media = media_of(world, given, "media", item.get("media"), item["type"])
    message = prepared(world, given, RIGHT[media.kind])
    world.warn("sendMediaGroup", described.warnings)
    message.media, message.media_group_id = media, group
    message.caption, message.entities = described.text, world.known(described.entities)
    return message
