"""A webhook takes what Telegram sends, and nothing from anyone else."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from typing import Any

import httpx
import pytest
from sqlite_utils import Database
from telegram.error import BadRequest, InvalidToken

from bot.application import build
from bot.hearing import Hearing
from bot.localapi import Fault, LocalApi
from bot.processing import inbox_of
from bot.settings import Address
from bot.trouble import Trouble
from bot.webhook import LARGEST, SECRET_HEADER, Webhook
from data.clock import SettableClock
from handlers.context import App

PUBLIC = "https://example.org/asp/hook.1"
SECRET = "s3cret"  # noqa: S105 - nobody's
SECONDS = 10


def update(number: int = 7, text: str = "/start", person: int = 1001) -> dict[str, Any]:
    """What Telegram sends where somebody gives a command in private."""
    message = {
        "message_id": number,
        "date": 1389787200,
        "chat": {"id": person, "type": "private", "first_name": "Ann"},
        "from": {"id": person, "is_bot": False, "first_name": "Ann"},
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
    }
    return {"update_id": number, "message": message}


class Hooked:
    """A webhook that listens, and how to call it."""

    def __init__(self, application: App, api: LocalApi, secret: str | None = SECRET) -> None:
        """Listen on a port that is free."""
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.application = application
        self.api = api
        self.hearing = Hearing()
        self.looks: asyncio.Queue[None] = asyncio.Queue()
        self.looked = asyncio.Event()
        self.webhook = Webhook(
            application,
            Trouble(),
            self.hearing,
            url=PUBLIC,
            listen=Address("127.0.0.1", self.port),
            secret=secret,
            pause=self.pause,
        )

    async def pause(self, _seconds: float) -> None:
        """Wait until the test wants the next look."""
        self.looked.set()
        await self.looks.get()

    async def looks_again(self) -> None:
        """Let it ask Telegram how it fares, and wait for that."""
        self.looked.clear()
        self.looks.put_nowait(None)
        await self.looked.wait()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Listen while the block runs."""
        async with self.application as running:
            inbox_of(running).open(running.bot)
            await running.start()
            task = asyncio.create_task(self.webhook.goes_on())
            waiting = asyncio.create_task(self.looked.wait())
            await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
            try:
                if task.done():
                    await task
                yield
            finally:
                task.cancel()
                await asyncio.wait({task})
                await running.stop()
                inbox_of(running).close()

    async def call(
        self, path: str = "/asp/hook.1", secret: str | bytes = SECRET, **more: Any
    ) -> int:
        """Call it as Telegram would, and return the status of its answer."""
        given = secret if isinstance(secret, bytes) else secret.encode()
        headers = {SECRET_HEADER.encode(): given} if secret else {}
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{self.port}") as client:
            answer = await client.post(path, headers=headers, **({"json": update()} | more))
        return answer.status_code

    async def answers(self, number: int) -> None:
        """Wait until the bot has sent so many messages."""
        async with asyncio.timeout(SECONDS):
            while len(self.api.called("sendMessage")) < number:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0)


@pytest.fixture
def hooked(api: LocalApi, db: Database, clock: SettableClock) -> Hooked:
    assert api.private(api.person("Ann")).id == update()["message"]["chat"]["id"]
    return Hooked(build(request=api, db=db, clock=clock), api)


async def test_an_update_is_taken_and_answered(hooked: Hooked, api: LocalApi) -> None:
    async with hooked.listening():
        assert await hooked.call() == 200
        await hooked.answers(1)
    assert "unofficial" in api.called("sendMessage")[0].parameters["text"]
    assert api.world.webhook["url"] == PUBLIC
    assert api.world.webhook["secret_token"] == SECRET
    assert hooked.hearing.is_well


async def test_an_update_that_comes_twice_is_answered_once(hooked: Hooked, api: LocalApi) -> None:
    async with hooked.listening():
        assert [await hooked.call() for _ in range(3)] == [200, 200, 200]
        assert await hooked.call(json=update(8, "/help")) == 200
        await hooked.answers(2)
    assert len(api.called("sendMessage")) == 2


@pytest.mark.parametrize("secret", ["", "s3cret!", "S3CRET", "é".encode(), "é".encode("latin-1")])
async def test_whoever_does_not_know_the_secret_is_sent_away(
    hooked: Hooked, api: LocalApi, secret: str | bytes
) -> None:
    async with hooked.listening():
        assert await hooked.call(secret=secret) == 403
        assert await hooked.call(json=update(8)) == 200
        await hooked.answers(1)
    assert len(api.called("sendMessage")) == 1


async def test_without_a_secret_one_is_made_up(
    api: LocalApi, db: Database, clock: SettableClock
) -> None:
    hooked = Hooked(build(request=api, db=db, clock=clock), api, secret=None)
    async with hooked.listening():
        assert await hooked.call(secret="") == 403
        made_up = api.world.webhook["secret_token"]
        assert await hooked.call(secret=made_up, json=None, content=b"{}") == 200
    assert len(made_up) > 30


@pytest.mark.parametrize("path", ["/", "/asp/hook", "/asp/hookX1", "/asp/hook.1/more"])
async def test_any_other_path_is_not_there(hooked: Hooked, path: str) -> None:
    async with hooked.listening():
        assert await hooked.call(path) == 404


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"7",
        b"{}",
        b'{"update_id": "x"}',
        b'{"update_id": 9, "message": 5}',
        b"\xff",
        b"[" * 9999,
    ],
)
async def test_what_is_no_update_does_not_come_again_and_does_no_harm(
    hooked: Hooked, body: bytes
) -> None:
    async with hooked.listening():
        assert await hooked.call(json=None, content=body) == 200
        assert await hooked.call() == 200
        await hooked.answers(1)


async def test_what_is_too_large_is_not_taken(hooked: Hooked) -> None:
    async with hooked.listening():
        assert await hooked.call(json=None, content=b"x" * (LARGEST + 1)) == 413
        assert await hooked.call() == 200


async def test_what_does_not_arrive_is_told_once(
    hooked: Hooked, api: LocalApi, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot.webhook")
    async with hooked.listening():
        ann = api.person("Ann")
        api.says(ann, api.private(ann), "/start")
        api.world.webhook["last_error_message"] = "Connection refused"
        for _ in range(3):
            await hooked.looks_again()
        assert caplog.messages == ["Updates do not arrive: Connection refused"]
        api.world.webhook["url"] = "https://example.org/other"
        await hooked.looks_again()
        assert caplog.messages[1:] == [
            "Updates do not arrive: another program with the same token took the webhook away"
        ]


async def test_it_listens_on_while_telegram_cannot_be_asked(hooked: Hooked, api: LocalApi) -> None:
    async with hooked.listening():
        api.fail(Fault.cut(), "getWebhookInfo")
        await hooked.looks_again()
        assert await hooked.call() == 200


async def test_an_address_that_telegram_does_not_take_ends_it(
    hooked: Hooked, api: LocalApi
) -> None:
    api.fail(Fault(400, "Bad Request: bad webhook: An HTTPS URL must be provided"), "setWebhook")
    with pytest.raises(BadRequest, match="https url"):
        await hooked.webhook.goes_on()


async def test_a_revoked_token_ends_it(hooked: Hooked, api: LocalApi) -> None:
    api.fail(Fault(401, "Unauthorized"), "getWebhookInfo")
    with pytest.raises(InvalidToken):
        await hooked.webhook.goes_on()


async def test_an_address_that_is_taken_ends_it(hooked: Hooked) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", hooked.port))
        taken.listen()
        with pytest.raises(OSError, match="in use"):
            await hooked.webhook.goes_on()
