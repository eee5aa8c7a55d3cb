"""``aspbot check`` names what is wrong, and where; it changes nothing."""

import re
import shutil
import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.alone import alone
from bot.checks import checked, store, telegram
from bot.checks import deliveries as delivery_check
from bot.checks.findings import Finding
from bot.localapi import Fault, LocalApi
from bot.settings import Secret, Settings, read
from bot.version import current
from data import content, deliveries, following, outbox
from data.chat_times import ChatTime
from data.clock import SettableClock
from data.content import shipped
from data.richtext import RichText
from data.store import open_store

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105 - nobody's
SHIPPED = Path(str(content.folders()[0]))


@pytest.fixture
def settings(bare: Path) -> Settings:
    assert bare.is_dir()
    return read(None)


def lines(findings: Any) -> list[str]:
    return [str(each) for each in findings]


def everything(folder: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_a_fresh_checkout_is_as_it_should_be(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked() == 0
    shown = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"ok     content asp12: \d+ records, 8 summaries", shown[0])
    assert shown[1:] == [
        "ok     configuration: nothing is set, all is as by default",
        "note   store: var/aspbot.db is not there yet; the first start makes it",
        "note   token: none, so Telegram was not asked; aspbot run says how to get one",
        "",
        "Nothing is wrong.",
    ]
    assert everything(bare) == {}


def test_all_errors_of_the_configuration_are_told(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / ".env").write_text("SESSION=ASP 12\nTELEGRAM_TOKEN=hunter2\n")
    assert checked() == 1
    shown = capsys.readouterr().out
    assert "WRONG  configuration: SESSION takes the id of a session" in shown
    assert "WRONG  configuration: TELEGRAM_TOKEN is not a token" in shown
    assert "hunter2" not in shown
    assert shown.endswith("\n2 things are wrong.\n")


def test_a_token_that_others_may_read_is_noted(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (bare / ".env").write_text(f"TELEGRAM_TOKEN={TOKEN}\n")
    (bare / ".env").chmod(0o644)
    assert checked(checks=()) == 0
    assert "note   configuration: others may read .env: chmod 600 .env" in capsys.readouterr().out
    (bare / ".env").chmod(0o600)
    assert checked(checks=()) == 0
    assert "others" not in capsys.readouterr().out


def test_one_thing_that_is_wrong_is_enough(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def check(_settings: Settings) -> Any:
        yield Finding("note", "all right")
        yield Finding("WRONG", "this is not")

    assert checked(bare / ".env", (check,)) == 1
    assert capsys.readouterr().out.endswith("WRONG  this is not\n\n1 thing is wrong.\n")


def test_every_session_folder_is_read(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    next_one = bare / "asp13"
    shutil.copytree(SHIPPED, next_one)
    (next_one / "topics.toml").write_text('[[topic]]\nid = "a"\n')
    monkeypatch.setattr(shipped, "folders", lambda: [next_one])
    monkeypatch.setattr(content, "folders", lambda: [SHIPPED, next_one])
    assert checked(checks=()) == 1
    shown = capsys.readouterr().out
    assert "ok     content asp12: " in shown
    assert 'WRONG  asp13/topics.toml:1: topic "a", field "title": is missing\n' in shown


def test_a_sound_store(settings: Settings, filled: Path) -> None:
    before = everything(filled.parent)
    assert lines(store.check(settings)) == ["ok     store: var/aspbot.db is sound; it holds asp12"]
    assert everything(filled.parent) == before


def test_a_store_that_others_may_read(settings: Settings, filled: Path) -> None:
    filled.chmod(0o640)
    assert lines(store.check(settings))[0] == (
        "WRONG  store: others on this machine may read var/aspbot.db: chmod 600 var/aspbot.db"
    )


def test_a_damaged_store(settings: Settings, filled: Path) -> None:
    with open_store(filled) as db:
        db.execute("pragma foreign_keys = off")
        db.execute("insert into days (session, position, number) values ('asp99', 0, 1)")
    assert lines(store.check(settings)) == [
        "WRONG  store: var/aspbot.db is damaged: a row of days belongs to nothing"
    ]


def older(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("delete from _sqlite_migrations where name >= '0002'")
        connection.commit()


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("update _sqlite_migrations set name = '9999_later' where id = 1")
        connection.commit()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (older, "note   store: the next start brings it up to date, after a copy: 0002_chats, "),
        (newer, "WRONG  store: var/aspbot.db cannot be used: a newer version made it (step 9999"),
        (
            lambda path: path.write_text("Dear diary\n" * 100),
            "WRONG  store: var/aspbot.db cannot be used: file is not a database",
        ),
    ],
)
def test_a_store_of_another_kind(
    settings: Settings, filled: Path, spoil: Callable[[Path], object], told: str
) -> None:
    spoil(filled)
    before = filled.read_bytes()
    assert lines(store.check(settings))[0].startswith(told)
    assert filled.read_bytes() == before


def test_a_folder_is_no_store(settings: Settings, bare: Path) -> None:
    (bare / "var" / "aspbot.db").mkdir(parents=True)
    assert lines(store.check(settings)) == [
        "WRONG  store: var/aspbot.db is a folder; DATABASE names a file"
    ]


def test_a_session_that_nobody_has(settings: Settings) -> None:
    wanted = replace(settings, session="asp99")
    assert lines(store.check(wanted))[-1] == (
        "WRONG  configuration: SESSION: there is no session asp99, but asp12"
    )


@pytest.fixture
def asked(settings: Settings, api: LocalApi) -> Callable[..., list[str]]:
    """Check the token of a bot as BotFather has it."""
    with_token = read(None, telegram_token=TOKEN)
    assert settings.telegram_token is None

    def ask(**more: Any) -> list[str]:
        return lines(telegram.check(replace(with_token, **more), api))

    return ask


def test_a_bot_as_it_should_be(asked: Callable[..., list[str]], api: LocalApi) -> None:
    assert asked() == [
        "ok     token: Telegram knows the bot as @asp_bot",
        "ok     BotFather: inline mode, groups and privacy mode are on",
    ]
    assert {call.method for call in api.calls} == {"getMe", "getWebhookInfo"}


def test_what_botfather_has_switched_off(asked: Callable[..., list[str]], api: LocalApi) -> None:
    api.world.inline_mode = False
    api.world.privacy = False
    told = asked()
    assert told[1].startswith("WRONG  BotFather: inline mode is off; send /setinline")
    assert told[2].startswith("WRONG  BotFather: privacy mode is off")
    assert len(told) == 3


def test_a_token_that_telegram_refuses(asked: Callable[..., list[str]], api: LocalApi) -> None:
    api.revoke_token()
    assert asked() == ["WRONG  token: Telegram refuses it; @BotFather gives a new one: /mybots"]


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (Fault.cut(), "All connection attempts failed"),
        (Fault.timeout(), "Timed out"),
        (Fault(401, "Unauthorized", body=b"<html>Sign in to the hotel's Wi-Fi</html>"), ""),
    ],
)
def test_without_a_network_the_token_is_not_called_wrong(
    asked: Callable[..., list[str]], api: LocalApi, fault: Fault, why: str
) -> None:
    api.fail(fault, times=None)
    (told,) = asked()
    start = "WRONG  token: not tested, since https://api.telegram.org cannot be reached: "
    assert told.startswith(start + why)
    assert "httpx" not in told
    assert TOKEN not in told


def test_a_server_that_is_not_there_is_told_in_plain_words(settings: Settings) -> None:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        root = f"http://127.0.0.1:{free.getsockname()[1]}"
    given = replace(settings, telegram_token=Secret(TOKEN), telegram_api_url=root)
    (told,) = lines(telegram.check(given))
    assert told.startswith(f"WRONG  token: not tested, since {root} cannot be reached: Cannot ")
    assert "ssl" not in told


def test_a_webhook_that_stands_in_the_way_of_polling(
    asked: Callable[..., list[str]], api: LocalApi
) -> None:
    api.world.webhook["url"] = "https://example.org/old"
    assert asked()[-1] == (
        "note   webhook: one is set; aspbot run takes it away, since WEBHOOK_URL is not set"
    )


WEBHOOK = "https://example.org/asp"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", "note   webhook: not set yet; aspbot run sets it"),
        (WEBHOOK, f"ok     webhook: Telegram delivers to {WEBHOOK}"),
    ],
)
def test_a_webhook(asked: Callable[..., list[str]], api: LocalApi, url: str, told: str) -> None:
    api.world.webhook = {"url": url}
    assert asked(webhook_url=WEBHOOK)[-1] == told


def test_a_webhook_that_is_not_reached(asked: Callable[..., list[str]], api: LocalApi) -> None:
    ann = api.person("Ann")
    api.says(ann, api.private(ann), "/start")
    api.world.webhook = {"url": WEBHOOK, "last_error_message": "Connection refused"}
    assert asked(webhook_url=WEBHOOK)[-1] == (
        f"WRONG  webhook: Telegram cannot deliver to {WEBHOOK}: Connection refused"
    )


def test_the_version_is_the_installed_one() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", current())


EVENING = datetime(2013, 11, 20, 18, 30, tzinfo=UTC)


@pytest.fixture
def followed(filled: Path) -> Path:
    """The store, with three that follow; two have the first digest."""
    with open_store(filled) as db:
        for chat in (1, 2, 3):
            when = ChatTime(time(19), "Europe/Amsterdam")
            following.subscribe(db, chat, "asp12", when, EVENING - timedelta(days=1))
        for chat in (1, 2):
            deliveries.add(db, chat, "asp12", 1, EVENING, "sent")
            text = outbox.keep_text(db, RichText("Day 1"))
            outbox.add(db, chat=chat, kind="part", text=text, delivery=chat, part=1)
            outbox.sent(db, chat, 100 + chat, EVENING)
    return filled


def reckoned(settings: Settings, moment: datetime = EVENING) -> list[str]:
    return lines(delivery_check.check(settings, SettableClock(moment)))


def test_the_sum_of_deliveries_is_told(settings: Settings, followed: Path) -> None:
    with open_store(followed) as db:
        deliveries.add(db, 3, "asp12", 1, EVENING, "aside")
    assert reckoned(settings) == [
        "ok     deliveries: ASP 12, day 1: 3 expected, 2 sent, 0 waiting, 0 failed, 1 set aside"
    ]
    assert reckoned(settings, datetime(2014, 2, 1, tzinfo=UTC)) == []


def test_what_fell_due_while_the_bot_was_down_is_noted(settings: Settings, followed: Path) -> None:
    assert followed.exists()
    assert reckoned(settings) == [
        (
            "note   deliveries: ASP 12, day 1: 3 expected, 2 sent, 0 waiting, 0 failed, 0 set"
            " aside; aspbot run does not run, and sends them when it does"
        )
    ]
    with alone(settings.database):
        assert reckoned(settings) == [
            (
                "WRONG  deliveries: ASP 12, day 1: 3 expected, 2 sent, 0 waiting, 0 failed, 0 set"
                " aside; 1 that should have it were forgotten"
            )
        ]


def test_a_digest_that_counts_as_sent_without_a_message_is_wrong(
    settings: Settings, followed: Path
) -> None:
    with open_store(followed) as db:
        deliveries.add(db, 3, "asp12", 1, EVENING, "sent")
    assert reckoned(settings) == [
        (
            "WRONG  deliveries: ASP 12, day 1: 3 expected, 3 sent, 0 waiting, 0 failed, 0 set"
            " aside; 1 sent without a message"
        )
    ]


def test_a_store_that_is_not_there_has_no_deliveries(settings: Settings) -> None:
    assert reckoned(settings) == []
