"""Links lead out, or back into the bot."""

import pytest

from bot.terminal import links


@pytest.mark.parametrize(
    ("url", "command"),
    [
        ("https://t.me/asp_bot?start=asp12-o-x", "/start asp12-o-x"),
        ("https://t.me/ASP_bot", "/start"),
        ("https://t.me/other_bot?start=x", None),
        ("https://e.org/asp_bot?start=x", None),
        ("", None),
    ],
)
def test_a_link_into_the_bot_is_a_start(url: str, command: str | None) -> None:
    assert links.command_behind(url, "asp_bot") == command


def test_a_share_link_passes_on_its_text_and_its_address() -> None:
    url = "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fasp_bot&text=The%20budget"
    assert links.passed_on(url) == "The budget https://t.me/asp_bot"
    assert links.passed_on("https://e.org/share/url?url=x") is None
