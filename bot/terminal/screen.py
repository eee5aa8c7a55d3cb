"""What the chat shows: the bot's messages, edits and alerts, and the terminal's own notes."""

import asyncio
from collections import deque
from pathlib import Path
from typing import Any

from bot.localapi import Alert, Happening, LocalApi, Message
from bot.terminal import buttons, files
from bot.terminal.printed import Printed, printed
from bot.terminal.scene import Scene
from bot.terminal.writing import Writer
from data import richtext
from data.locales.words import Words

_QUIET = "dim"
_PRESSED = "bold cyan"
_DELETED_SHOWN = 40
_BRIEF = 2


class Screen:
    """Watches the in-process Bot API and writes down what happened, in order.

    What happens is only noted when it happens; ``show`` writes it. So an output that is gone
    (``| head``) breaks the terminal's own loop and never a handler of the bot's.

    Attributes:
        shown: how many messages, edits and alerts were written.
        brief: whether of each message only its place and its first lines are written.
        arrived: set while something waits to be written.
    """

    def __init__(
        self, api: LocalApi, scene: Scene, writer: Writer, words: Words, folder: Path | None
    ) -> None:
        """Save the files that the bot sends in ``folder``; None saves none."""
        self._api = api
        self._scene = scene
        self._writer = writer
        self._words = words
        self._folder = folder
        self._happened: deque[Happening] = deque()
        self._saved: set[tuple[int, int, str]] = set()
        self.shown = 0
        self.brief = False
        self.arrived = asyncio.Event()
        api.watch(self._note_down)

    def _note_down(self, happening: Happening) -> None:
        self._happened.append(happening)
        self.arrived.set()

    def show(self) -> None:
        """Write what happened since the last time, and count it."""
        self.arrived.clear()
        while self._happened:
            self.shown += self._showed(self._happened.popleft())

    def _showed(self, happening: Happening) -> bool:
        match happening:
            case Happening(kind="sent" | "edited" as kind, message=Message() as message):
                self.message(message, edited=kind == "edited")
            case Happening(kind="deleted", message=Message() as message):
                start = message.content.split("\n")[0][:_DELETED_SHOWN]
                self.note("terminal.deleted", text=start)
            case Happening(kind="alert", query_id=str() as query):
                return self._alert(self._api.alerts[query])
            case _:
                return False
        return True

    def _alert(self, alert: Alert) -> bool:
        if alert.text:
            self.note("terminal.alert", text=alert.text)
        return bool(alert.text)

    def message(self, message: Message, *, edited: bool = False) -> None:
        """Write a message with its file, its links and its numbered buttons."""
        if self.brief:
            self._briefly(message)
            return
        self._writer.line()
        self._head(message, edited=edited)
        self._file(message)
        if message.content:
            self._writer.text(self.printed(message.content, message.entities))
        rows = buttons.of(message, self.bot)
        for line in buttons.lines(rows, self._writer.width, self._writer.measure):
            self._writer.line(line, _PRESSED)

    def _briefly(self, message: Message) -> None:
        first = [line for line in message.content.splitlines() if line][:_BRIEF]
        place = self._scene.name_of(message)
        self.note("terminal.brief", place=place, time=f"{message.date:%H:%M}", text=first[0])
        for line in first[1:]:
            self._writer.line(f"  {line}")

    def _head(self, message: Message, *, edited: bool) -> None:
        if not self._scene.is_here(message):
            self.note("terminal.elsewhere", place=self._scene.name_of(message))
        if message.via_bot is not None and message.sender is not None:
            self.note("terminal.via", name=message.sender.first_name, bot=self.bot)
        if edited:
            self.note("terminal.edited")

    def _file(self, message: Message) -> None:
        media = message.media
        if media is None or media.kind not in {"photo", "document"}:
            return
        known = (message.chat.id, message.message_id, media.file_id)
        if known in self._saved:
            return
        self._saved.add(known)
        name, size = files.sane(media.filename), self._words.number(files.kilobytes(media.data))
        if self._folder is None:
            self.note("terminal.file", name=name, size=size)
            return
        try:
            path = files.save(self._folder, name, media.data)
        except OSError as error:
            self.note("terminal.not_saved", name=name, why=error.strerror)
        else:
            self.note("terminal.saved", name=path.name, size=size)

    @property
    def bot(self) -> str:
        """The bot's username."""
        return self._api.bot.username or ""

    def printed(self, text: str, entities: list[dict[str, Any]]) -> Printed:
        """Prepare a message's text for writing."""
        return printed(text, entities, self.bot)

    def note(self, key: str, **arguments: object) -> None:
        """Say something that is the terminal's own, not the bot's."""
        rich = richtext.from_html(self._words(key, **arguments))
        marked = richtext.RichText(self._words.plain("terminal.mark")) + rich
        self._writer.text(
            printed(marked.text, [each.to_dict() for each in marked.entities], self.bot)
        )

    def line(self, line: str = "") -> None:
        """Write a line of the transcript as it is."""
        self._writer.line(line)

    def result(self, number: int, title: str, description: str) -> None:
        """Write one result of inline mode."""
        self._writer.line(f"[{number}] {title}", _PRESSED)
        for line in description.splitlines():
            self._writer.line(f"    {line}", _QUIET)
