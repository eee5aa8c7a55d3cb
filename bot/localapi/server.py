"""The door: what the client library posts comes in here, and the people's side beside it."""

import asyncio
import inspect
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from telegram.ext import Application
from telegram.request import BaseRequest, RequestData

# Each of these registers its methods in the table.
from bot.localapi import about, editing, fetching, profile, queries, removing, sending
from bot.localapi.errors import ApiError, not_found, unauthorized
from bot.localapi.fates import Fates
from bot.localapi.faults import Fault, FaultPlan, PlannedFault
from bot.localapi.files import Upload
from bot.localapi.methods import METHODS, Parameters
from bot.localapi.people import Account
from bot.localapi.places import Places
from bot.localapi.profile_store import Profile
from bot.localapi.tapping import Taps
from bot.localapi.world import Alert, Happening, InlineAnswer, World

MODULES = (about, editing, fetching, profile, queries, removing, sending)
_KEPT = 10_000
_OK = 200


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


class LocalApi(Places, Fates, Taps, BaseRequest):
    """Telegram's Bot API in this process, and the people who use it.

    Pass it as ``.request(api)`` and ``.get_updates_request(api)`` of an application's builder.

    Attributes:
        world: the server's whole state.
        calls: what the bot asked, in order, the last ten thousand; ``getUpdates`` left out.
        violations: what the real server would have swallowed without a word, such as entities
            beyond the hundredth.
        polled_at: when the bot last asked for updates.
        before: awaited before each call but ``getUpdates`` is handled: to hold calls back.
    """

    def __init__(
        self,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        username: str = "asp_bot",
        name: str = "ASP bot",
        bot_id: int = 1,
        *,
        privacy: bool = True,
    ) -> None:
        bot = Account(bot_id, name, username, is_bot=True)
        self.world = World(now=now, bot=bot, privacy=privacy)
        self.world.people[bot_id] = bot
        self.calls: list[Call] = []
        self.polled_at: datetime | None = None
        self.before: Callable[[Call], Awaitable[None]] | None = None
        self._faults = FaultPlan()
        self._revoked = False

    # -- what tests and the terminal look at

    @property
    def bot(self) -> Account:
        """The bot's own account."""
        return self.world.bot

    @property
    def pending(self) -> bool:
        """Whether updates wait that the bot has not confirmed."""
        return bool(self.world.updates.unconfirmed)

    @property
    def updates(self) -> list[dict[str, Any]]:
        """Those updates, as the Bot API gives them."""
        return list(self.world.updates.unconfirmed)

    @property
    def violations(self) -> list[str]:
        """What the real server would have swallowed silently."""
        return self.world.violations

    @property
    def alerts(self) -> dict[str, Alert]:
        """Answers to taps, by the id that ``taps`` gave."""
        return self.world.alerts

    @property
    def inline_answers(self) -> dict[str, InlineAnswer]:
        """Answers to inline queries, by the id that ``types_inline`` gave."""
        return self.world.inline_answers

    @property
    def profile(self) -> Profile:
        """Commands, descriptions and name, as the bot set them."""
        return self.world.profile

    def watch(self, watcher: Callable[[Happening], None]) -> None:
        """Call ``watcher`` at each message that the bot sends, edits or deletes, and each alert."""
        self.world.watchers.append(watcher)

    def called(self, method: str) -> list[Call]:
        """The calls of one method, in order."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    async def settled(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Wait until all updates are fetched and confirmed and every handler is done.

        Raises:
            RuntimeError: where nothing is polling, so that this would never end.
        """
        while True:
            if self.pending:
                if application.updater is None or not application.updater.running:
                    raise RuntimeError("updates are waiting, and the application does not poll")
                await self.world.updates.emptied()
            await application.update_queue.join()
            if not self.pending:
                return

    # -- what goes wrong

    def fail(
        self,
        fault: Fault,
        method: str | None = None,
        times: int | None = 1,
        *,
        after_acceptance: bool = False,
        chat_id: int | None = None,
    ) -> None:
        """Let the next calls meet a fault; ``times=None`` means for good.

        Without a method it is any but ``getUpdates``. ``after_acceptance``: the server does what
        it was asked, and only its answer is lost.
        """
        self._faults.add(PlannedFault(fault, method, chat_id, times, after_acceptance))

    def recover(self) -> None:
        """From now on no fault is left."""
        self._faults.clear()

    def revoke_token(self) -> None:
        """Answer everything with 401 from now on."""
        self._revoked = True
        self.world.updates.lose()

    # -- the transport

    @property
    def read_timeout(self) -> float | None:
        """Seconds; only told, since nothing here is slow."""
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        """Answer one request as Telegram does over HTTP.

        Raises:
            TelegramError: where a fault of the network was asked for.
        """
        del method, read_timeout, write_timeout, connect_timeout, pool_timeout
        if "/file/bot" in url:
            return self._download(url)
        name = url.rsplit("/", 1)[-1].partition("?")[0]
        values: dict[str, Any] = dict(request_data.parameters) if request_data else {}
        uploads = _uploads(request_data)
        call = Call(name, {**values, **uploads}, self.world.now())
        if name.lower() == "getupdates":
            self.polled_at = call.at
        else:
            self._note(call)
            await asyncio.sleep(0)
            if self.before is not None:
                await self.before(call)
        return await self._answered(call, Parameters(values, uploads))

    def _note(self, call: Call) -> None:
        self.calls.append(call)
        if len(self.calls) > _KEPT:
            del self.calls[0]

    async def _answered(self, call: Call, given: Parameters) -> tuple[int, bytes]:
        planned = self._faults.take(call.method, given.values.get("chat_id"))
        if planned is None or planned.after_acceptance:
            await self._perform(call, given)
        if planned is None:
            return _as_answer(call.result_or_error)
        call.result_or_error = planned.fault
        if planned.fault.raises is not None:
            raise planned.fault.raises()
        if planned.fault.body is not None:
            return planned.fault.code, planned.fault.body
        return _as_answer(planned.fault.error())

    async def _perform(self, call: Call, given: Parameters) -> None:
        try:
            call.result_or_error = await self._result(call.method, given)
            call.accepted = True
        except ApiError as error:
            call.result_or_error = error

    async def _result(self, name: str, given: Parameters) -> Any:
        if self._revoked:
            raise unauthorized()
        answering = METHODS.get(name.lower())
        if answering is None:
            self.world.violations.append(f"{name}: not offered by the local Bot API")
            raise not_found()
        result = answering(self.world, given)
        if inspect.isawaitable(result):
            result = await result
        if self._revoked:
            raise unauthorized()
        return result

    def _download(self, url: str) -> tuple[int, bytes]:
        path = url.split("/file/bot", 1)[1].partition("/")[2]
        content = None if self._revoked else self.world.files.content(path)
        return (_OK, content) if content is not None else _as_answer(not_found())


def _as_answer(outcome: Any) -> tuple[int, bytes]:
    if not isinstance(outcome, ApiError):
        return _OK, json.dumps({"ok": True, "result": outcome}).encode()
    answer: dict[str, Any] = {
        "ok": False,
        "error_code": outcome.code,
        "description": outcome.description,
    }
    if outcome.parameters:
        answer["parameters"] = outcome.parameters
    return outcome.code, json.dumps(answer).encode()


def _uploads(request_data: RequestData | None) -> dict[str, Upload]:
    """The files of a request by the name of their part."""
    if request_data is None or not request_data.contains_files:
        return {}
    uploads = {}
    for part, (filename, content, mime) in request_data.multipart_data.items():
        data = content if isinstance(content, bytes) else content.read()
        uploads[part] = Upload(filename, data, mime)
    return uploads
