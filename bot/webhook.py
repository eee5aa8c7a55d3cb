"""The webhook: Telegram calls, this listens, and hands the updates to the application."""

import asyncio
import hmac
import json
import logging
import re
import secrets
from collections.abc import Sequence
from http import HTTPStatus
from urllib.parse import urlsplit

from telegram import Update, WebhookInfo
from telegram.error import BadRequest, InvalidToken, TelegramError
from tornado.httpserver import HTTPServer
from tornado.web import Application as Site
from tornado.web import RequestHandler

from bot import logs
from bot.settings import Address
from bot.trouble import Pause, Trouble, refuses_token, until_answered
from handlers.context import App

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST = 1024 * 1024
BETWEEN_LOOKS = 60.0


class Receiver(RequestHandler):
    """Takes one update, where the caller knows the secret."""

    def initialize(self, application: App, secret: str) -> None:
        """Take what the site hands to each request."""
        self._bot_application = application
        self._secret = secret

    def post(self) -> None:
        """Queue the update of the body, and answer at once."""
        given = self.request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            self.set_status(HTTPStatus.FORBIDDEN)
            return
        try:
            update = Update.de_json(json.loads(self.request.body), self._bot_application.bot)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            # Answered with 200 all the same: Telegram would send it again and again.
            logger.error("An update could not be read: %s", logs.told(error))  # noqa: TRY400
        else:
            self._bot_application.update_queue.put_nowait(update)


class Webhook:
    """Receives updates for an application that is started."""

    def __init__(  # noqa: PLR0913 - all by name
        self,
        application: App,
        kinds: Sequence[str],
        trouble: Trouble,
        *,
        url: str,
        listen: Address,
        secret: str | None = None,
        pause: Pause = asyncio.sleep,
    ) -> None:
        """Receive updates of ``kinds`` at ``url``, whose path is served on ``listen``.

        Without a ``secret`` one is made up; Telegram is told it at each start.
        """
        self._application = application
        self._kinds = kinds
        self._trouble = trouble
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
        server = HTTPServer(self._site(), max_buffer_size=LARGEST)
        server.listen(self._listen.port, address=self._listen.host)
        try:
            await until_answered(self._set, self._trouble, self._pause, final=(BadRequest,))
            while True:
                await self._pause(BETWEEN_LOOKS)
                await self._look()
        finally:
            server.stop()

    async def confirm(self) -> None:
        """Nothing to do: what was answered with 200 does not come again."""

    def _site(self) -> Site:
        path = urlsplit(self._url).path or "/"
        return Site(
            [
                (
                    re.escape(path),
                    Receiver,
                    {"application": self._application, "secret": self._secret},
                )
            ]
        )

    async def _set(self) -> None:
        await self._application.bot.set_webhook(
            self._url, allowed_updates=self._kinds, secret_token=self._secret
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
        self._complaint = complaint

    def _complains(self, info: WebhookInfo) -> str:
        if info.url != self._url:
            return "another program with the same token took the webhook away"
        return info.last_error_message or "" if info.pending_update_count else ""
