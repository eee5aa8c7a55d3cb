"""Refusals, with the texts that Telegram's own server gives.

``ApiError`` is the only exception that a method of the Bot API raises here on purpose; the server
turns it into the HTTP answer from which the client library makes its own exception. On the
people's side ``NotPossibleError`` says what Telegram's apps would not let a person do.
"""

from collections.abc import Mapping


class ApiError(Exception):
    """A call that the server refuses.

    ``code`` is the HTTP status, ``description`` the text, ``parameters`` Telegram's
    ``ResponseParameters`` (``retry_after``, ``migrate_to_chat_id``). ``breaks_rule``: no server
    would take such a call from anybody at any time, so that the mistake is the bot's own.
    """

    def __init__(
        self,
        code: int,
        description: str,
        parameters: Mapping[str, int] | None = None,
        *,
        breaks_rule: bool = False,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})
        self.breaks_rule = breaks_rule


class NotPossibleError(ValueError):
    """What Telegram's apps would not let a person do; the text says why, in plain words."""


def _lowered(message: str) -> str:
    """The server writes the first letter small, unless the word is an upper-case code."""
    if len(message) > 1 and (message[1] == "_" or message[1].isupper()):
        return message
    return message[:1].lower() + message[1:]


def bad_request(message: str) -> ApiError:
    """A 400 for a call that breaks a rule, written as the server writes it."""
    return ApiError(400, f"Bad Request: {_lowered(message)}", breaks_rule=True)


def refused(message: str, parameters: Mapping[str, int] | None = None) -> ApiError:
    """A 400 that the state of things brings about: rights, what is gone, what is too old."""
    return ApiError(400, f"Bad Request: {_lowered(message)}", parameters)


def forbidden(message: str) -> ApiError:
    """A 403, written as the server writes it."""
    return ApiError(403, f"Forbidden: {message}")


def conflict(message: str) -> ApiError:
    """A 409, as ``getUpdates`` gives it."""
    return ApiError(409, f"Conflict: {message}")


def not_found() -> ApiError:
    """What an unknown method gets."""
    return ApiError(404, "Not Found: method not found", breaks_rule=True)


def file_not_found() -> ApiError:
    """What a download of nothing gets."""
    return ApiError(404, "Not Found")


def unauthorized() -> ApiError:
    """What a revoked token gets."""
    return ApiError(401, "Unauthorized")
