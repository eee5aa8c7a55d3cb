"""The webhook: Telegram calls, this listens, and hands the updates to the inbox."""

import asyncio
import hmac
import json
import logging
import secrets
from http import HTTPStatus
from urllib.parse import urlsplit

from aiohttp import web
from telegram import WebhookInfo
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot import logs
from bot.hearing import Hearing
from bot.listening import listening
from bot.processing import inbox_of
from bot.settings import Address
from bot.trouble import Pause, Trouble, refuses_token, until_answered
from handlers.context import App
from handlers.gate import KINDS

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST = 1024 * 1024
BETWEEN_LOOKS = 60.0


class Webhook:
    """Receives updates for an application that is started and whose inbox is open."""

    def __init__(  # noqa: PLR0913 - all by name
        self,
        application: App,
        trouble: Trouble,
        hearing: Hearing,
        *,
        url: str,
        listen: Address,
        secret: str | None = None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        """Receive at ``url``, whose path is served on ``listen``.

        Without a ``secret`` one is made up; Telegram is told it at each start.
        """
        self._application = application
        self._inbox = inbox_of(application)
        self._trouble = trouble
        self._hearing = hearing
        self._url = url
        self._listen = listen
        self._secret = secret or secrets.token_urlsafe(32)
        self._pause = pause
        self._complaint = ""

    async def goes_on(self) -> None:
        """Listen until this task is cancelled; the webhook stays, so that updates wait for us.

        Raises:
            OSError: where the address cannot be listened on.
            BadRequest: where Telegram does not take the webhook's address.
            InvalidToken: where Telegram refuses the token.
        """
        async with listening(self.site(), self._listen):
            await until_answered(self._set, self._trouble, self._pause, final=(BadRequest,))
            while True:
                await self._look()
                await self._pause(BETWEEN_LOOKS)

    async def confirm(self) -> None:
        """Nothing to do: what was answered with 200 does not come again."""

    def site(self) -> web.Application:
        """Return what is served: one path."""
        site = web.Application(client_max_size=LARGEST)
        site.router.add_post(urlsplit(self._url).path or "/", self._receive)
        return site

    async def _receive(self, request: web.Request) -> web.Response:
        """Take one update, where the caller knows the secret; say so when it is kept."""
        given = request.headers.get(SECRET_HEADER, "")
        as_sent = given.encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(as_sent, self._secret.encode()):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError) as error:
            # Answered with 200 all the same: Telegram would send it again and again.
            logger.error("An update could not be read: %s", logs.told(error))  # noqa: TRY400
        else:
            await self._inbox.has_room()
            await self._inbox.take([update])
            self._hearing.heard()
        return web.Response()

    async def _set(self) -> None:
        await self._application.bot.set_webhook(
            self._url, allowed_updates=KINDS, secret_token=self._secret
        )

    async def _look(self) -> None:
        """Ask Telegram how it fares: the only way to hear of what does not arrive."""
        try:
            info = await self._application.bot.get_webhook_info()
        except TelegramError as error:
            if isinstance(error, InvalidToken) and refuses_token(error):
                raise
            self._trouble.met(error)
            return
        self._trouble.passed()
        complaint = self._complains(info)
        if complaint and complaint != self._complaint:
            logger.warning("Updates do not arrive: %s", complaint)
        elif not complaint:
            self._hearing.heard()
        self._complaint = complaint

    def _complains(self, info: WebhookInfo) -> str:
        if info.url != self._url:
            return "another program with the same token took the webhook away"
        return info.last_error_message or "" if info.pending_update_count else ""
