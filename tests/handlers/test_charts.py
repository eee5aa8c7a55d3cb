"""The charts of budget and pledges: pictures, their captions, and bars of text."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.localapi.faults import Fault
from data import richtext
from data.locales.words import Words
from handlers.charts.drawing import draw
from handlers.charts.plan import Bar, Chart, Panel
from handlers.views import charts
from tests.conversation import Conversation

PNG = b"\x89PNG\r\n\x1a\n"
PLEDGES = """ASP 12: pledges to the Trust Fund for Victims

In euros
• Sweden: €3 million over 4 years
• Netherlands: €1 million for 2014
• Germany: €900,000

In British pounds
• United Kingdom: £300,000

Hatched: for several years together, not for one.
Each part has its own scale; nothing is added up.

Source: Government of the Netherlands: """


async def test_the_picture_of_the_pledges_has_a_panel_per_currency(ann: Conversation) -> None:
    await ann.sends("/pledges")
    picture = await ann.taps("Chart")
    assert (picture.photo or b"").startswith(PNG)
    assert picture.filename == "asp12-pledges.png"
    assert picture.content.startswith(PLEDGES)


async def test_the_picture_of_the_budget_marks_what_runs_over_years(ann: Conversation) -> None:
    await ann.sends("/budget")
    picture = await ann.taps("Chart")
    assert (picture.photo or b"").startswith(PNG)
    assert "Premises, over several years, in euros\n• Building the permanent" in picture.content
    assert "€121.55 million (the CICC)" in picture.content
    assert "€121.6 million (the Assembly's press release)" in picture.content


async def test_below_a_picture_a_button_leads_on_and_the_picture_stays(ann: Conversation) -> None:
    await ann.sends("/budget")
    picture = await ann.taps("Chart")
    listed = await ann.taps("◀ The budget")
    assert listed.message_id > picture.message_id
    assert ann.text.startswith("ASP 12 · The budget\n")


async def test_a_picture_is_drawn_once_and_sent_again_by_its_id(
    ann: Conversation, team: Conversation
) -> None:
    for there in (ann, team):
        await there.sends("/pledges")
        await there.taps("Chart")
    first, second = (call.parameters for call in ann.api.called("sendPhoto"))
    assert ann.last.media
    assert team.last.media
    assert second["photo"] == ann.last.media.file_id
    assert first["photo"] != second["photo"]
    assert team.last.content == ann.last.content


async def test_a_file_id_that_is_refused_is_drawn_anew(ann: Conversation) -> None:
    await ann.sends("/pledges")
    await ann.taps("Chart")
    ann.api.fail(Fault(400, "Bad Request: wrong file identifier"), "sendPhoto")
    await ann.sends("/pledges")
    await ann.taps("Chart")
    assert (ann.last.photo or b"").startswith(PNG)
    assert len(ann.api.called("sendPhoto")) == 3


async def test_without_matplotlib_the_bars_are_text(
    ann: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    asked = await ann.sends("/pledges")
    drawn = await ann.taps("Chart")
    assert drawn.message_id == asked.message_id
    assert "Sweden: €3 million over 4 years\n▒▒▒▒▒▒▒▒▒▒▒▒▒▒\nNetherlands: " in ann.text
    assert "◀ All pledges" in ann.labels


async def test_where_pictures_are_not_allowed_the_bars_are_text(team: Conversation) -> None:
    await team.sends("/budget")
    refusal = Fault(400, "Bad Request: not enough rights to send photos to the chat")
    team.api.fail(refusal, "sendPhoto", times=None)
    await team.taps("Chart")
    assert "(the CICC)\n██████████████\n" in team.text


@pytest.mark.parametrize("data", ["chart:asp12:weather", "chart:asp12", "chart:asp99:"])
async def test_a_picture_of_nothing_is_told_so(ann: Conversation, data: str) -> None:
    await ann.opens(data)
    assert ann.text.startswith("What this button showed is not there any more.")


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
BARS = st.builds(Bar, TEXTS, TEXTS, st.integers(0, 10**12), st.booleans(), st.none() | TEXTS)
PANELS = st.builds(Panel, TEXTS, st.lists(BARS, max_size=12).map(tuple))
CHARTS = st.builds(
    Chart,
    TEXTS.map("x".__add__),
    TEXTS,
    st.lists(PANELS, max_size=5).map(tuple),
    st.lists(TEXTS, max_size=3).map(tuple),
)


@given(CHARTS)
def test_a_caption_keeps_within_what_telegram_allows_and_owns_up_to_what_it_leaves_out(
    chart: Chart,
) -> None:
    said = richtext.from_html(charts.caption(chart, None, Words.load()))
    assert 0 < said.units <= 1024
    number = sum(len(panel.bars) for panel in chart.panels)
    listed = said.text.count("\n• ")
    assert listed >= number or "more in the list." in said.text


@given(CHARTS)
def test_bars_of_text_are_markup_that_telegram_takes(chart: Chart) -> None:
    said = richtext.from_html(charts.in_text(chart, None, Words.load()))
    assert said.text.startswith(chart.title)


def test_what_looks_like_a_formula_is_drawn_as_it_is_written() -> None:
    chart = Chart("$x^2$ and $y$", "", (Panel("$", (Bar("$_$", "$1", 0),)),), ("\\frac $",))
    assert draw(chart).startswith(PNG)


def test_the_picture_is_as_wide_in_either_direction() -> None:
    panel = Panel("In euros", (Bar("A donor with a long name", "€1 million", 1),))
    plain, mirrored = (
        draw(Chart("Title", "When", (panel,), (), right_to_left=mirror)) for mirror in (False, True)
    )
    assert plain != mirrored
    assert plain[16:24] == mirrored[16:24]
    assert int.from_bytes(plain[16:20]) == 1260
