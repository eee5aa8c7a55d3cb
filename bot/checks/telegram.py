"""The token, and what @BotFather must have switched on."""

import asyncio
import re
from collections.abc import Iterator

from telegram import Bot, User, WebhookInfo
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot import logs
from bot.application import TELEGRAM, over_http
from bot.checks.findings import Finding, note, ok, wrong
from bot.settings import Settings
from bot.trouble import refuses_token

_TECHNICAL = re.compile(r"(aiohttp|httpx)\.\w+: |\[Errno -?\d+\] | ssl:(<[^>]*>|\w+)")


def check(settings: Settings, request: BaseRequest | None = None) -> Iterator[Finding]:
    """Ask Telegram who the bot is, over ``request`` where one is given."""
    if settings.telegram_token is None:
        yield note("token: none, so Telegram was not asked; aspbot run says how to get one")
        return
    root = settings.telegram_api_url or TELEGRAM
    token = settings.telegram_token.get_secret_value()
    bot = Bot(token, base_url=f"{root}/bot", request=request or over_http())
    try:
        user, webhook = asyncio.run(_asked(bot))
    except TelegramError as error:
        if isinstance(error, InvalidToken) and refuses_token(error):
            yield wrong("token: Telegram refuses it; @BotFather gives a new one: /mybots")
        else:
            said = logs.hidden(_TECHNICAL.sub("", error.message), settings.secrets)
            yield wrong(f"token: not tested, since {root} cannot be reached: {said}")
        return
    yield ok(f"token: Telegram knows the bot as @{user.username}")
    yield from _switches(user)
    yield from _webhook(settings.webhook_url, webhook)


async def _asked(bot: Bot) -> tuple[User, WebhookInfo]:
    async with bot:  # which asks for the bot itself
        return bot.bot, await bot.get_webhook_info()


def _switches(user: User) -> Iterator[Finding]:
    sound = True
    if not user.supports_inline_queries:
        sound = False
        yield wrong("BotFather: inline mode is off; send /setinline and a word such as: search")
    if user.can_join_groups is False:
        sound = False
        yield wrong("BotFather: the bot cannot join groups; send /setjoingroups, then Enable")
    if user.can_read_all_group_messages:
        sound = False
        yield wrong(
            "BotFather: privacy mode is off, so Telegram sends the bot all that groups say;"
            " send /setprivacy, then Enable"
        )
    if sound:
        yield ok("BotFather: inline mode, groups and privacy mode are on")


def _webhook(url: str | None, info: WebhookInfo) -> Iterator[Finding]:
    if url is None:
        if info.url:
            yield note(
                "webhook: one is set; aspbot run takes it away, since WEBHOOK_URL is not set"
            )
    elif info.url != url:
        yield note("webhook: not set yet; aspbot run sets it")
    elif info.pending_update_count and info.last_error_message:
        yield wrong(f"webhook: Telegram cannot deliver to {url}: {info.last_error_message}")
    else:
        yield ok(f"webhook: Telegram delivers to {url}")
