"""The budget: its figures with who says so, what people said of it, and its picture."""

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup

from data.budget import Figure, Reaction
from data.locales.words import Words
from data.session import Session
from data.sources import Source
from handlers.charts.plan import Bar, Chart, Panel
from handlers.views import charts, layout, sources

YEARLY, PREMISES, VOICES = "yearly", "premises", "voices"
SECTION_OF: Final = {"premises": PREMISES, "saving": PREMISES}
PANELS: Final = {
    "yearly": ("previous", "proposed", "requested", "approved"),
    "premises": ("premises", "saving"),
}
OVER_YEARS: Final = ("premises", "saving")


def sections(
    figures: Sequence[Figure], reactions: Sequence[Reaction]
) -> dict[str, Sequence[Figure | Reaction]]:
    """Return what there is of each section of the screen; those without anything are left out."""
    parted: dict[str, list[Figure | Reaction]] = {YEARLY: [], PREMISES: [], VOICES: [*reactions]}
    for figure in figures:
        parted[SECTION_OF.get(figure.kind, YEARLY)].append(figure)
    return {name: found for name, found in parted.items() if found}


def screen(session: Session, section: str, shown: Markup, words: Words) -> Markup:
    """Head a page of a section."""
    heading = words(f"budget.{section}_heading", session=session.short_name)
    return layout.stacked(heading, shown or words("list.nothing"))


def body(records: Sequence[Figure | Reaction], cited: Mapping[str, Source], words: Words) -> Markup:
    """Say all that a section holds: figures by kind, each with its source; then voices."""
    figures = [each for each in records if isinstance(each, Figure)]
    kinds = dict.fromkeys((each.kind, each.year) for each in figures)
    return layout.stacked(
        *(
            _kind([each for each in figures if (each.kind, each.year) == kind], cited, words)
            for kind in kinds
        ),
        *(_reaction(each, cited, words) for each in records if isinstance(each, Reaction)),
    )


def _kind(figures: Sequence[Figure], cited: Mapping[str, Source], words: Words) -> Markup:
    """Set the versions of one figure together, those of official sources first."""
    ordered = _official_first(figures, list(cited))
    return layout.lines(
        layout.heading(_label(ordered[0], words)),
        *(_figure(each, cited, words) for each in ordered),
    )


def _official_first(figures: Sequence[Figure], cited: Sequence[str]) -> list[Figure]:
    """Order figures as their sources stand on screen; ``cited`` are ids in that order."""
    rank = {identity: place for place, identity in enumerate(cited)}
    return sorted(figures, key=lambda each: min(rank.get(one, len(rank)) for one in each.sources))


def _figure(figure: Figure, cited: Mapping[str, Source], words: Words) -> Markup:
    said = words("budget.figure", amount=_amount(figure, words), who=figure.said_by)
    return layout.lines(
        layout.bullets([sources.after(said, figure.sources, cited, words)]),
        words("budget.note", note=figure.note) if figure.note else None,
    )


def _reaction(reaction: Reaction, cited: Mapping[str, Source], words: Words) -> Markup:
    return layout.lines(
        layout.heading(reaction.who),
        sources.after(Markup.escape(reaction.text), reaction.sources, cited, words),
    )


def _label(figure: Figure, words: Words) -> str:
    """Return what a figure is; with its year unless it is no year's."""
    if figure.kind in OVER_YEARS:
        return figure.label
    return words.plain("budget.label", label=figure.label, year=figure.year)


def _amount(figure: Figure, words: Words) -> str:
    if figure.amount is None:
        return figure.words or "?"
    return words.money(figure.amount, figure.currency)


def chart(
    session: Session, figures: Sequence[Figure], cited: Sequence[Source], words: Words
) -> Chart:
    """Plan the picture of figures that have an amount: a panel per subject and currency.

    Increases are left out: the bars of two years show them.
    """
    panels = []
    by_source = _official_first(figures, [each.id for each in cited])
    for name, kinds in PANELS.items():
        ordered = sorted(
            (each for each in by_source if each.kind in kinds),
            key=lambda one: kinds.index(one.kind),
        )
        for currency in dict.fromkeys(each.currency for each in ordered):
            bars = (_bar(each, words) for each in ordered if each.currency == currency)
            title = words.plain(
                f"budget.panel_{name}", currency=charts.currency_name(currency, words)
            )
            panels.append(Panel(title, tuple(bars)))
    title = words.plain("budget.chart", session=session.short_name)
    return charts.planned(title, session, panels, cited, words)


def _bar(figure: Figure, words: Words) -> Bar:
    return Bar(
        label=_label(figure, words),
        value=_amount(figure, words),
        amount=figure.amount or 0,
        over_years=figure.kind in OVER_YEARS,
        note=figure.said_by,
    )
