"""Values inside of JSON, read as the server reads them."""

import re

from bot.localapi.errors import bad_request


def whole(value: object, name: str) -> int:
    """A whole number inside of JSON.

    Raises:
        ApiError: 400 for anything else.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,18}", value, re.ASCII):
        return int(value)
    raise bad_request(f'Field "{name}" must be a valid Number')
