"""Failures on request: answers other than the right one, and lines that are cut."""

from collections.abc import Callable
from dataclasses import dataclass

from telegram.error import NetworkError, TimedOut

from bot.localapi.errors import ApiError


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with a call.

    Either an answer (``code``, ``description``, ``retry_after`` in seconds,
    ``migrate_to_chat_id``), or an exception of the network, as ``HTTPXRequest`` raises it
    (``Fault.timeout()``, ``Fault.cut()``,
    ``Fault.dropped()``), or a body that is no JSON (``Fault.garbage()``).
    """

    code: int = 500
    description: str = "Internal Server Error"
    retry_after: int | None = None
    migrate_to_chat_id: int | None = None
    raises: Callable[[], Exception] | None = None
    body: bytes | None = None

    @classmethod
    def timeout(cls) -> "Fault":
        """No answer within the read timeout: ``telegram.error.TimedOut``."""
        return cls(code=0, description="Timed out", raises=TimedOut)

    @classmethod
    def cut(cls) -> "Fault":
        """No connection at all, so that nothing was sent: ``telegram.error.NetworkError``."""
        message = "httpx.ConnectError: All connection attempts failed"
        return cls(code=0, description=message, raises=lambda: NetworkError(message))

    @classmethod
    def dropped(cls) -> "Fault":
        """A line cut while the answer was awaited: nobody knows whether the call was taken."""
        message = "httpx.ReadError: Connection reset by peer"
        return cls(code=0, description=message, raises=lambda: NetworkError(message))

    @classmethod
    def flood(cls, seconds: int) -> "Fault":
        """Telegram's flood limit: 429 with ``retry_after``."""
        return cls(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

    @classmethod
    def garbage(cls, code: int = 502) -> "Fault":
        """A gateway's page instead of JSON."""
        return cls(code, "Bad Gateway", body=b"<html>502 Bad Gateway</html>")

    def error(self) -> ApiError:
        """The answer as the server's refusal."""
        parameters = {
            "retry_after": self.retry_after,
            "migrate_to_chat_id": self.migrate_to_chat_id,
        }
        given = {name: value for name, value in parameters.items() if value is not None}
        return ApiError(self.code, self.description, given)


@dataclass(slots=True)
class PlannedFault:
    """A fault that waits for its call."""

    fault: Fault
    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    after_acceptance: bool = False


class FaultPlan:
    """The faults still to come, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._planned: list[PlannedFault] = []

    def add(self, planned: PlannedFault) -> None:
        """Let ``planned`` happen to the next calls that it fits."""
        self._planned.append(planned)

    def clear(self) -> None:
        """From now on nothing goes wrong."""
        self._planned.clear()

    def take(self, method: str, chat_id: object) -> PlannedFault | None:
        """The fault that this call meets, if any; used up by one."""
        for planned in self._planned:
            if planned.method is None and method == "getUpdates":
                continue
            if planned.method is not None and planned.method.lower() != method.lower():
                continue
            if planned.chat_id is not None and str(planned.chat_id) != str(chat_id):
                continue
            if planned.times is not None:
                planned.times -= 1
                if planned.times <= 0:
                    self._planned.remove(planned)
            return planned
        return None
