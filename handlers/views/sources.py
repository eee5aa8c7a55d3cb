"""Where a fact comes from, and where sources contradict each other."""

from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup

from data.conflicts import Conflict, Version
from data.locales.words import Words
from data.sources import Source
from handlers.views import layout


def line(sources: Sequence[Source], words: Words) -> Markup | None:
    """Name the first source with its address; the others stand behind a button."""
    return words("source.line", source=entry(sources[0], words)) if sources else None


def entry(source: Source, words: Words) -> Markup:
    """Return publisher, title and date of a source, the title opening its page."""
    title = layout.link(source.title, source.url)
    dated = words.partial_date(source.date) if source.date else None
    key = "source.dated" if dated else "source.undated"
    return words(key, publisher=source.publisher, title=title, date=dated)


def after(
    fact: Markup, cited: Collection[str], by_id: Mapping[str, Source], words: Words
) -> Markup:
    """Return a fact with a link behind it that opens the first of the sources it cites.

    ``by_id`` stands in the order of the sources on screen, official ones first.
    """
    first = next((source for source in by_id.values() if source.id in cited), None)
    if first is None:
        return fact
    link = layout.link(words.plain("source.word"), first.url)
    return words("source.after", fact=fact, source=link)


def listing(sources: Sequence[Source], words: Words) -> Markup:
    """List sources in full, with what should be known of each."""
    return layout.bullets(
        layout.lines(entry(source, words), words("source.note", note=source.note))
        if source.note
        else entry(source, words)
        for source in sources
    )


def disagreement(conflict: Conflict, by_id: Mapping[str, Source], words: Words) -> Markup:
    """Show what each side says, who says it, and what we go with."""
    return layout.lines(
        words("conflict.heading", about=conflict.about),
        layout.bullets(_version(version, by_id, words) for version in conflict.versions),
        words("conflict.resolution", resolution=conflict.resolution),
    )


def _version(version: Version, by_id: Mapping[str, Source], words: Words) -> Markup:
    named = [by_id[identity] for identity in version.sources if identity in by_id]
    links = Markup(", ").join(layout.link(source.publisher, source.url) for source in named)
    return words("conflict.version", says=version.says, sources=links)
