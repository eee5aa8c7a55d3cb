"""What a picture of figures says: its plan, its caption, and the same in text bars."""

from collections.abc import Iterator, Sequence
from typing import Final

from babel.numbers import get_currency_name
from markupsafe import Markup

from data import richtext
from data.locales.words import Words
from data.session import Session
from data.sources import Source
from handlers.charts.plan import Bar, Chart, Panel
from handlers.views import layout

CAPTION_UNITS: Final = 1024
MOST_BARS: Final = 10
MOST_NAMES: Final = 4
BLOCKS: Final = 14
FOR_ANY_NUMBER: Final = 100


def planned(
    title: str, session: Session, panels: Sequence[Panel], cited: Sequence[Source], words: Words
) -> Chart:
    """Put a picture together: its title, when and where, how to read it, and its sources."""
    notes = [
        words.plain("chart.over_years") if _any_over_years(panels) else None,
        words.plain("chart.own_scale") if len(panels) > 1 else None,
        words.plain("chart.largest") if any(len(one.bars) > MOST_BARS for one in panels) else None,
    ]
    start, end = (words.partial_date(day.isoformat()) for day in (session.start, session.end))
    return Chart(
        title=title,
        subtitle=words.plain("chart.when", place=session.place, start=start, end=end),
        panels=tuple(Panel(one.title, one.bars[:MOST_BARS]) for one in panels),
        notes=tuple(note for note in notes if note),
        credit=_publishers(cited, words) if cited else None,
        right_to_left=words.locale.text_direction == "rtl",
    )


def _any_over_years(panels: Sequence[Panel]) -> bool:
    return any(bar.over_years for panel in panels for bar in panel.bars)


def _publishers(cited: Sequence[Source], words: Words) -> str:
    names = list(dict.fromkeys(each.publisher for each in cited))
    return words.plain("chart.sources", names="; ".join(names[:MOST_NAMES]))


def currency_name(currency: str, words: Words) -> str:
    """Return what a currency is called: *euros*."""
    return get_currency_name(currency, count=FOR_ANY_NUMBER, locale=words.locale)


def caption(chart: Chart, source: Markup | None, words: Words) -> Markup:
    """Say all that the picture shows, within what Telegram allows below a picture."""
    total = sum(len(panel.bars) for panel in chart.panels)
    for shown in range(total, -1, -1):
        more = words("chart.more", number=total - shown) if shown < total else None
        said = layout.stacked(
            layout.heading(chart.title),
            *_panels(chart, shown, words),
            more,
            layout.lines(*(Markup.escape(note) for note in chart.notes)),
            source,
        )
        if richtext.from_html(said).units <= CAPTION_UNITS:
            return said
    return layout.heading(chart.title)


def _panels(chart: Chart, room: int, words: Words) -> Iterator[Markup]:
    for panel in chart.panels:
        if bars := panel.bars[:room]:
            room -= len(bars)
            rows = layout.bullets(_row(bar, words) for bar in bars)
            yield layout.lines(layout.heading(panel.title), rows)


def _row(bar: Bar, words: Words) -> Markup:
    key = "chart.row_noted" if bar.note else "chart.row"
    return words(key, label=bar.label, value=bar.value, note=bar.note)


def in_text(chart: Chart, source: Markup | None, words: Words) -> Markup:
    """Draw the picture in text, for where it cannot be drawn or sent."""
    return layout.stacked(
        layout.heading(chart.title),
        *(
            layout.lines(
                layout.heading(panel.title),
                *(
                    layout.lines(_row(bar, words), Markup.escape(_blocks(bar, panel)))
                    for bar in panel.bars
                ),
            )
            for panel in chart.panels
        ),
        layout.lines(*(Markup.escape(note) for note in chart.notes)),
        source,
    )


def _blocks(bar: Bar, panel: Panel) -> str:
    longest = max(each.amount for each in panel.bars) or 1
    number = max(1, round(BLOCKS * bar.amount / longest))
    return ("▒" if bar.over_years else "█") * number
