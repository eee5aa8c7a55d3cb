"""The configuration is read whole, and all that is wrong with it is said at once."""

from datetime import time
from pathlib import Path

import pytest

from bot.settings import Address, Settings, SettingsError, read

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"  # noqa: S105 - nobody's

pytestmark = pytest.mark.usefixtures("bare")


def problems(text: str) -> list[str]:
    Path(".env").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        read()
    assert str(raised.value) == "\n".join(raised.value.problems)
    return raised.value.problems


def test_without_any_it_is_as_by_default() -> None:
    settings = read()
    assert settings.telegram_token is None
    assert settings.telegram_api_url is None
    assert settings.database == Path("var/aspbot.db")
    assert settings.listen == Address("127.0.0.1", 8080)
    assert (settings.log_level, settings.log_format) == ("INFO", "text")
    assert settings.secrets == ()


def test_a_file_with_all_that_an_editor_leaves_in_it(bare: Path) -> None:
    (bare / ".env").write_text(
        "\ufeff# ours\r\n\r\nexport LOG_LEVEL='debug'\r\nLISTEN = [::1]:9000\r\nSESSION=\r\n"
        f'TELEGRAM_TOKEN="{TOKEN}"  # from BotFather\r\n',
        encoding="utf-8",
    )
    settings = read()
    assert settings.log_level == "DEBUG"
    assert settings.listen == Address("::1", 9000)
    assert settings.session is None
    assert settings.secrets == (TOKEN,)


def test_the_environment_goes_before_the_file(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bare / ".env").write_text("SESSION=asp12\nLOG_FORMAT=json\n")
    monkeypatch.setenv("SESSION", "asp13")
    monkeypatch.setenv("LOG_FORMAT", "")
    settings = read()
    assert settings.session == "asp13"
    assert settings.log_format == "json", "what is empty counts as not set"


def test_it_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        read().session = "asp13"  # type: ignore[misc]  # that is the point


def test_all_errors_come_at_once_by_name() -> None:
    told = problems(
        "TELEGRAM_TOKEN=abc\nTELEGRAM_API_URL=localhost:8081\nSESSION=ASP 13\nLISTEN=80\n"
        "WEBHOOK_URL=example.org\nWEBHOOK_SECRET=a b\nLOG_LEVEL=loud\nLOG_FORMAT=xml\n"
        "DATABAZE=x.db\njust words\n"
    )
    assert sorted(each.split()[0] for each in told) == [
        ".env,",
        "DATABAZE",
        "LISTEN",
        "LOG_FORMAT",
        "LOG_LEVEL",
        "SESSION",
        "TELEGRAM_API_URL",
        "TELEGRAM_TOKEN",
        "WEBHOOK_SECRET",
        "WEBHOOK_URL",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("LOG_LEVEL=loud", "LOG_LEVEL takes DEBUG, INFO, WARNING or ERROR."),
        ("LISTEN=localhost:99999", "LISTEN takes HOST:PORT, such as 127.0.0.1:8080."),
        ("LISTEN=:80", "LISTEN takes HOST:PORT, such as 127.0.0.1:8080."),
        (
            "TELEGRAM_API_URL=https://api.telegram.org/bot",
            "TELEGRAM_API_URL takes the root of the server; the bot adds /bot itself.",
        ),
        ("DATABAZE=x", "DATABAZE in .env is no setting of this version. Did you mean DATABASE?"),
        ("LOG_LEVEL", ".env, line 1: this is not NAME=value."),
    ],
)
def test_an_error_says_what_would_be_right(text: str, told: str) -> None:
    assert problems(text) == [told]


@pytest.mark.parametrize("name", ["TELEGRAM_TOKEN", "WEBHOOK_SECRET"])
def test_a_secret_is_never_shown(name: str, bare: Path) -> None:
    (told,) = problems(f"{name}=hunter 2!")
    assert "hunter" not in told
    (bare / ".env").write_text(f"TELEGRAM_TOKEN={TOKEN}\nWEBHOOK_SECRET=s3cret")
    settings = read()
    assert TOKEN not in repr(settings) + str(settings)
    assert "s3cret" not in repr(settings) + str(settings)


def test_a_line_that_is_wrong_is_never_shown() -> None:
    (told,) = problems(f"{TOKEN}\n")
    assert told == ".env, line 1: this is not NAME=value."


def test_a_file_in_another_encoding_says_so(bare: Path) -> None:
    (bare / ".env").write_bytes("# Zoë\n".encode("utf-16"))
    with pytest.raises(SettingsError, match=r"\.env is not written in UTF-8"):
        read()


def test_a_folder_of_that_name_is_passed_over(bare: Path) -> None:
    (bare / ".env").mkdir()
    assert read() == Settings()


def test_owners_are_numbers_with_commas(bare: Path) -> None:
    (bare / ".env").write_text("OWNER_IDS=1000, 2000,\n")
    assert read().owner_ids == {1000, 2000}


def test_a_name_is_no_owner() -> None:
    assert problems("OWNER_IDS=@amina\n") == [
        "OWNER_IDS takes numbers with commas between them; /id tells a person's number."
    ]


def test_a_new_chats_hour_and_place_are_read_as_people_write_them(bare: Path) -> None:
    (bare / ".env").write_text("TIMEZONE=nairobi\nDIGEST_TIME=7h30\n", encoding="utf-8")
    settings = read()
    assert (settings.timezone, settings.digest_time) == ("Africa/Nairobi", time(7, 30))


def test_an_hour_and_a_place_that_there_are_none_of_are_named() -> None:
    assert problems("TIMEZONE=San Jose\nDIGEST_TIME=25:00\n") == [
        "TIMEZONE takes a time zone or a city, such as Africa/Nairobi or Nairobi.",
        "DIGEST_TIME takes a time of day such as 19:00.",
    ]
