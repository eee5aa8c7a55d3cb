"""A small HTTP server in the loop that is running: for the webhook, and for those who look."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.settings import Address

LAST_ANSWERS = 0.3


@asynccontextmanager
async def listening(site: web.Application, address: Address) -> AsyncIterator[None]:
    """Serve ``site`` on ``address`` while the block runs.

    Raises:
        OSError: where the address cannot be listened on.
    """
    runner = web.AppRunner(
        site, access_log=None, handle_signals=False, shutdown_timeout=LAST_ANSWERS
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, address.host, address.port).start()
        yield
    finally:
        await runner.cleanup()
