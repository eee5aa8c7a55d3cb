"""The configuration: environment variables, or ``.env`` in the current folder.

It is read once, at the start; nothing else looks at the environment. A variable of the environment
goes before the same one in ``.env``; an empty value counts as not set. Each field's name in
capitals is the variable's.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, get_args
from urllib.parse import urlsplit

from bot import envfile

ENV_FILE: Final = Path(".env")
_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
_SESSION = re.compile(r"[a-z0-9-]{1,40}")
_SECRET = re.compile(r"[\w-]{1,256}", re.ASCII)
MOST_KEPT: Final = 3660
_PORTS = range(1, 65536)

Level = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
Format = Literal["text", "json"]


class SettingsError(Exception):
    """What is wrong with the configuration: a sentence for each variable, never its secrets."""

    def __init__(self, problems: list[str]) -> None:
        """Carry ``problems``, of which there is at least one."""
        super().__init__("\n".join(problems))
        self.problems = problems


class Address(NamedTuple):
    """Where a server listens."""

    host: str
    port: int


class Secret:
    """A text that is shown as stars wherever it is printed."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Keep ``text``."""
        self._text = text

    def get_secret_value(self) -> str:
        """Return the text."""
        return self._text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return "Secret('**********')"


def _token(text: str) -> Secret:
    if not _TOKEN.fullmatch(text):
        raise ValueError("is not a token as @BotFather gives it: digits, a colon, then letters")
    return Secret(text)


def _root(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
        raise ValueError("takes an address such as http://localhost:8081")
    if parts.path.rstrip("/").endswith("/bot"):
        raise ValueError("takes the root of the server; the bot adds /bot itself")
    return text.rstrip("/")


def _webhook(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("takes the address that Telegram calls, such as https://example.org/asp")
    return text


def _session(text: str) -> str:
    if not _SESSION.fullmatch(text):
        raise ValueError("takes the id of a session, such as asp12")
    return text


def _ids(text: str) -> frozenset[int]:
    written = [each.strip() for each in text.split(",") if each.strip()]
    if not all(each.isascii() and each.isdecimal() and len(each) < 16 for each in written):
        raise ValueError("takes numbers with commas between them; /id tells a person's number")
    return frozenset(int(each) for each in written)


def _timezone(text: str) -> str:
    from data import zones

    place = zones.read(text).place
    if place is None:
        raise ValueError("takes a time zone or a city, such as Africa/Nairobi or Nairobi")
    return place.zone


def _hour(text: str) -> time:
    from data import hours

    hour = hours.read(text)
    if hour is None:
        raise ValueError("takes a time of day such as 19:00")
    return hour


def _secret(text: str) -> Secret:
    if not _SECRET.fullmatch(text):
        raise ValueError("takes 1 to 256 of the characters A-Z a-z 0-9 _ -")
    return Secret(text)


def _address(text: str) -> Address:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) not in _PORTS:
        raise ValueError("takes HOST:PORT, such as 127.0.0.1:8080")
    return Address(host.strip("[]"), int(port))


def _rate(text: str) -> float:
    try:
        rate = float(text)
    except ValueError:
        rate = 0.0
    if not 0 < rate <= 1000:
        raise ValueError("takes a number of messages a second, above 0 and up to 1000")
    return rate


def _kept(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= MOST_KEPT):
        raise ValueError(f"takes a number of nights, from 1 to {MOST_KEPT}")
    return int(text)


def _level(text: str) -> str:
    return _one_of(text.upper(), get_args(Level))


def _format(text: str) -> str:
    return _one_of(text.lower(), get_args(Format))


def _one_of(text: str, known: tuple[str, ...]) -> str:
    if text not in known:
        raise ValueError(f"takes {', '.join(known[:-1])} or {known[-1]}")
    return text


# What makes the value of each setting out of what is written, or raises ``ValueError``.
_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "telegram_token": _token,
    "telegram_api_url": _root,
    "database": Path,
    "session": _session,
    "owner_ids": _ids,
    "operator": str,
    "contact": str,
    "timezone": _timezone,
    "digest_time": _hour,
    "webhook_url": _webhook,
    "webhook_secret": _secret,
    "listen": _address,
    "health_listen": _address,
    "broadcast_rate": _rate,
    "backup_dir": Path,
    "backup_keep": _kept,
    "log_level": _level,
    "log_format": _format,
}
NAMES: Final = tuple(_READERS)
_LISTEN: Final = Address("127.0.0.1", 8080)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The configuration.

    ``telegram_api_url`` is the root of a Bot API server; None means Telegram's own. ``database``
    is relative to the current folder. ``owner_ids`` are the Telegram user ids of the owners. A new
    chat gets its digests at ``digest_time`` in ``timezone``, None for the venue's. With
    ``webhook_url`` the bot serves a webhook on ``listen`` instead of polling; without
    ``webhook_secret`` it makes one up at each start.
    ``health_listen`` is where ``/healthz`` and ``/metrics`` are served, None for nowhere.
    ``broadcast_rate`` is in messages a second. Every night a copy of the store goes to
    ``backup_dir``, None for no copies, where ``backup_keep`` of them stay. ``given`` names
    what was not left to the default.
    """

    telegram_token: Secret | None = None
    telegram_api_url: str | None = None
    database: Path = Path("var/aspbot.db")
    session: str | None = None
    owner_ids: frozenset[int] = frozenset()
    operator: str | None = None
    contact: str | None = None
    timezone: str | None = None
    digest_time: time = time(19)
    webhook_url: str | None = None
    webhook_secret: Secret | None = None
    listen: Address = _LISTEN
    health_listen: Address | None = None
    broadcast_rate: float = 29
    backup_dir: Path | None = None
    backup_keep: int = 14
    log_level: Level = "INFO"
    log_format: Format = "text"
    given: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown or logged."""
        held = (self.telegram_token, self.webhook_secret)
        return tuple(each.get_secret_value() for each in held if each)


def read(env_file: Path | None = ENV_FILE, **given: str) -> Settings:
    """Read the configuration from the environment and ``env_file``, which may be missing.

    What is ``given`` by name, as it would be written, goes before both.

    Raises:
        SettingsError: with everything that is wrong, by variable.
    """
    problems, written = envfile.read(env_file) if env_file else ([], {})
    values: dict[str, Any] = {}
    texts = {**_named(written), **_named(os.environ), **_named(given)}
    for name in (each for each in NAMES if each in texts):
        try:
            values[name] = _READERS[name](texts[name].strip())
        except ValueError as error:
            problems.append(f"{name.upper()} {error}.")
    problems += [_unknown(name, env_file) for name in _named(written) if name not in _READERS]
    if problems:
        raise SettingsError(problems)
    return Settings(**values, given=frozenset(values))


def _named(variables: Mapping[str, str | None]) -> dict[str, str]:
    """Return what is set by the names of the fields; an empty value counts as not set."""
    return {name.lower(): text for name, text in variables.items() if text}


def _unknown(name: str, env_file: Path | None) -> str:
    from difflib import get_close_matches

    known = [each.upper() for each in NAMES]
    like = get_close_matches(name.upper(), known, n=1)
    hint = f"Did you mean {like[0]}?" if like else f"There are {', '.join(known)}."
    return f"{name.upper()} in {env_file} is no setting of this version. {hint}"
