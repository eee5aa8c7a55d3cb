"""Draws a chart as a PNG for a phone's width, with matplotlib, which is imported on first use."""

from dataclasses import dataclass, field
from io import BytesIO
from itertools import cycle
from textwrap import wrap
from typing import TYPE_CHECKING, Final, Literal

from handlers.charts.plan import Bar, Chart, Panel

if TYPE_CHECKING:
    from matplotlib.figure import Figure

POINTS: Final = 72
WIDTH: Final = 3.6 * POINTS
DOTS_PER_INCH: Final = 350
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
class _Text:
    text: str
    y: float
    size: float
    colour: str = INK
    bold: bool = False
    at: Literal["start", "end"] = "start"


@dataclass(frozen=True, slots=True)
class _Box:
    y: float
    height: float
    width: float
    face: str
    edge: str | None = None


@dataclass(slots=True)
class _Sheet:
    """What is written and drawn, from the top down; all lengths are in points."""

    y: float = MARGIN
    items: list[_Text | _Box] = field(default_factory=list)

    def write(self, text: str, size: float, colour: str = INK, *, bold: bool = False) -> None:
        letter = BOLD_LETTER if bold else LETTER
        for line in wrap(text, int(ROOM / (size * letter))) or [""]:
            self.items.append(_Text(line, self.y, size, colour, bold))
            self.y += size * 1.35


def draw(chart: Chart) -> bytes:
    """Return the chart as a PNG of 1,260 pixels' width.

    Raises:
        ImportError: where matplotlib is not installed.
    """
    sheet = _Sheet()
    sheet.write(chart.title, 13, bold=True)
    sheet.write(chart.subtitle, 8.5, QUIET)
    for panel, colours in zip(chart.panels, cycle(COLOURS), strict=False):
        _set(sheet, panel, colours)
    sheet.y += 14
    for note in (*chart.notes, chart.credit):
        if note:
            sheet.write(note, 7.5, QUIET)
    return _painted(sheet, right_to_left=chart.right_to_left)


def _set(sheet: _Sheet, panel: Panel, colours: tuple[str, str]) -> None:
    sheet.y += 12
    sheet.items.append(_Box(sheet.y, 0.7, ROOM, LINE))
    sheet.y += 7
    sheet.write(panel.title, 9, QUIET, bold=True)
    longest = max((bar.amount for bar in panel.bars), default=0) or 1
    for bar in panel.bars:
        _set_bar(sheet, bar, bar.amount / longest, colours)


def _set_bar(sheet: _Sheet, bar: Bar, share: float, colours: tuple[str, str]) -> None:
    size = 10.0
    sheet.y += 8
    room = int((ROOM - len(bar.value) * size * BOLD_LETTER) / (size * LETTER)) - 1
    if room >= NARROWEST:
        sheet.items.append(_Text(bar.value, sheet.y, size, bold=True, at="end"))
        for line in wrap(bar.label, room):
            sheet.items.append(_Text(line, sheet.y, size))
            sheet.y += size * 1.3
    else:
        sheet.write(bar.label, size)
        sheet.write(bar.value, size, bold=True)
    if bar.note:
        sheet.write(bar.note, 8, QUIET)
    dark, light = colours
    face, edge = (light, dark) if bar.over_years else (dark, None)
    sheet.items.append(_Box(sheet.y + 1, 9, max(share, SHORTEST) * ROOM, face, edge))
    sheet.y += 10


def _painted(sheet: _Sheet, *, right_to_left: bool) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    height = sheet.y + MARGIN
    figure = Figure(figsize=(WIDTH / POINTS, height / POINTS), dpi=DOTS_PER_INCH, facecolor="white")
    FigureCanvasAgg(figure)
    for item in sheet.items:
        if isinstance(item, _Box):
            _paint_box(figure, item, height, right_to_left=right_to_left)
        else:
            _paint_text(figure, item, height, right_to_left=right_to_left)
    drawn = BytesIO()
    figure.savefig(drawn, format="png")
    return drawn.getvalue()


def _paint_box(figure: "Figure", box: _Box, height: float, *, right_to_left: bool) -> None:
    from matplotlib.patches import Rectangle

    left = WIDTH - MARGIN - box.width if right_to_left else MARGIN
    figure.add_artist(
        Rectangle(
            (left / WIDTH, 1 - (box.y + box.height) / height),
            box.width / WIDTH,
            box.height / height,
            transform=figure.transFigure,
            facecolor=box.face,
            edgecolor=box.edge or "none",
            linewidth=0.8,
            hatch="/////" if box.edge else None,
        )
    )


def _paint_text(figure: "Figure", text: _Text, height: float, *, right_to_left: bool) -> None:
    at_left = (text.at == "start") is not right_to_left
    figure.text(
        (MARGIN if at_left else WIDTH - MARGIN) / WIDTH,
        1 - text.y / height,
        text.text,
        fontsize=text.size,
        color=text.colour,
        fontweight="bold" if text.bold else "normal",
        horizontalalignment="left" if at_left else "right",
        verticalalignment="top",
        parse_math=False,
    )
