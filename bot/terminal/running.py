"""The real application, polling the in-process Bot API in the loop that is running."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from handlers.context import App


@asynccontextmanager
async def running(application: App) -> AsyncIterator[None]:
    """Start an application as ``run_polling`` does, and stop it cleanly at the end."""
    if application.updater is None:
        raise ValueError("an application without an updater does not poll")
    async with application:
        if application.post_init:
            await application.post_init(application)
        await application.updater.start_polling()
        await application.start()
        try:
            yield
        finally:
            await application.updater.stop()
            await application.stop()
            if application.post_stop:
                await application.post_stop(application)
    if application.post_shutdown:
        await application.post_shutdown(application)
