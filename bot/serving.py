"""``aspbot run``: serves Telegram until it is told to stop."""

import asyncio
import logging

from sqlite_utils import Database
from telegram.error import InvalidToken

from bot import logs, loops
from bot.application import TELEGRAM, build, over_http
from bot.limits import Limits
from bot.polling import TakenError
from bot.service import CLOSING, Service
from bot.settings import Settings
from bot.stopping import Stop, told_by_signals
from bot.trouble import Pause
from data import drafts
from data.clock import SystemClock
from handlers.context import App
from handlers.operator import Operator
from schedules.pace import Pace

logger = logging.getLogger(__name__)

STOPPED, FAILED, TAKEN, TOKEN_REFUSED = 0, 1, 3, 4


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
            backups=settings.backup_keep if settings.backup_dir else 0,
        ),
        owners=settings.owner_ids,
        limits=Limits(lambda chat: drafts.listens(db, chat, clock.now())),
        pace=Pace(settings.broadcast_rate),
    )
    stop = Stop()
    with told_by_signals(stop), asyncio.Runner(loop_factory=loops.fastest()) as runner:
        return runner.run(serve_until(stop, application, settings))


async def serve_until(
    stop: Stop, application: App, settings: Settings, pause: Pause = asyncio.sleep
) -> int:
    """Serve until ``stop`` and return the status; ``pause`` waits between tries."""
    asyncio.get_running_loop().set_exception_handler(logs.forgotten)
    service = Service(application, settings, pause)
    serving = asyncio.create_task(service.goes_on())
    stopping = asyncio.create_task(stop.wished())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    status = _status(serving) if serving.done() else STOPPED
    stopping.cancel()
    serving.cancel()  # fetch no more
    await asyncio.wait({serving}, timeout=CLOSING)
    await service.end()
    return status


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
