"""The door: what the client library posts comes in here, and the people's side beside it."""

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from telegram.request import BaseRequest, RequestData

# Each of these registers its methods in the table.
from bot.localapi import (
    about,
    copying,
    editing,
    fetching,
    inline_queries,
    marking,
    profile,
    queries,
    removing,
    sending,
    sending_media,
)
from bot.localapi.calls import OK, Call, as_answer, uploads_of
from bot.localapi.controls import Controls
from bot.localapi.errors import ApiError, file_not_found, not_found, unauthorized
from bot.localapi.fates import Fates
from bot.localapi.faults import Fault, FaultPlan, PlannedFault
from bot.localapi.flood import FloodLimits
from bot.localapi.inline_typing import InlineTyping
from bot.localapi.memberships import Memberships
from bot.localapi.methods import METHODS, Parameters
from bot.localapi.people import Account
from bot.localapi.places import Places
from bot.localapi.posting import Posts
from bot.localapi.tapping import Taps
from bot.localapi.world import World

MODULES = (
    about,
    copying,
    editing,
    fetching,
    inline_queries,
    marking,
    profile,
    queries,
    removing,
    sending,
    sending_media,
)
logger = logging.getLogger(__name__)
_KEPT = 10_000


class LocalApi(Controls, Places, Memberships, Fates, Posts, Taps, InlineTyping, BaseRequest):
    """Telegram's Bot API in this process, and the people who use it.

    Pass it as ``.request(api)`` and ``.get_updates_request(api)`` of an application's builder.

    Attributes:
        world: the server's whole state.
        calls: what the bot asked, in order, the last ten thousand; ``getUpdates`` left out.
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
        self.faults = FaultPlan()
        self.limits: FloodLimits | None = None
        self.revoked = False

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
        uploads = uploads_of(request_data)
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
        planned = self._disturbance(call.method, given.values.get("chat_id"))
        if planned is None or planned.after_acceptance:
            await self._perform(call, given)
        if planned is None:
            return as_answer(call.result_or_error)
        call.result_or_error = planned.fault
        if planned.fault.raises is not None:
            raise planned.fault.raises()
        if planned.fault.body is not None:
            return planned.fault.code, planned.fault.body
        return as_answer(planned.fault.error())

    def _disturbance(self, method: str, chat_id: object) -> PlannedFault | None:
        planned = self.faults.take(method, chat_id)
        if planned is not None or self.limits is None:
            return planned
        flood = self.limits.take(method, chat_id)
        return PlannedFault(flood, method) if flood else None

    async def _perform(self, call: Call, given: Parameters) -> None:
        try:
            call.result_or_error = await self._result(call.method, given)
            call.accepted = True
        except ApiError as error:
            call.result_or_error = error
            if error.breaks_rule and not self._after_a_fault(call):
                self.world.warn(call.method, [error.description])
        except Exception as error:  # the library would take it for trouble in the network
            logger.exception("The local Bot API stumbled over %s", call.method)
            self.world.warn(call.method, [f"the local Bot API stumbled: {type(error).__name__}"])
            call.result_or_error = ApiError(500, "Internal Server Error")

    def _after_a_fault(self, call: Call) -> bool:
        """Whether an equal call met a fault before, so that the bot could not know its outcome."""
        return any(
            call.repeats(earlier) and isinstance(earlier.result_or_error, Fault)
            for earlier in self.calls
        )

    async def _result(self, name: str, given: Parameters) -> Any:
        if self.revoked:
            raise unauthorized()
        answering = METHODS.get(name.lower())
        if answering is None:
            raise not_found()
        result = answering(self.world, given)
        if inspect.isawaitable(result):
            result = await result
        if self.revoked:
            raise unauthorized()
        return result

    def _download(self, url: str) -> tuple[int, bytes]:
        path = url.split("/file/bot", 1)[1].partition("/")[2]
        content = None if self.revoked else self.world.files.content(path)
        return (OK, content) if content is not None else as_answer(file_not_found())
