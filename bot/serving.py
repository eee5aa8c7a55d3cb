"""``aspbot run``: serves Telegram until it is told to stop."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, Protocol

from sqlite_utils import Database
from telegram.error import InvalidToken

from bot import logs, menus
from bot.application import TELEGRAM, build, over_http
from bot.delivering import deliver, pace_of, rounds_of
from bot.hearing import Hearing
from bot.limits import Limits
from bot.polling import Polling, TakenError
from bot.processing import inbox_of
from bot.settings import Settings
from bot.stopping import Stop, told_by_signals, within
from bot.trouble import Pause, Trouble, until_answered
from bot.version import current
from bot.webhook import Webhook
from data import drafts, session
from data.clock import SystemClock
from data.locales.words import Words
from handlers.context import App
from handlers.operator import Operator
from schedules.pace import Pace
from schedules.rounds import Rounds

logger = logging.getLogger(__name__)

STOPPED, FAILED, TAKEN, TOKEN_REFUSED = 0, 1, 3, 4
# Together less than ``stopping.LAST_MOMENT``.
RECORDING, ANSWERING, CONFIRMING, CLOSING = 1.0, 1.4, 1.0, 0.5


class Source(Protocol):
    """Where updates come from: polling or a webhook."""

    async def goes_on(self) -> None:
        """Hand updates to the application until cancelled."""

    async def confirm(self) -> None:
        """Tell Telegram what was taken."""


def serve(settings: Settings, db: Database) -> int:
    """Serve Telegram and return the status.

    It is 0 after SIGTERM or SIGINT, at most five seconds later; 4 where Telegram refuses the
    token; 3 where another program has it; 1 where the bot cannot go on for another reason, which
    the log names.
    """
    if settings.telegram_token is None:
        raise ValueError("serving takes a token")
    clock = SystemClock()
    application = build(
        request=over_http(),
        db=db,
        clock=clock,
        token=settings.telegram_token.get_secret_value(),
        root=settings.telegram_api_url or TELEGRAM,
        default_session=settings.session,
        operator=Operator(
            name=settings.operator,
            contact=settings.contact,
            zone=settings.timezone,
            time=settings.digest_time,
        ),
        owners=settings.owner_ids,
        limits=Limits(lambda chat: drafts.listens(db, chat, clock.now())),
        pace=Pace(settings.broadcast_rate),
    )
    stop = Stop()
    with told_by_signals(stop):
        return asyncio.run(serve_until(stop, application, settings))


async def serve_until(
    stop: Stop, application: App, settings: Settings, pause: Pause = asyncio.sleep
) -> int:
    """Serve until ``stop`` and return the status; ``pause`` waits between tries."""
    asyncio.get_running_loop().set_exception_handler(logs.forgotten)
    trouble, hearing = Trouble(), Hearing()
    source = _source(application, settings, trouble, hearing, pause)
    rounds = rounds_of(application, pace_of(application))
    delivering = partial(deliver, application, rounds, hearing)
    serving = asyncio.create_task(_serve(application, source, settings, trouble, pause, delivering))
    stopping = asyncio.create_task(stop.wished())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    status = _status(serving) if serving.done() else STOPPED
    stopping.cancel()
    await _end(application, source, serving, rounds)
    return status


def _source(
    application: App, settings: Settings, trouble: Trouble, hearing: Hearing, pause: Pause
) -> Source:
    if settings.webhook_url is None:
        return Polling(application, trouble, hearing, pause)
    secret = settings.webhook_secret
    return Webhook(
        application,
        trouble,
        hearing,
        url=settings.webhook_url,
        listen=settings.listen,
        secret=secret.get_secret_value() if secret else None,
        pause=pause,
    )


async def _serve(  # noqa: PLR0913, PLR0917 - all that is put together
    application: App,
    source: Source,
    settings: Settings,
    trouble: Trouble,
    pause: Pause,
    delivering: Callable[[], Coroutine[Any, Any, None]],
) -> None:
    await until_answered(application.initialize, trouble, pause)
    inbox_of(application).open(application.bot)
    await application.start()
    logger.info("%s", _announced(application, settings))
    async with asyncio.TaskGroup() as group:
        # Beside the service, which must not wait for what Telegram limits most strictly.
        group.create_task(menus.put_up(application.bot, Words.load(), trouble, pause))
        group.create_task(source.goes_on())
        group.create_task(delivering())


def _announced(application: App, settings: Settings) -> str:
    services = application.bot_data
    sessions = session.every(services.db)
    chosen = services.default_session
    followed = (
        session.get(services.db, chosen)
        if chosen
        else session.followed(sessions, services.clock.now())
    )
    name = followed.short_name if followed else "no session"
    way = "webhook" if settings.webhook_url else "polling"
    return f"aspbot {current()} serves @{application.bot.username}: {name}, {way}"


def _status(serving: asyncio.Task[None]) -> int:
    """Log why the service ended by itself, and return the status for it."""
    error = serving.exception()
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if isinstance(error, InvalidToken):
        logger.critical(
            "TELEGRAM REFUSES THE TOKEN: it was revoked or mistyped, or TELEGRAM_API_URL is no Bot"
            " API server. @BotFather gives a new one: /mybots, then API Token."
        )
        return TOKEN_REFUSED
    if isinstance(error, TakenError):
        logger.critical(
            "ANOTHER PROGRAM SERVES THIS BOT with the same token, maybe on another machine. This"
            " one heard nothing for a minute and leaves it to the other."
        )
        return TAKEN
    if error is not None:
        logger.critical("The bot cannot go on: %s", logs.told(error))
    return FAILED


async def _end(
    application: App, source: Source, serving: asyncio.Task[None], rounds: Rounds
) -> None:
    """Stop in order: fetch no more, record what was sent, answer what was begun, confirm, close.

    What was kept and not begun is answered after the next start.
    """
    serving.cancel()
    await asyncio.wait({serving}, timeout=CLOSING)
    await rounds.close(RECORDING)
    if application.running:
        await within(ANSWERING, "What was begun", application.stop())
        inbox_of(application).close()
        await within(CONFIRMING, "Telling Telegram what was taken", source.confirm())
    await within(CLOSING, "Closing connections", _close(application))


async def _close(application: App) -> None:
    await application.shutdown()
    await application.bot.shutdown()  # where the application never came to be initialized
