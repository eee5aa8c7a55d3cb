"""The commands that are the terminal's own: who speaks, where, the clock, edits and replies."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.localapi import Message
from bot.terminal import typed
from bot.terminal.talk import Talk
from bot.terminal.timing import Timing
from data.locales.words import Words


class Local:
    """Does ``/as``, ``/in``, ``/tick``, ``/edit`` and ``/reply``."""

    def __init__(self, talk: Talk, timing: Timing, words: Words) -> None:
        """Change the scene of ``talk``, and move the clock of ``timing``."""
        self._talk = talk
        self._scene = talk.scene
        self._screen = talk.screen
        self._timing = timing
        self._words = words
        self._does: dict[str, Callable[[str], Awaitable[None]]] = {
            "as": self._as,
            "in": self._in,
            "tick": self._tick,
            "edit": self._edit,
            "reply": self._reply,
        }

    async def does(self, command: typed.Command) -> None:
        """Do what a command says."""
        await self._does[command.name](command.rest)

    async def _as(self, rest: str) -> None:
        name = rest.removeprefix("@")
        if not name.isidentifier():
            self._screen.note("terminal.as_whom", people=self._words.listed(self._scene.known))
            return
        self._scene.speak_as(name)
        self._screen.note("terminal.speaks", name=self._scene.speaker, place=self._scene.here)

    async def _in(self, rest: str) -> None:
        if self._scene.go(rest.casefold()):
            key = "terminal.speaks" if self._scene.in_private else "terminal.speaks_in_group"
            self._screen.note(key, name=self._scene.speaker, place=self._scene.here)
        else:
            self._screen.note("terminal.in_where", places=self._words.listed(self._scene.every))

    async def _tick(self, rest: str) -> None:
        step = typed.step(rest)
        if not self._timing.settable:
            self._screen.note("terminal.no_tick")
        elif step is None:
            self._screen.note("terminal.tick_how")
        else:
            await self._passes(step)

    async def _passes(self, step: timedelta) -> None:
        """Let time pass, from one moment at which something falls due to the next."""
        target = self._timing.clock.now() + step
        following = await self._talk.rounds.settle()
        while following is not None and following <= target:
            self._timing.move_to(following)
            await self._tells_time()
            following = await self._talk.rounds.settle()
        self._timing.move_to(target)
        await self._tells_time()

    async def _tells_time(self) -> None:
        self._screen.note("terminal.now", time=self._timing.told(self._words))
        await self._talk.heard(expected=False)

    async def _edit(self, rest: str) -> None:
        mine = [each for each in self._standing() if each.sender is self._scene.person]
        typed_here = [each for each in mine if each.via_bot is None]
        if not typed_here or not rest:
            self._screen.note("terminal.edit_what")
            return
        self._talk.api.edits(self._scene.person, typed_here[-1], rest)
        await self._talk.heard(expected=False)

    async def _reply(self, rest: str) -> None:
        theirs = [each for each in self._standing() if each.sender is self._talk.api.bot]
        if not theirs or not rest:
            self._screen.note("terminal.reply_what")
            return
        self._talk.api.says(self._scene.person, self._scene.place, rest, reply_to=theirs[-1])
        await self._talk.heard()

    def _standing(self) -> list[Message]:
        return self._talk.api.messages(self._scene.place)
