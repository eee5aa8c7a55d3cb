"""One call: what came in over the client library, and the answer in Telegram's form."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram.request import RequestData

from bot.localapi.errors import ApiError
from bot.localapi.files import Upload

OK = 200


@dataclass(slots=True)
class Call:
    """One thing that the bot asked of the server.

    ``result_or_error`` is the JSON result, an ``ApiError``, or the ``Fault`` that it met.
    """

    method: str
    parameters: dict[str, Any]
    at: datetime
    result_or_error: Any = None
    accepted: bool = False

    def repeats(self, earlier: "Call") -> bool:
        """Whether this asks for the same thing again."""
        return (self.method, self.parameters) == (earlier.method, earlier.parameters)


def as_answer(outcome: Any) -> tuple[int, bytes]:
    """Status and body for a result or a refusal."""
    if not isinstance(outcome, ApiError):
        return OK, json.dumps({"ok": True, "result": outcome}).encode()
    answer: dict[str, Any] = {
        "ok": False,
        "error_code": outcome.code,
        "description": outcome.description,
    }
    if outcome.parameters:
        answer["parameters"] = outcome.parameters
    return outcome.code, json.dumps(answer).encode()


def uploads_of(request_data: RequestData | None) -> dict[str, Upload]:
    """The files of a request by the name of their part."""
    if request_data is None or not request_data.contains_files:
        return {}
    uploads = {}
    for part, (filename, content, mime) in request_data.multipart_data.items():
        data = content if isinstance(content, bytes) else content.read()
        uploads[part] = Upload(filename, data, mime)
    return uploads
