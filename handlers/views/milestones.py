"""What led to a session and what came of it."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from data.locales.words import Words
from data.milestones import Milestone
from data.session import Session
from data.sources import Source
from handlers.views import answers, layout, sources


def listing(
    session: Session, shown: Sequence[Milestone], cited: Mapping[str, Source], words: Words
) -> Markup:
    """List milestones under *before* and *after*, each with its source."""
    parts = dict.fromkeys(each.when for each in shown)
    return layout.stacked(
        *(
            layout.stacked(
                words(f"answer.{part}", session=session.short_name),
                *(_line(each, cited, words) for each in shown if each.when == part),
            )
            for part in parts
        ),
        None if shown else words("list.nothing"),
    )


def _line(shown: Milestone, cited: Mapping[str, Source], words: Words) -> Markup:
    said = words("milestones.line", date=words.partial_date(shown.date), text=shown.text)
    return layout.lines(
        sources.after(said, shown.sources, cited, words), answers.note(shown.note, words)
    )
