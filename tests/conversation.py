"""A person's talk with the bot, over the real application and the in-process Bot API."""

from typing import Any

from bot.localapi import Account, LocalApi, Message, Place
from handlers.context import App


class Conversation:
    """One person in one chat; each act waits until the bot has done all that it does."""

    def __init__(self, api: LocalApi, application: App, person: Account, place: Place) -> None:
        """Let ``person`` talk in ``place``."""
        self.api = api
        self.application = application
        self.person = person
        self.place = place

    async def sends(self, text: str, **more: Any) -> Message:
        """Send a text and return what the bot answered last. Fails where it stayed silent."""
        return await self._answered(self.say(text, **more))

    async def hears_nothing_after(self, text: str, **more: Any) -> None:
        """Send a text, which the bot must not answer."""
        before = self.heard
        self.say(text, **more)
        await self.api.settled(self.application)
        assert self.heard == before

    def say(self, text: str, **more: Any) -> Message:
        """Send a text and wait for nothing."""
        return self.api.says(self.person, self.place, text, **more)

    async def taps(self, label: str) -> Message:
        """Tap the button that reads ``label``, or begins so, under the last message with any."""
        message = next(each for each in reversed(self.heard) if each.keyboard)
        button = next(
            each
            for row in message.keyboard
            for each in row
            if each["text"] == label or each["text"].startswith(label)
        )
        self.api.taps(self.person, message, button["callback_data"])
        await self.api.settled(self.application)
        return self.last

    async def opens(self, data: str) -> Message:
        """Tap a button that carries ``data``, though none such stands under the manual."""
        await self.sends("/help")
        self.api.taps(self.person, self.last, data, stale=True)
        await self.api.settled(self.application)
        return self.last

    async def _answered(self, sent: Message) -> Message:
        await self.api.settled(self.application)
        assert self.last.message_id > sent.message_id, "the bot stayed silent"
        return self.last

    @property
    def heard(self) -> list[Message]:
        """What the bot said here and still stands, in order."""
        bot = self.api.bot.id
        return [
            each for each in self.api.messages(self.place) if each.sender and each.sender.id == bot
        ]

    @property
    def last(self) -> Message:
        """The bot's last message here."""
        return self.heard[-1]

    @property
    def text(self) -> str:
        """The text of the bot's last message."""
        return self.last.content

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons of the bot's last message."""
        return [label for row in self.last.labels for label in row]

    @property
    def links(self) -> list[str]:
        """The addresses in the bot's last message."""
        return [entity["url"] for entity in self.last.entities if "url" in entity]
