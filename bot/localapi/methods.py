"""The table of the Bot API's methods, and what a call brings along."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.localapi.errors import bad_request
from bot.localapi.files import Upload
from bot.localapi.world import World


class Parameters:
    """The parameters of one call, and the files uploaded with it."""

    def __init__(self, values: Mapping[str, Any], uploads: Mapping[str, Upload]) -> None:
        self.values = values
        self.uploads = uploads

    def text(self, name: str, default: str = "") -> str:
        """A string; empty where it is missing."""
        value = self.values.get(name)
        return default if value is None else str(value)

    def maybe(self, name: str) -> str | None:
        """A string, or ``None`` where it is missing."""
        value = self.values.get(name)
        return None if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number.

        Raises:
            ApiError: 400 for anything else.
        """
        value = self.values.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        """A Boolean; false where it is missing."""
        value = self.values.get(name, False)
        return value.lower() in {"true", "yes", "1"} if isinstance(value, str) else bool(value)

    def json(self, name: str) -> Any:
        """A list or an object, also where it came as JSON text; ``None`` where it is missing.

        Raises:
            ApiError: 400 for text that is no JSON.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def mapping(self, name: str) -> dict[str, Any] | None:
        """A JSON object, or ``None`` where it is missing.

        Raises:
            ApiError: 400 for anything else.
        """
        read: dict[str, Any] | None = self._shaped(name, dict)
        return read

    def array(self, name: str) -> list[Any] | None:
        """A JSON array, or ``None`` where it is missing.

        Raises:
            ApiError: 400 for anything else.
        """
        read: list[Any] | None = self._shaped(name, list)
        return read

    def _shaped(self, name: str, shape: type) -> Any:
        value = self.json(name)
        if value is None or isinstance(value, shape):
            return value
        raise bad_request(f"can't parse {name} JSON object")

    def upload(self, name: str, value: object) -> Upload | None:
        """The file that belongs to a field: uploaded under its name, or as ``attach://…``."""
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return self.uploads.get(name) if value is None else None


Method = Callable[[World, Parameters], Any | Awaitable[Any]]
METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register what answers to a method of the Bot API; names are read without case."""

    def register(function: Method) -> Method:
        METHODS[name.lower()] = function
        return function

    return register
