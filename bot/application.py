"""The application of python-telegram-bot, put together: handlers, context, requests, jobs."""

import asyncio
import os
from collections.abc import Collection, Sequence
from typing import Any

from sqlite_utils import Database
from telegram import LinkPreviewOptions
from telegram.ext import Application, BaseHandler, ContextTypes, Defaults, JobQueue
from telegram.request import BaseRequest

from bot import menus
from bot.admission import Admission
from bot.calling import Calling
from bot.inbox import Inbox
from bot.keeping import Keeper
from bot.limiter import ReplyLimiter
from bot.limits import Limits
from bot.processing import InTurn
from bot.request import AiohttpRequest, Times
from bot.switchboard import Switchboard
from bot.trouble import Pause
from bot.turns import AT_ONCE
from data.clock import Clock
from handlers import GROUPS, on_error
from handlers.context import App, Context, Services
from handlers.gate import commands_in
from handlers.operator import Operator
from schedules.pace import Pace, unhurried

TELEGRAM = "https://api.telegram.org"
NO_TOKEN = "1:without-a-token"  # noqa: S105 - of the Bot API in this process, which asks for none
PATIENCE = 10.0

Groups = Sequence[Sequence[BaseHandler[Any, Context, Any]]]
# The library's own switch: flood limits as ``timedelta``, and no warning at each of them.
os.environ.setdefault("PTB_TIMEDELTA", "true")


def build(  # noqa: PLR0913 - all by name
    *,
    request: BaseRequest,
    db: Database,
    clock: Clock,
    token: str = NO_TOKEN,
    root: str = TELEGRAM,
    default_session: str | None = None,
    operator: Operator | None = None,
    owners: Collection[int] = (),
    limits: Limits | None = None,
    pace: Pace | None = None,
    pause: Pause = asyncio.sleep,
    groups: Groups = GROUPS,
) -> App:
    """Put the application together; nothing is sent yet.

    All calls go through ``request``. ``root`` is the address of the Bot API server.
    ``default_session`` is the id of the session that chats read which chose none; None leaves it
    to the calendar. ``operator`` is who runs the bot, and what they decided for new chats;
    ``owners`` are the user ids of those who may do everything. Without ``limits`` anyone may ask as
    much as they like; without ``pace`` replies are put on no account. ``pause`` waits
    before an answer is tried again that Telegram refused. ``groups`` are the handlers.
    """
    admission = Admission(commands_in(groups), limits)
    inbox = Inbox(Keeper(db, clock), admission, clock, pause)
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{root}/bot")
        .base_file_url(f"{root}/file/bot")
        .request(request)
        .get_updates_request(request)
        .updater(None)
        .update_queue(inbox.turns)
        .concurrent_updates(InTurn(inbox, AT_ONCE))
        .context_types(ContextTypes(context=Context, bot_data=Services))
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .job_queue(JobQueue[Context]())
        .rate_limiter(ReplyLimiter(pace or unhurried()))
        .build()
    )
    services = application.bot_data
    services.db, services.clock, services.default_session = db, clock, default_session
    services.operator = operator or services.operator
    services.owners = frozenset(owners)
    services.show_menu = menus.put_up_for
    services.attempts = inbox.attempts
    services.call = Calling(application.bot)
    for number, handlers in enumerate(groups):
        application.add_handler(Switchboard(handlers), number)
    application.add_error_handler(on_error)
    _let_late_jobs_run(application.job_queue)
    return application


def _let_late_jobs_run(jobs: JobQueue[Any] | None) -> None:
    """Run a job however late it is, once; by default one second too late means never."""
    if jobs is not None:
        late = {"misfire_grace_time": None, "coalesce": True}
        jobs.scheduler.configure(job_defaults=late, **jobs.scheduler_configuration)


def over_http(at_once: int = 2 * AT_ONCE) -> BaseRequest:
    """Return a request that goes over the network, ``at_once`` calls at the same time.

    It waits longer for an answer than the library would: a call that seems lost may have been
    done, and is done twice when it is repeated.
    """
    times = Times(connect=PATIENCE, read=PATIENCE, write=PATIENCE, pool=PATIENCE)
    return AiohttpRequest(at_once, times)
