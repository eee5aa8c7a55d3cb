"""The conversation: each line that is typed becomes what a person does in Telegram's apps."""

import asyncio

from bot.localapi import LocalApi, Message
from bot.terminal import buttons, links
from bot.terminal.inline import Inline
from bot.terminal.scene import Scene
from bot.terminal.screen import Screen
from handlers.context import App
from schedules.rounds import Rounds

PATIENCE = 60.0


class Talk:
    """One chat with the bot, line by line."""

    def __init__(
        self, api: LocalApi, application: App, scene: Scene, screen: Screen, rounds: Rounds
    ) -> None:
        """Talk in ``scene``, show it on ``screen``, and let ``rounds`` deliver what is due."""
        self.api = api
        self.rounds = rounds
        self.scene = scene
        self.screen = screen
        self._application = application
        self.inline = Inline(api, scene, screen)
        self._told_about_groups = False

    async def says(self, text: str) -> None:
        """Send a text where the one who speaks is."""
        place, person = self.scene.place, self.scene.person
        self.api.pastes(person, place, text)
        await self.heard(expected=self.scene.in_private or text.startswith("/"))
        if not self.scene.in_private and not text.startswith("/"):
            self._tell_about_groups()

    def _tell_about_groups(self) -> None:
        if not self._told_about_groups:
            self._told_about_groups = True
            self.screen.note("terminal.groups", bot=self.screen.bot)

    async def heard(self, *, expected: bool = True) -> None:
        """Wait until the bot has done all that it does, and show it.

        Where an answer is ``expected`` and none came, say so.
        """
        before = self.screen.shown
        try:
            async with asyncio.timeout(PATIENCE):
                await self.api.settled(self._application)
                await self.rounds.settle()
        except TimeoutError:
            self.screen.note("terminal.slow")
        self.screen.show()
        if expected and self.screen.shown == before:
            self.screen.note("terminal.silence")

    # -- buttons

    async def presses(self, number: int) -> None:
        """Press a button of the last message with buttons, or pick a result."""
        if self.inline.offered:
            if not self.inline.picks(number):
                self.screen.note("terminal.no_result", number=number, last=self.inline.offered)
            await self.heard(expected=False)
            return
        message = self.last_with_buttons()
        if message is None:
            self.screen.note("terminal.no_buttons", number=number)
            return
        every = [button for row in buttons.of(message, self.screen.bot) for button in row]
        if 1 <= number <= len(every):
            await self._does(message, every[number - 1], number)
        else:
            self.screen.note("terminal.no_button", number=number, last=len(every))

    def last_with_buttons(self) -> Message | None:
        """Return the message whose buttons the numbers press."""
        standing = self.api.messages(self.scene.place)
        rows = (each for each in reversed(standing) if buttons.of(each, self.screen.bot))
        return next(rows, None)

    async def _does(self, message: Message, button: buttons.Button, number: int) -> None:
        match button.does:
            case "tap":
                self.api.taps(self.scene.person, message, {"callback_data": button.value})
                await self.heard()
            case "start":
                self.scene.go("private")
                self.screen.note("terminal.opens", command=button.value)
                await self.says(button.value)
            case "say":
                await self.says(button.value)
            case "share":
                shared = self.scene.places[button.value]
                self.screen.note("terminal.shares", place=button.value)
                self.api.shares_chat(self.scene.person, self.scene.place, button.label, shared)
                await self.heard()
            case "ask_here" | "ask_elsewhere":
                await self.asks_inline(button.value)
            case "open" if passed_on := links.passed_on(button.value):
                self.screen.note("terminal.pass_on", label=button.label, text=passed_on)
            case "open" | "copy":
                self.screen.note(f"terminal.{button.does}", label=button.label, text=button.value)
            case _:
                self.screen.note("terminal.no_such_act", number=number, label=button.label)

    async def asks_inline(self, words: str) -> None:
        """Type ``@asp_bot words`` and show what is offered."""
        query = self.inline.asks(words)
        await self.heard(expected=False)
        self.inline.shows(query)
