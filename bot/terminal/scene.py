"""Who is there and where they talk: the people and chats of ``aspbot chat``."""

from zlib import crc32

from bot.localapi import Account, LocalApi, Message, Place

OWNER_ID = 1000
TOPIC = "Digest"
_KNOWN = {"owner": OWNER_ID, "ann": 1001, "bo": 1002}
_FIRST_OTHER = 1_000_000


class Scene:
    """The cast, who speaks, and where.

    A person's id follows from the name, so that the same name is the same person the next time.
    ``team`` is a group that the owner administers, ``forum`` one with topics, ``channel`` a
    channel of the owner's; private chats are each person's own.
    """

    def __init__(self, api: LocalApi, speaker: str) -> None:
        """Set the scene and let ``speaker`` speak in private."""
        self.api = api
        self.people: dict[str, Account] = {}
        owner = self.named("owner")
        members = [self.named("ann"), self.named("bo")]
        forum = api.forum("Forum", [TOPIC], owner=owner, members=members)
        self.places: dict[str, Place] = {
            "team": api.supergroup("Team", owner=owner, members=members),
            "forum": forum.topic(TOPIC),
            "channel": api.channel("Channel", owner=owner),
        }
        self.person = self.named(speaker)
        self._place: str | None = None

    def named(self, name: str, language: str = "en") -> Account:
        """Return the person of that name, who is there from then on."""
        key = name.casefold()
        if key not in self.people:
            number = _KNOWN.get(key, _FIRST_OTHER + crc32(key.encode()))
            self.people[key] = self.api.person(
                name[:1].upper() + name[1:], id=number, language_code=language
            )
        return self.people[key]

    def speak_as(self, name: str) -> None:
        """Let somebody else speak, in the same place."""
        self.person = self.named(name)

    def go(self, name: str) -> bool:
        """Go to a place; False where there is none of that name."""
        if name != "private" and name not in self.places:
            return False
        self._place = None if name == "private" else name
        return True

    @property
    def place(self) -> Place:
        """Where the one who speaks is."""
        return self.places[self._place] if self._place else self.api.private(self.person)

    @property
    def in_private(self) -> bool:
        """Whether the one who speaks is alone with the bot."""
        return self._place is None

    @property
    def here(self) -> str:
        """The name of that place."""
        return self._place or "private"

    @property
    def every(self) -> list[str]:
        """The names of all places."""
        return ["private", *self.places]

    @property
    def speaker(self) -> str:
        """The name of the one who speaks, as it is typed."""
        return next(name for name, each in self.people.items() if each is self.person)

    @property
    def known(self) -> list[str]:
        """The names of those who are there."""
        return list(self.people)

    def is_here(self, message: Message) -> bool:
        """Whether a message stands where the one who speaks is."""
        place = self.place
        return message.chat is place.chat and message.thread_id == place.thread_id

    def name_of(self, message: Message) -> str:
        """Name the place where a message stands."""
        for name, place in self.places.items():
            if message.chat is place.chat:
                return name
        return message.chat.person.first_name if message.chat.person else message.chat.title or ""
