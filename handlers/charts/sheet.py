"""Lays out a chart from the top down, for a phone's width; all lengths are in points."""

from dataclasses import dataclass, field
from itertools import cycle
from textwrap import wrap
from typing import Final, Literal

from handlers.charts.plan import Bar, Chart, Panel

WIDTH: Final = 3.6 * 72
MARGIN: Final = 13.0
ROOM: Final = WIDTH - 2 * MARGIN
LETTER: Final = 0.56  # the width of an average letter of the font, in its own size
BOLD_LETTER: Final = 0.66
NARROWEST: Final = 12  # letters of a label beside a long value
SHORTEST: Final = 0.004  # of a bar, so that it is seen

INK, QUIET, LINE = "#1b2733", "#5c6b78", "#cfd8df"
# A colour for each panel, and its light one: what stands in two colours is not to be compared.
COLOURS: Final = (
    ("#1f5a8c", "#d5e2ee"),
    ("#1c7a6c", "#d3e9e5"),
    ("#8a5a14", "#f1e5d0"),
    ("#6b4a8c", "#e5dcee"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text whose top is at ``y``, at the start or the end of the line."""

    text: str
    y: float
    size: float
    colour: str = INK
    bold: bool = False
    at: Literal["start", "end"] = "start"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box that begins at the start of the line; with an ``edge`` it is hatched."""

    y: float
    height: float
    width: float
    face: str
    edge: str | None = None


@dataclass(slots=True)
class Sheet:
    """What is written and drawn so far, and how far down that has come."""

    y: float = MARGIN
    items: list[Text | Box] = field(default_factory=list)

    def write(self, text: str, size: float, colour: str = INK, *, bold: bool = False) -> None:
        """Write a text over as many lines as it takes."""
        letter = BOLD_LETTER if bold else LETTER
        for line in wrap(text, int(ROOM / (size * letter))) or [""]:
            self.items.append(Text(line, self.y, size, colour, bold))
            self.y += size * 1.35


def laid_out(chart: Chart) -> Sheet:
    """Return a chart as lines of text and boxes."""
    sheet = Sheet()
    sheet.write(chart.title, 13, bold=True)
    sheet.write(chart.subtitle, 8.5, QUIET)
    for panel, colours in zip(chart.panels, cycle(COLOURS), strict=False):
        _set(sheet, panel, colours)
    sheet.y += 14
    for note in (*chart.notes, chart.credit):
        if note:
            sheet.write(note, 7.5, QUIET)
    return sheet


def _set(sheet: Sheet, panel: Panel, colours: tuple[str, str]) -> None:
    sheet.y += 12
    sheet.items.append(Box(sheet.y, 0.7, ROOM, LINE))
    sheet.y += 7
    sheet.write(panel.title, 9, QUIET, bold=True)
    longest = max((bar.amount for bar in panel.bars), default=0) or 1
    for bar in panel.bars:
        _set_bar(sheet, bar, bar.amount / longest, colours)


def _set_bar(sheet: Sheet, bar: Bar, share: float, colours: tuple[str, str]) -> None:
    size = 10.0
    sheet.y += 8
    room = int((ROOM - len(bar.value) * size * BOLD_LETTER) / (size * LETTER)) - 1
    if room >= NARROWEST:
        sheet.items.append(Text(bar.value, sheet.y, size, bold=True, at="end"))
        for line in wrap(bar.label, room):
            sheet.items.append(Text(line, sheet.y, size))
            sheet.y += size * 1.3
    else:
        sheet.write(bar.label, size)
        sheet.write(bar.value, size, bold=True)
    if bar.note:
        sheet.write(bar.note, 8, QUIET)
    dark, light = colours
    face, edge = (light, dark) if bar.over_years else (dark, None)
    sheet.items.append(Box(sheet.y + 1, 9, max(share, SHORTEST) * ROOM, face, edge))
    sheet.y += 10
