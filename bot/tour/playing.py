"""Playing the scenes: what a person does is typed, what the bot answers is shown."""

import logging
from datetime import datetime

from bot.localapi import Message
from bot.terminal import buttons
from bot.terminal.screen import Screen
from bot.terminal.talk import Talk
from bot.terminal.writing import Writer
from bot.tour.pace import Pace
from bot.tour.steps import (
    Adds,
    Asks,
    Looks,
    Passes,
    Picks,
    Returns,
    Scene,
    Sends,
    Step,
    Taps,
    Tells,
)
from data.clock import SettableClock
from data.locales.words import Words

logger = logging.getLogger(__name__)
_TITLE = "bold magenta"
_WHO = "bold"


class Player:
    """Plays scenes one after the other.

    A button or a result that is not there is passed over, so that a tour never stops half-way;
    ``missed`` holds the steps of which that is true.
    """

    def __init__(
        self, talk: Talk, writer: Writer, words: Words, pace: Pace, clock: SettableClock
    ) -> None:
        """Play on ``talk``, write between what its screen shows, and move ``clock``."""
        self._clock = clock
        self._talk = talk
        self._scene = talk.scene
        self._screen: Screen = talk.screen
        self._writer = writer
        self._words = words
        self._pace = pace
        self.missed: list[Step] = []

    async def plays(self, scene: Scene) -> None:
        """Play one scene."""
        self._scene.speak_as(scene.who)
        self._scene.go(scene.where)
        for step in scene.steps:
            await self._does(step)

    async def tells(self, key: str) -> None:
        """Write a line of the tour's own."""
        self._writer.line()
        self._writer.line(self._words.plain(key), _TITLE)
        await self._pace.rests(self._pace.reading / 2)

    async def _does(self, step: Step) -> None:
        match step:
            case Tells(key=key):
                await self.tells(key)
                return
            case Sends(text=text):
                await self._sends(text)
            case Asks(key=key):
                await self._sends(self._words.plain(key))
            case Looks(words=words):
                await self._types(f"@{self._screen.bot} {words}")
                await self._talk.asks_inline(words)
            case Taps() | Picks():
                await self._presses(step)
            case Adds(place=place):
                await self._adds(place)
            case Returns(moment=moment):
                self._clock.set(moment)
                return
            case Passes(until=until):
                await self._passes(until)
        await self._pace.rests(self._pace.reading)

    async def _adds(self, place: str) -> None:
        await self._types(self._words.plain("demo.adds", place=place))
        self._talk.api.add_bot(self._scene.places[place], self._scene.person, administrator=True)
        await self._talk.heard()

    async def _passes(self, until: datetime) -> None:
        """Let time pass from one moment at which something falls due to the next."""
        self._screen.brief = True
        shown = None
        while (due := await self._talk.rounds.settle()) is not None and due <= until:
            self._clock.set(max(due, self._clock.now()))
            if (today := self._clock.now().date()) != shown:
                self._writer.line(self._words.date(today), _TITLE)
                shown = today
            await self._talk.heard(expected=False)
            await self._pace.rests(self._pace.reading / 8)
        self._screen.brief = False

    async def _sends(self, text: str) -> None:
        await self._types(text)
        await self._talk.says(text)

    async def _presses(self, step: Taps | Picks) -> None:
        found = self._result(step) if isinstance(step, Picks) else self._button(step)
        if found is None:
            self.missed.append(step)
            logger.warning("The tour passed over %s", step)
            return
        number, label = found
        await self._types(f"[{number}] {label}")
        await self._talk.presses(number)

    def _result(self, step: Picks) -> tuple[int, str] | None:
        title = self._talk.inline.title(step.number)
        return (step.number, title) if title else None

    def _button(self, step: Taps) -> tuple[int, str] | None:
        message: Message | None = self._talk.last_with_buttons()
        rows = buttons.of(message, self._screen.bot) if message else []
        every = [button for row in rows for button in row]
        for number, button in enumerate(every, 1):
            if button.does == "tap" and button.value.startswith(step.data):
                return number, button.label
        return None

    async def _types(self, text: str) -> None:
        place = self._words.plain("terminal.prompt", place=self._scene.here)
        self._writer.line()
        self._writer.line(f"{self._scene.speaker} · {place}", _WHO, end="")
        if self._pace.character:
            for character in text:
                self._writer.line(character, end="")
                await self._pace.rests(self._pace.character)
            self._writer.line()
        else:
            self._writer.line(text)
        await self._pace.rests(self._pace.sending)
