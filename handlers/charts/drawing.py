"""Draws a chart as a PNG with matplotlib, which is imported on first use."""

from io import BytesIO
from typing import TYPE_CHECKING, Final

from handlers.charts.plan import Chart
from handlers.charts.sheet import MARGIN, WIDTH, Box, Text, laid_out

if TYPE_CHECKING:
    from matplotlib.figure import Figure

POINTS_PER_INCH: Final = 72
DOTS_PER_INCH: Final = 350


def draw(chart: Chart) -> bytes:
    """Return the chart as a PNG of 1,260 pixels' width.

    Raises:
        ImportError: where matplotlib is not installed.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    sheet = laid_out(chart)
    height = sheet.y + MARGIN
    size = (WIDTH / POINTS_PER_INCH, height / POINTS_PER_INCH)
    figure = Figure(figsize=size, dpi=DOTS_PER_INCH, facecolor="white")
    FigureCanvasAgg(figure)
    for item in sheet.items:
        if isinstance(item, Box):
            _paint_box(figure, item, height, right_to_left=chart.right_to_left)
        else:
            _paint_text(figure, item, height, right_to_left=chart.right_to_left)
    drawn = BytesIO()
    figure.savefig(drawn, format="png")
    return drawn.getvalue()


def _paint_box(figure: "Figure", box: Box, height: float, *, right_to_left: bool) -> None:
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


def _paint_text(figure: "Figure", text: Text, height: float, *, right_to_left: bool) -> None:
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
