"""What stands in a picture, in words and numbers: made by views, drawn by ``drawing``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One sum: ``label`` says whose or what it is, ``value`` writes it, ``note`` who says so.

    ``amount`` is the bar's length, in the unit of its panel. ``over_years`` marks what is for
    several years together, or for something built over years.
    """

    label: str
    value: str
    amount: int
    over_years: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars that may be compared with each other: of one currency, on one scale from zero."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole picture. Two that are equal look the same, whichever language they are in.

    ``notes`` say how to read it, ``credit`` where the figures come from.
    """

    title: str
    subtitle: str
    panels: tuple[Panel, ...]
    notes: tuple[str, ...]
    credit: str | None = None
    right_to_left: bool = False
