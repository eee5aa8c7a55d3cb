"""The configuration: environment variables and ``.env``, as one frozen object.

Nothing else in the program reads the environment. A variable that is set in the environment goes
before the same one in ``.env``; an empty value counts as not set. Each field's name in capitals
is the variable's.
"""

import re
from datetime import time
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.envfile import looked_at
from data import hours, zones

ENV_FILE: Final = Path(".env")
_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)
_SESSION = re.compile(r"[a-z0-9-]{1,40}")
_SECRET = re.compile(r"[\w-]{1,256}", re.ASCII)
_PORTS = range(1, 65536)


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


def _token(token: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(token.get_secret_value()):
        raise ValueError("is not a token as @BotFather gives it: digits, a colon, then letters")
    return token


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


def _ids(given: Any) -> Any:
    if not isinstance(given, str):
        return given
    written = [each.strip() for each in given.split(",") if each.strip()]
    if not all(each.isascii() and each.isdecimal() and len(each) < 16 for each in written):
        raise ValueError("takes numbers with commas between them; /id tells a person's number")
    return frozenset(int(each) for each in written)


def _timezone(text: str) -> str:
    place = zones.read(text).place
    if place is None:
        raise ValueError("takes a time zone or a city, such as Africa/Nairobi or Nairobi")
    return place.zone


def _hour(given: Any) -> Any:
    hour = hours.read(given) if isinstance(given, str) else given
    if hour is None:
        raise ValueError("takes a time of day such as 19:00")
    return hour


def _secret(secret: SecretStr) -> SecretStr:
    if not _SECRET.fullmatch(secret.get_secret_value()):
        raise ValueError("takes 1 to 256 of the characters A-Z a-z 0-9 _ -")
    return secret


def _address(given: Any) -> Any:
    if not isinstance(given, str):
        return given
    host, _, port = given.strip().rpartition(":")
    if not host or not port.isdecimal() or int(port) not in _PORTS:
        raise ValueError("takes HOST:PORT, such as 127.0.0.1:8080")
    return Address(host.strip("[]"), int(port))


def _upper(given: Any) -> Any:
    return given.strip().upper() if isinstance(given, str) else given


def _lower(given: Any) -> Any:
    return given.strip().lower() if isinstance(given, str) else given


Level = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
Format = Literal["text", "json"]


class Settings(BaseSettings):
    """The configuration.

    ``telegram_api_url`` is the root of a Bot API server; None means Telegram's own. ``database``
    is relative to the current folder. ``owner_ids`` are the Telegram user ids of the owners. A new
    chat gets its digests at ``digest_time`` in ``timezone``, None for the venue's. With
    ``webhook_url`` the bot serves a webhook on ``listen`` instead of polling; without
    ``webhook_secret`` it makes one up at each start.
    ``health_listen`` is where ``/healthz`` and ``/metrics`` are served, None for nowhere.
    ``broadcast_rate`` is in messages a second.
    """

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        enable_decoding=False,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
        validate_default=False,
    )

    telegram_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    telegram_api_url: Annotated[str, AfterValidator(_root)] | None = None
    database: Path = Path("var/aspbot.db")
    session: Annotated[str, AfterValidator(_session)] | None = None
    owner_ids: Annotated[frozenset[int], BeforeValidator(_ids)] = frozenset()
    operator: str | None = None
    contact: str | None = None
    timezone: Annotated[str, AfterValidator(_timezone)] | None = None
    digest_time: Annotated[time, BeforeValidator(_hour)] = time(19)
    webhook_url: Annotated[str, AfterValidator(_webhook)] | None = None
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret)] | None = None
    listen: Annotated[Address, BeforeValidator(_address)] = Address("127.0.0.1", 8080)
    health_listen: Annotated[Address, BeforeValidator(_address)] | None = None
    broadcast_rate: Annotated[float, Field(gt=0, le=1000)] = 29
    log_level: Annotated[Level, BeforeValidator(_upper)] = "INFO"
    log_format: Annotated[Format, BeforeValidator(_lower)] = "text"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown or logged."""
        held = (self.telegram_token, self.webhook_secret)
        return tuple(each.get_secret_value() for each in held if each)


def read(env_file: Path = ENV_FILE) -> Settings:
    """Read the configuration from the environment and ``env_file``, which may be missing.

    Raises:
        SettingsError: with everything that is wrong, by variable.
    """
    problems, readable = looked_at(env_file)
    try:
        settings = Settings(_env_file=readable)
    except ValidationError as error:
        problems += [_said(each, env_file) for each in error.errors(include_input=False)]
    if problems:
        raise SettingsError(problems)
    return settings


def _said(error: ErrorDetails, env_file: Path) -> str:
    name = str(error["loc"][0]).upper()
    if error["type"] == "extra_forbidden":
        return _unknown(name, env_file)
    if error["type"] == "literal_error":
        return f"{name} takes {error['ctx']['expected'].replace(chr(39), '')}."
    if error["type"] == "value_error":
        return f"{name} {error['ctx']['error']}."
    return f"{name}: {error['msg']}."


def _unknown(name: str, env_file: Path) -> str:
    known = [field.upper() for field in Settings.model_fields]
    like = get_close_matches(name, known, n=1)
    hint = f"Did you mean {like[0]}?" if like else f"There are {', '.join(known)}."
    return f"{name} in {env_file} is no setting of this version. {hint}"
