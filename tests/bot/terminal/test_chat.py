"""A chat from a pipe: lines in, the bot's answers out."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from bot.terminal import library
from data.store import open_store
from tests.bot.terminal.conftest import Chats, Chatted


def test_lines_are_echoed_and_answered_without_colours(chatted: Callable[..., Chatted]) -> None:
    made = chatted("/start", "", "hi")
    assert made.status == 0
    assert made.shown == (
        "> /start\n"
        "\n"
        "Hello x¹\n"
        "¹ https://e.org/\n"
        "[1] Turn\n"
        "[2] Alert\n"
        "[3] Open ↗\n"
        "[4] Share ↗\n"
        "[5] Copy\n"
        "[6] In private\n"
        "[7] Here\n"
        "\n"
        "> hi\n"
        "\n"
        "Ann said: hi\n"
    )


def test_a_number_presses_that_button(last: Chats) -> None:
    assert last("/start", "1") == "· The message now reads:\nTurned"


def test_an_alert_is_shown(last: Chats) -> None:
    assert last("/start", "2") == "· Only for administrators"


def test_addresses_and_what_is_copied_are_printed(last: Chats) -> None:
    assert last("/start", "3") == "· Open opens https://e.org/page"
    assert last("/start", "4").endswith("passes on to a chat of your choice: Look https://e.org")
    assert last("/start", "5") == "· Copy copies: ICC-ASP/12/Res.1"


def test_a_link_into_the_bot_opens_it_in_private(last: Chats) -> None:
    shown = last("/in team", "/start", "6")
    assert shown.startswith("· This link opens the bot in private: /start asp12-d-3")
    assert "started asp12-d-3" in shown


def test_a_number_that_is_no_button_gets_a_sentence(last: Chats) -> None:
    assert last("7").startswith("· There is no button here yet, so 7 presses nothing.")
    assert last("/start", "8").startswith("· There is no button 8:")
    assert last("/start", "0").startswith("· There is no button 0:")


def test_a_backslash_sends_a_number_as_it_is(last: Chats) -> None:
    assert last("/start", "\\1") == "Ann said: 1"


def test_a_backslash_at_the_end_goes_on_in_the_next_line(chatted: Callable[..., Chatted]) -> None:
    assert chatted("one\\", "two").shown == "> one\n> two\n\nAnn said: one\ntwo\n"


def test_speakers_and_places_change(last: Chats) -> None:
    assert last("/as zoe", "hi") == "Zoe said: hi"
    assert last("hi", speaker="owner") == "Owner said: hi"
    assert last("/in team", "/in private", "hi") == "Ann said: hi"
    assert last("/as").startswith("· Who speaks?")
    assert last("/in nowhere").startswith("· Where? There are private, team, forum")


def test_in_a_group_plain_text_is_not_for_the_bot_which_is_said_once(
    chatted: Callable[..., Chatted],
) -> None:
    made = chatted("/in team", "hello", "hello again", "/start")
    assert made.shown.count("In a group the bot hears only commands") == 1
    assert "said: hello" not in made.shown
    assert "Hello x¹" in made.shown


def test_a_reply_to_the_bot_reaches_it_in_a_group(last: Chats) -> None:
    assert last("/in team", "/start", "/reply what?") == "Ann said: what?"
    assert last("/in forum", "/start", "/reply what?") == "Ann said: what?"
    assert last("/reply what?").startswith("· /reply and a text")


def test_an_edit_changes_the_last_message(last: Chats) -> None:
    assert last("hi", "/edit ho") == "Ann edited said: ho"
    assert last("/edit ho").startswith("· /edit and a new text")


def test_files_are_saved_under_their_name_and_never_over_another(
    last: Chats, tmp_path: Path
) -> None:
    assert last("/file") == "· Saved in this folder: asp12.ics (1 KB)\nYour calendar"
    assert last("/file").startswith("· Saved in this folder: asp12-2.ics")
    assert (tmp_path / "asp12.ics").read_bytes() == b"BEGIN:VCALENDAR"


def test_a_file_that_cannot_be_saved_is_no_catastrophe(last: Chats, tmp_path: Path) -> None:
    shown = last("/file", folder=tmp_path / "missing")
    assert shown.startswith("· asp12.ics could not be saved in this folder: No such file")


def test_a_number_picks_a_result_of_inline_mode(last: Chats) -> None:
    assert last("@asp_bot budget") == (
        "[1] Result 1 for budget\n"
        "    A description\n"
        "[2] Result 2 for budget\n"
        "    A description\n"
        "· A number pastes that one into this chat."
    )
    assert last("@asp_bot budget", "2") == "· Ann, via @asp_bot:\nPasted 2"
    assert last("@asp_bot budget", "3") == "· There is no result 3: they end at 2."
    assert last("/start", "7").startswith("[1] Result 1 for budget")


def test_after_another_line_numbers_press_buttons_again(last: Chats) -> None:
    assert last("/start", "@asp_bot budget", "hi", "5").startswith("· Copy copies")


def test_the_clock_starts_and_moves(last: Chats) -> None:
    at = "2013-11-22T18:55"
    assert last("/time", at=at) == "22 18:55"
    assert last("/tick 10m", "/time", at=at) == "22 19:05"
    assert last("/tick day", at=at) == "· It is now Saturday 23 November 2013, 18:55 (UTC)."
    assert last("/tick soon", at=at).startswith("· How far?")


def test_without_a_start_the_clock_cannot_be_moved(last: Chats) -> None:
    assert "It can be moved when the chat was started with --at" in last("/tick 10m")


def test_a_start_that_is_no_time_is_refused(
    chatted: Callable[..., Chatted], capsys: pytest.CaptureFixture[str]
) -> None:
    assert chatted("hi", at="noon") == Chatted("", 2)
    assert capsys.readouterr().err.startswith("--at takes the time at the venue")


def test_a_mistake_in_the_bot_is_written_down_and_the_chat_goes_on(
    chatted: Callable[..., Chatted], tmp_path: Path
) -> None:
    made = chatted("/fail", "hi")
    assert "· What went wrong is written down in" in made.shown
    assert made.shown.endswith("Ann said: hi\n")
    assert "a mistake" in (tmp_path / "chat.log").read_text()


def test_a_mistake_in_the_terminal_does_not_end_the_chat(
    chatted: Callable[..., Chatted], monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_: object) -> None:
        raise KeyError("a mistake")

    monkeypatch.setattr("bot.terminal.inline.Inline.asks", mistaken)
    made = chatted("@asp_bot x", "hi")
    assert "· That went wrong in the terminal itself. The chat goes on." in made.shown
    assert made.shown.endswith("Ann said: hi\n")


def test_silence_is_named_and_a_slow_answer_is_waited_for(last: Chats) -> None:
    assert last("/unknown") == "· The bot says nothing to that."
    assert last("/dawdle") == "At last"


def test_a_message_that_goes_again_is_mentioned(last: Chats) -> None:
    assert last("/remove") == "A line that goes\n· A message is gone: “A line that goes”"


def test_quit_ends_and_nothing_behind_it_is_read(chatted: Callable[..., Chatted]) -> None:
    assert chatted("/quit", "hi").shown == "> /quit\n"


def test_a_text_too_long_for_one_message_is_cut_as_the_apps_cut_it(last: Chats) -> None:
    assert last("x" * 5000).count("Ann said: x") == 2


def test_a_closed_output_ends_the_chat_quietly(chatted: Callable[..., Chatted]) -> None:
    class Closed(StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    assert chatted("/start", output=Closed()).status == 0


def test_what_telegram_would_not_let_a_person_do_is_said(last: Chats) -> None:
    assert last("/in channel", "hi") == "· Telegram would not send that: Ann only reads Channel"


def test_a_second_chat_with_the_same_store_is_answered_too(
    chatted: Callable[..., Chatted], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(library, "opened", lambda *_, **__: open_store(tmp_path / "kept.db"))
    for _ in range(2):
        assert "Hello x" in chatted("/start").shown
