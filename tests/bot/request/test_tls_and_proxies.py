"""Whom the client trusts, and through whom it calls: as the environment says."""

from collections.abc import AsyncIterator

import pytest
from telegram.error import NetworkError
from telegram.request import BaseRequest, HTTPXRequest
from yarl import URL

from bot.request import AiohttpRequest
from bot.request.proxies import proxy_for
from tests.bot.request.misbehaving import PEM, Misbehaving, misbehaving

NAMES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*NAMES, "ssl_cert_file", "ssl_cert_dir"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(params=[AiohttpRequest, HTTPXRequest])
def kind(request: pytest.FixtureRequest) -> type[BaseRequest]:
    found: type[BaseRequest] = request.param
    return found


@pytest.fixture
async def server() -> AsyncIterator[Misbehaving]:
    async with misbehaving() as made:
        yield made


async def test_a_certificate_that_nobody_vouches_for_is_not_trusted(
    kind: type[BaseRequest],
) -> None:
    async with misbehaving(secure=True) as server, kind() as made:
        with pytest.raises(NetworkError, match="CERTIFICATE_VERIFY_FAILED"):
            await made.post(server.url("good"))
    assert not server.heard


async def test_one_that_the_environment_names_is(
    kind: type[BaseRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(PEM))
    async with misbehaving(secure=True) as server, kind() as made:
        assert await made.post(server.url("good"))
        assert await made.post(server.url("good"))
    assert server.connections == 1


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
async def test_a_call_goes_through_the_proxy_that_is_named(
    kind: type[BaseRequest], server: Misbehaving, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, f"http://ann:secret@127.0.0.1:{server.port}")
    async with kind() as made:
        assert await made.post("http://telegram.example/good")
    (heard,) = server.heard
    assert heard.line == "POST http://telegram.example/good HTTP/1.1"
    assert heard.headers["proxy-authorization"] == "Basic YW5uOnNlY3JldA=="
    assert heard.headers["host"] == "telegram.example"


async def test_for_tls_the_proxy_is_asked_for_a_line(
    kind: type[BaseRequest], server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{server.port}")
    async with kind() as made:
        with pytest.raises(NetworkError):
            await made.post("https://telegram.example/good")
    assert server.heard[0].line == "CONNECT telegram.example:443 HTTP/1.1"


async def test_some_are_called_directly(
    kind: type[BaseRequest], server: Misbehaving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "example.org,127.0.0.1")
    async with kind() as made:
        assert await made.post(server.url("good"))


@pytest.mark.parametrize(
    ("url", "proxy"),
    [
        ("https://api.telegram.org/bot1:a/getMe", "http://secure.example:3128"),
        ("http://localhost:8081/bot1:a/getMe", None),
        ("http://other.example/", "http://plain.example"),
        ("https://deep.internal.example/", None),
    ],
)
def test_whose_proxy_is_whose(monkeypatch: pytest.MonkeyPatch, url: str, proxy: str | None) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "secure.example:3128")
    monkeypatch.setenv("HTTP_PROXY", "http://plain.example")
    monkeypatch.setenv("NO_PROXY", "localhost,.internal.example")
    assert proxy_for(URL(url)) == (URL(proxy) if proxy else None)


def test_a_proxy_that_speaks_something_else_is_named_as_such(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1080")
    with pytest.raises(NetworkError, match="socks5"):
        proxy_for(URL("https://api.telegram.org/"))
