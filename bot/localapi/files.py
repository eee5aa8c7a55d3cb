"""Files on the server: kept as uploaded, found by id, fetched by path."""

import itertools
from dataclasses import dataclass, field
from typing import Any

from bot.localapi.errors import ApiError, bad_request, refused
from bot.localapi.pictures import picture_size

_UPLOAD_BYTES = 50 * 1024 * 1024
_DOWNLOAD_BYTES = 20 * 1024 * 1024
_FOLDERS = {"photo": "photos", "voice": "voice", "sticker": "stickers", "video": "videos"}
_TYPES = {"voice": "VoiceNote", "video_note": "VideoNote"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came with a call."""

    filename: str
    data: bytes
    mime: str = "application/octet-stream"

    def __repr__(self) -> str:
        return f"Upload({self.filename!r}, {len(self.data)} bytes)"


@dataclass(frozen=True, slots=True)
class Media:
    """A file as it stands in a message; ``kind`` is the Bot API's name of its field."""

    kind: str
    file_id: str
    unique_id: str
    path: str
    filename: str
    mime: str
    data: bytes = field(repr=False)
    width: int = 0
    height: int = 0
    duration: int = 0

    def wire(self) -> Any:
        """The value of the message's field named ``kind``."""
        base = {"file_id": self.file_id, "file_unique_id": self.unique_id}
        base_size = {**base, "file_size": len(self.data)}
        if self.kind == "photo":
            return [{**base_size, "width": self.width, "height": self.height}]
        named = {**base_size, "file_name": self.filename, "mime_type": self.mime}
        sized = {"width": self.width or 512, "height": self.height or 512}
        return {
            "document": named,
            "voice": {**base_size, "duration": self.duration, "mime_type": self.mime},
            "audio": {**named, "duration": self.duration},
            "video": {**named, **sized, "duration": self.duration},
            "animation": {**named, **sized, "duration": self.duration},
            "video_note": {**base_size, "length": 240, "duration": self.duration},
            "sticker": {
                **base_size,
                **sized,
                "type": "regular",
                "is_animated": False,
                "is_video": False,
                "emoji": "👍",
            },
        }[self.kind]


class FileStore:
    """All files that anybody has sent."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._by_id: dict[str, Media] = {}
        self._by_path: dict[str, Media] = {}

    def add(self, kind: str, upload: Upload, *, duration: int = 0) -> Media:
        """Keep an upload.

        Raises:
            ApiError: 400 or 413, as the server words it: empty, too big, or no picture.
        """
        if not upload.data:
            raise bad_request("file must be non-empty")
        if len(upload.data) > _UPLOAD_BYTES:
            raise ApiError(413, "Request Entity Too Large", breaks_rule=True)
        width, height = picture_size(upload.data) if kind == "photo" else (0, 0)
        number = next(self._numbers)
        ending = upload.filename.rpartition(".")[2] if "." in upload.filename else "bin"
        media = Media(
            kind=kind,
            file_id=f"local-{kind}-{number}",
            unique_id=f"unique-{number}",
            path=f"{_FOLDERS.get(kind, 'documents')}/file_{number}.{ending}",
            filename=upload.filename,
            mime=upload.mime,
            data=upload.data,
            width=width,
            height=height,
            duration=duration,
        )
        self._by_id[media.file_id] = self._by_path[media.path] = media
        return media

    def again(self, kind: str, file_id: str) -> Media:
        """A file sent before, by its id.

        Raises:
            ApiError: 400 for an unknown id, an address, or another kind of file.
        """
        if file_id.startswith(("http://", "https://")):
            raise bad_request("Failed to get HTTP URL content")
        media = self._by_id.get(file_id)
        if media is None:
            raise bad_request("wrong remote file identifier specified: can't unserialize it")
        if media.kind != kind:
            raise bad_request(f"can't use file of type {_type(media.kind)} as {_type(kind)}")
        return media

    def described(self, file_id: str) -> dict[str, Any]:
        """The answer to ``getFile``.

        Raises:
            ApiError: 400 for an unknown id, or for more than 20 MB.
        """
        if not file_id:
            raise bad_request("file_id not specified")
        media = self._by_id.get(file_id)
        if media is None:
            raise bad_request("invalid file_id")
        if len(media.data) > _DOWNLOAD_BYTES:
            raise refused("file is too big")
        return {
            "file_id": media.file_id,
            "file_unique_id": media.unique_id,
            "file_size": len(media.data),
            "file_path": media.path,
        }

    def content(self, path: str) -> bytes | None:
        """What a download of ``path`` gives; ``None`` for nothing."""
        media = self._by_path.get(path)
        return media.data if media else None


def _type(kind: str) -> str:
    """How the server calls a kind of file in its refusals."""
    return _TYPES.get(kind, kind.capitalize())
