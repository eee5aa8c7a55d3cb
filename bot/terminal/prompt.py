"""Where lines come from at a terminal: a prompt with history and completion."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.patch_stdout import patch_stdout

from bot.terminal.commands import offered
from bot.terminal.scene import Scene
from bot.terminal.screen import Screen
from data.locales.words import Words


class Commands(Completer):
    """Completes commands, and the names behind the terminal's own."""

    def __init__(self, scene: Scene, words: Words) -> None:
        self._scene = scene
        self._words = words

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """Yield what begins with what was typed so far; prompt_toolkit calls this."""
        del complete_event
        return self._matching(document.text_before_cursor)

    def _matching(self, typed: str) -> Iterator[Completion]:
        for text, meaning in offered(self._scene, self._words):
            if typed and text.startswith(typed) and text != typed:
                yield Completion(text, start_position=-len(typed), display_meta=meaning)


class PromptedLines:
    """Asks for lines; what the bot sends meanwhile appears above the prompt."""

    def __init__(
        self, scene: Scene, screen: Screen, words: Words, history: Path | None, **streams: Any
    ) -> None:
        """Keep what was typed in ``history``; ``streams`` are prompt_toolkit's input and output."""
        self._scene = scene
        self._screen = screen
        self._words = words
        self._prompt: PromptSession[str] = PromptSession(
            history=_history(history),
            completer=Commands(scene, words),
            complete_while_typing=True,
            key_bindings=_keys(),
            **streams,
        )

    async def next(self) -> str | None:
        """Return the next line; None when the person is done."""
        while True:
            self._screen.line()
            try:
                with patch_stdout(raw=True):
                    return await self._prompt.prompt_async(self._who)
            except EOFError:
                return None
            except KeyboardInterrupt:
                self._screen.note("terminal.how_to_end")

    def _who(self) -> FormattedText:
        return FormattedText(
            [
                ("bold", self._scene.speaker),
                ("", " · "),
                ("", self._words.plain("terminal.prompt", place=self._scene.here)),
            ]
        )


def _history(path: Path | None) -> History:
    if path is None:
        return InMemoryHistory()
    try:
        path.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(path))


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("escape", "enter")
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys
