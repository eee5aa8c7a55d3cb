"""What people send besides text: files, photos, albums, and what a link into the bot sends."""

from collections.abc import Sequence
from urllib.parse import parse_qs, urlsplit

from bot.localapi.acts import Acts
from bot.localapi.app_input import File
from bot.localapi.chats import MEMBER, Place
from bot.localapi.errors import NotPossibleError
from bot.localapi.links import START
from bot.localapi.messages import Message
from bot.localapi.people import Account
from bot.localapi.standing import set_standing


class Posts(Acts):
    """The part of ``LocalApi`` by which people send files and follow links."""

    def sends_file(
        self, who: Account, place: Place, filename: str, data: bytes, caption: str = ""
    ) -> Message:
        """Send a document."""
        return self.says(who, place, caption, document=(filename, data))

    def sends_photo(self, who: Account, place: Place, data: bytes, caption: str = "") -> Message:
        """Send a photo."""
        return self.says(who, place, caption, photo=data)

    def sends_voice(self, who: Account, place: Place, data: bytes = b"OggS") -> Message:
        """Send a voice message."""
        return self.says(who, place, voice=data)

    def sends_sticker(self, who: Account, place: Place, data: bytes = b"RIFF") -> Message:
        """Send a sticker."""
        return self.says(who, place, sticker=data)

    def sends_album(
        self, who: Account, place: Place, photos: Sequence[File], caption: str = ""
    ) -> list[Message]:
        """Send photos as one album, the caption under the first: one message each."""
        group = str(next(self.world.query_ids))
        return [
            self.says(who, place, "" if number else caption, photo=photo, media_group_id=group)
            for number, photo in enumerate(photos)
        ]

    def starts(self, who: Account, payload: str = "") -> Message:
        """Press *Start* (or *Restart*, which unblocks) in the private chat with the bot.

        Raises:
            NotPossibleError: for a parameter that a link cannot carry.
        """
        if payload and not START.match(payload):
            raise NotPossibleError(f"no link carries {payload!r}: 1 to 64 of A-Z a-z 0-9 _ -")
        chat = self.world.private(who)
        if chat.blocked:
            set_standing(self.world, chat, self.world.bot, MEMBER, by=who)
        return self.says(who, Place(chat), f"/start {payload}".rstrip())

    def follows(self, who: Account, url: str) -> Message:
        """Open a link into the bot, ``https://t.me/…?start=…``, and press *Start*.

        Raises:
            NotPossibleError: for any other link.
        """
        parts = urlsplit(url)
        name = (self.world.bot.username or "").lower()
        if parts.hostname != "t.me" or parts.path.strip("/").lower() != name:
            raise NotPossibleError(f"{url} does not lead to @{name}")
        return self.starts(who, parse_qs(parts.query).get("start", [""])[0])
