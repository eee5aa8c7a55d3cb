"""The local Bot API, served over HTTP: for what needs the bot as a process of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from telegram import InputFile
from telegram.error import TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.localapi import LocalApi

LARGEST = 64 * 1024 * 1024


@asynccontextmanager
async def over_http(api: LocalApi) -> AsyncIterator[str]:
    """Serve ``api`` while the block runs; gives the address of its root.

    A fault that cuts the line cuts the connection.
    """

    async def answers(request: web.Request) -> web.StreamResponse:
        try:
            code, body = await api.do_request(str(request.url), "POST", await _data(request))
        except TelegramError:
            if request.transport:
                request.transport.abort()
            return web.Response()
        kind = "application/octet-stream" if "/file/bot" in request.path else "application/json"
        return web.Response(status=code, body=body, content_type=kind)

    site = web.Application(client_max_size=LARGEST)
    site.router.add_route("*", "/{path:.*}", answers)
    runner = web.AppRunner(site, access_log=None, handle_signals=False, shutdown_timeout=0.1)
    await runner.setup()
    listener = web.TCPSite(runner, "127.0.0.1", 0)
    await listener.start()
    port = runner.addresses[0][1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


async def _data(request: web.Request) -> RequestData:
    given: list[RequestParameter] = []
    fields: Any = await request.post()
    for name, value in [*request.query.items(), *fields.items()]:
        if isinstance(value, web.FileField):
            file = InputFile(value.file.read(), filename=value.filename, attach=False)
            given.append(RequestParameter(name, None, [file]))
        else:
            given.append(RequestParameter(name, value, None))
    return RequestData(given)
