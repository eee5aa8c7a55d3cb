"""The client: connections that stay open, calls within their times, failures told."""

import asyncio
import ssl
from typing import Any, Final, NamedTuple

import certifi
from aiohttp import (
    ClientError,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    TCPConnector,
)
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.request.bodies import FORM, body_of
from bot.request.proxies import proxy_for

# Shorter than any server keeps them, so that seldom one is used that was closed at that moment.
IDLE: Final = 15.0
_SENT_WITH_ALL: Final = {
    "User-Agent": BaseRequest.USER_AGENT,
    "Accept": "*/*",
    "Accept-Encoding": "gzip, deflate",
}
_POOL: Final = (
    "Pool timeout: All connections in the connection pool are occupied."
    " Request was *not* sent to Telegram."
)


class Times(NamedTuple):
    """How long the steps of a call may take, in seconds; None for as long as it takes.

    ``upload`` is for a piece of a file, ``pool`` for a connection to become free.
    """

    connect: float | None = 5.0
    read: float | None = 5.0
    write: float | None = 5.0
    upload: float | None = 20.0
    pool: float | None = 1.0


USUAL_TIMES = Times()


class AiohttpRequest(BaseRequest):
    """Calls the Bot API with aiohttp; ``at_once`` calls at the same time, the others wait."""

    def __init__(self, at_once: int = 256, times: Times = USUAL_TIMES) -> None:
        """Open nothing yet."""
        self._at_once = at_once
        self._times = times
        self._free = asyncio.Semaphore(at_once)
        self._session: ClientSession | None = None
        self._trust: ssl.SSLContext | None = None
        self._proxies: dict[str, URL | None] = {}

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take, where a call does not say otherwise."""
        return self._times.read

    async def initialize(self) -> None:
        """Make ready; connections are opened by calls."""
        if self._session is None or self._session.closed:
            self._session = ClientSession(
                connector=TCPConnector(limit=0, keepalive_timeout=IDLE, ttl_dns_cache=60),
                cookie_jar=DummyCookieJar(),
                headers=_SENT_WITH_ALL,
                auto_decompress=True,
                timeout=ClientTimeout(total=None),
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call and return the status and the body of its answer.

        Raises:
            TimedOut: where a step took too long.
            NetworkError: where the line failed otherwise.
            RuntimeError: where this is not initialized, or closed.
        """
        times = Times(
            connect=_given(connect_timeout, self._times.connect),
            read=_given(read_timeout, self._times.read),
            write=_given(write_timeout, self._times.write),
            upload=_given(write_timeout, self._times.upload),
            pool=_given(pool_timeout, self._times.pool),
        )
        await self._wait_for_connection(times.pool)
        try:
            return await self._call(URL(url, encoded=True), method, request_data, times)
        except TimeoutError as error:
            raise TimedOut from error
        except (ClientError, OSError) as error:
            raise NetworkError(f"aiohttp.{type(error).__name__}: {error}") from error
        finally:
            self._free.release()

    async def _wait_for_connection(self, seconds: float | None) -> None:
        if not self._free.locked():
            await self._free.acquire()
            return
        try:
            async with asyncio.timeout(seconds):
                await self._free.acquire()
        except TimeoutError as error:
            raise TimedOut(_POOL) from error

    async def _call(
        self, url: URL, method: str, data: RequestData | None, times: Times
    ) -> tuple[int, bytes]:
        if self._session is None or self._session.closed:
            raise RuntimeError("This request is not initialized!")
        body = body_of(data, times.write, times.upload)
        async with self._session.request(
            method,
            url,
            data=body,
            headers={"Content-Type": FORM} if isinstance(body, bytes) else None,
            allow_redirects=False,
            proxy=self._proxy(url),
            ssl=self._trusted() if url.scheme == "https" else True,
            timeout=ClientTimeout(total=None, connect=times.connect, sock_read=times.read),
        ) as answer:
            return answer.status, await answer.read()

    def _proxy(self, url: URL) -> URL | None:
        """The environment is asked once for each server."""
        server = url.host or ""
        if server not in self._proxies:
            self._proxies[server] = proxy_for(url)
        return self._proxies[server]

    def _trusted(self) -> ssl.SSLContext:
        """Trust whom the system trusts, or certifi: some systems know nobody."""
        if self._trust is None:
            self._trust = ssl.create_default_context()
            self._trust.load_verify_locations(certifi.where())
        return self._trust


def _given(value: Any, otherwise: float | None) -> float | None:
    """Return a time that a call gives, or what holds otherwise."""
    return otherwise if value is BaseRequest.DEFAULT_NONE else value
