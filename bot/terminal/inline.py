"""Inline mode: results by number, and the one that is picked is pasted into the chat."""

from typing import Any

from bot.localapi import LocalApi
from bot.terminal.scene import Scene
from bot.terminal.screen import Screen


class Inline:
    """The results that are offered at the moment, if any."""

    def __init__(self, api: LocalApi, scene: Scene, screen: Screen) -> None:
        """Paste into the place of ``scene``."""
        self._api = api
        self._scene = scene
        self._screen = screen
        self._query = ""
        self._results: list[dict[str, Any]] = []

    @property
    def offered(self) -> int:
        """How many results there are to pick from."""
        return len(self._results)

    def forget(self) -> None:
        """Offer nothing any more."""
        self._results = []

    def asks(self, words: str) -> str:
        """Type words behind the bot's name; return the query's id."""
        self.forget()
        return self._api.types_inline(self._scene.person, words)

    def shows(self, query: str) -> None:
        """Write the results with their numbers."""
        answer = self._api.inline_answers.get(query)
        self._query = query
        self._results = answer.results if answer else []
        if answer and answer.button:
            self._screen.note("terminal.above_results", label=answer.button["text"])
        if not self._results:
            self._screen.note("terminal.no_results")
            return
        self._screen.line()
        for number, result in enumerate(self._results, 1):
            self._screen.result(number, _title(result), result.get("description", ""))
        self._screen.note("terminal.pick")

    def title(self, number: int) -> str | None:
        """Return the title of the result of that number; None where there is none."""
        return _title(self._results[number - 1]) if 1 <= number <= self.offered else None

    def picks(self, number: int) -> bool:
        """Paste the result of that number; False where there is none."""
        if self.title(number) is None:
            return False
        picked = self._results[number - 1]["id"]
        message = self._api.picks_inline(self._scene.person, self._query, picked, self._scene.place)
        self.forget()
        self._screen.message(message)
        return True


def _title(result: dict[str, Any]) -> str:
    return str(result.get("title") or result.get("caption") or result["id"])
