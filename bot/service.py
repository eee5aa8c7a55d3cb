"""The bot in service: what goes on side by side from its start to its end."""

import asyncio
import gc
import logging
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Final, Protocol

from bot import learning, menus
from bot.delivering import Nights, deliver, pace_of, rounds_of
from bot.hearing import Hearing
from bot.polling import Polling
from bot.processing import inbox_of
from bot.settings import Settings
from bot.stopping import within
from bot.trouble import Pause, Trouble, until_answered
from bot.version import current
from data import roles, session
from data.locales.words import Words
from handlers.context import App

logger = logging.getLogger(__name__)

# Together less than ``stopping.LAST_MOMENT``.
RECORDING: Final = 1.0
ANSWERING: Final = 1.4
CONFIRMING: Final = 1.0
CLOSING: Final = 0.5
SETTLED_AFTER: Final = 1.0


class Source(Protocol):
    """Where updates come from: polling or a webhook."""

    async def goes_on(self) -> None:
        """Hand updates to the inbox until cancelled."""

    async def confirm(self) -> None:
        """Tell Telegram what was taken."""


class Service:
    """Serves Telegram with an application, as the settings want it."""

    def __init__(self, application: App, settings: Settings, pause: Pause) -> None:
        """Serve nothing yet; ``pause`` waits between tries."""
        self._application = application
        self._settings = settings
        self._pause = pause
        self._trouble = Trouble()
        self._hearing = Hearing()
        self._inbox = inbox_of(application)
        self._source = self._chosen()
        self._rounds = rounds_of(application, pace_of(application))
        self._settling: asyncio.Handle | None = None

    async def goes_on(self) -> None:
        """Serve until cancelled; raise what makes that impossible."""
        async with self._watched():
            await until_answered(self._application.initialize, self._trouble, self._pause)
            bot = self._application.bot
            self._inbox.open(bot)
            await self._application.start()
            logger.info("%s", self._announced())
            self._settling = asyncio.get_running_loop().call_later(SETTLED_AFTER, _settle)
            async with asyncio.TaskGroup() as group:
                group.create_task(self._source.goes_on())
                # Beside the service, which must not wait for what Telegram limits most strictly.
                group.create_task(self._puts_up_menus())
                group.create_task(self._delivers())
                group.create_task(self._learns())

    async def _delivers(self) -> None:
        settings = self._settings
        nights = Nights(settings.backup_dir, settings.backup_keep) if settings.backup_dir else None
        await deliver(self._application, self._rounds, self._hearing, nights)

    async def _learns(self) -> None:
        await asyncio.sleep(SETTLED_AFTER)
        await learning.catch_up(self._application.bot_data.db, self._settings.database)

    async def _puts_up_menus(self) -> None:
        bot, services = self._application.bot, self._application.bot_data
        await menus.put_up(bot, Words.load(), self._trouble, self._pause)
        held = roles.every(services.db, services.owners)
        await menus.put_up_for_all(bot, held, self._trouble, self._pause)

    async def end(self) -> None:
        """End in order: record what was sent, answer what was begun, confirm, close.

        What was kept and not begun is answered after the next start.
        """
        if self._settling is not None:
            self._settling.cancel()
        await self._rounds.close(RECORDING)
        if self._application.running:
            await within(ANSWERING, "What was begun", self._application.stop())
            self._inbox.close()
            await within(CONFIRMING, "Telling Telegram what was taken", self._source.confirm())
        await within(CLOSING, "Closing connections", self._close())

    async def _close(self) -> None:
        await self._application.shutdown()
        await self._application.bot.shutdown()  # where the application never was initialized

    def _chosen(self) -> Source:
        application, trouble, hearing = self._application, self._trouble, self._hearing
        settings = self._settings
        if settings.webhook_url is None:
            return Polling(application, trouble, hearing, self._pause)
        from bot.webhook import Webhook

        secret = settings.webhook_secret
        return Webhook(
            application,
            trouble,
            hearing,
            url=settings.webhook_url,
            listen=settings.listen,
            secret=secret.get_secret_value() if secret else None,
            pause=self._pause,
        )

    def _watched(self) -> AbstractAsyncContextManager[None]:
        """Show how the bot fares while it serves, where the settings want it."""
        if self._settings.health_listen is None:
            return nullcontext()
        from bot.health import Health
        from bot.listening import listening

        services = self._application.bot_data
        health = Health(self._hearing, self._inbox, services.db, services.clock)
        return listening(health.site(), self._settings.health_listen)

    def _announced(self) -> str:
        services = self._application.bot_data
        sessions = session.every(services.db)
        chosen = services.default_session
        followed = (
            session.get(services.db, chosen)
            if chosen
            else session.followed(sessions, services.clock.now())
        )
        name = followed.short_name if followed else "no session"
        way = "webhook" if self._settings.webhook_url else "polling"
        return f"aspbot {current()} serves @{self._application.bot.username}: {name}, {way}"


def _settle() -> None:
    """Collect what the start left behind, and from then on look through what came after it.

    What is there by now stays; the collector need not look through it for each answer. Nothing is
    loaded in advance here: what the search knows takes as much memory as an eighth of all, and
    whoever asks first waits a sixth of a second for it.
    """
    gc.collect()
    gc.freeze()
    gc.enable()
