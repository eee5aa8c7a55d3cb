"""What an app makes of what a person types or attaches."""

import mimetypes
from collections.abc import Sequence

from bot.localapi import text as texts
from bot.localapi import units
from bot.localapi.errors import ApiError, NotPossibleError
from bot.localapi.files import Media, Upload
from bot.localapi.html import Entity
from bot.localapi.world import World

File = bytes | tuple[str, bytes] | Upload
_NAMES = {
    "photo": "photo.jpg",
    "document": "file.bin",
    "voice": "voice.ogg",
    "sticker": "sticker.webp",
    "video": "video.mp4",
    "audio": "audio.mp3",
}


def typed(
    world: World, text: str, entities: Sequence[Entity] | None, *, empty: bool
) -> texts.Formatted:
    """The text as it is sent; ``empty``: it goes with a file, and need not be there.

    Raises:
        NotPossibleError: for nothing, or for more than one message.
    """
    limit = texts.CAPTION_LIMIT if empty else texts.MESSAGE_LIMIT
    try:
        made = texts.formatted(text, None, entities)
    except ApiError as error:
        raise NotPossibleError(error.description) from None
    if not empty and not texts.visible(made.text):
        raise NotPossibleError("an app sends no empty text")
    if units.length(made.text) > limit:
        raise NotPossibleError(
            f"longer than {limit} units: an app sends several messages (see pastes)"
        )
    made.entities = world.known(made.entities)
    return made


def kept(world: World, kind: str, file: File) -> Media:
    """The file, uploaded.

    Raises:
        NotPossibleError: for what the server does not take.
    """
    if isinstance(file, bytes):
        file = (_NAMES[kind], file)
    upload = file if isinstance(file, Upload) else Upload(file[0], file[1], _mime(file[0]))
    try:
        return world.files.add(kind, upload, duration=3)
    except ApiError as error:
        raise NotPossibleError(error.description) from None


def _mime(filename: str) -> str:
    return mimetypes.guess_type(filename)[0] or "application/octet-stream"
