"""How the days of a session stand, for those who write about them."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from data.audience import Audience
from data.days import Day
from data.drafts import Draft
from data.locales.words import Words
from data.revisions import Revision
from data.session import Session
from handlers.views import editing, layout


@dataclass(frozen=True, slots=True)
class State:
    """How a day stands.

    ``standing`` is the newest revision in each language with its author's name, None where it came
    with the files; ``writing`` are drafts with their editors' names; ``held`` is how many chats
    wait for the summary by now.
    """

    day: Day
    closed: bool
    standing: tuple[tuple[Revision, str | None], ...]
    writing: tuple[tuple[str, Draft], ...]
    held: int

    @property
    def languages(self) -> list[str]:
        """The languages in which a summary is out."""
        return [each.language for each, _ in self.standing if each.text]

    @property
    def is_out(self) -> bool:
        """Whether a summary is out."""
        return bool(self.languages)

    @property
    def has_history(self) -> bool:
        """Whether there ever was a summary."""
        return bool(self.standing)


def listing(session: Session, every: Sequence[State], words: Words) -> Markup:
    """List the days of a session: which summaries are out, and which are late."""
    return layout.stacked(
        words("edit.summaries", session=session.short_name),
        layout.lines(*(_line(each, words) for each in every)),
        words("edit.choose_day"),
    )


def _line(state: State, words: Words) -> Markup:
    return layout.lines(
        words(
            f"edit.line_{_how(state)}",
            number=state.day.number,
            date=words.short_date(state.day.date),
            languages=", ".join(state.languages),
        ),
        words.count("edit.line_held", state.held) if state.held else None,
    )


def _how(state: State) -> str:
    if state.is_out:
        return "out"
    if any(each.act == "withdrawn" for each, _ in state.standing):
        return "withdrawn"
    if state.writing:
        return "draft"
    return "missing" if state.closed else "ahead"


def mark(state: State) -> str:
    """Return the mark of a day on its button."""
    return {"out": " ✓", "missing": " !", "withdrawn": " !"}.get(_how(state), "")


def card(session: Session, state: State, audience: Audience, words: Words) -> Markup:
    """Show how a day stands in each language, who writes about it, and who gets it."""
    closes = editing.moment(state.day.closes_at(session), session.zone, words)
    return layout.stacked(
        layout.lines(
            words(
                "edit.card",
                session=session.short_name,
                number=state.day.number,
                date=words.short_date(state.day.date),
            ),
            words("edit.closed" if state.closed else "edit.closes", time=closes),
        ),
        layout.lines(*(_standing(session, each, author, words) for each, author in state.standing))
        or words("edit.not_written"),
        layout.lines(*(_writing(session, name, each, words) for name, each in state.writing)),
        editing.goes_to(audience, session.zone, words),
    )


def _standing(session: Session, revision: Revision, author: str | None, words: Words) -> Markup:
    return words(
        "edit.in_language",
        language=editing.language(revision.language, words),
        stands=editing.stands(revision, author, session.zone, words),
    )


def _writing(session: Session, name: str, draft: Draft, words: Words) -> Markup:
    touched = editing.moment(draft.touched, session.zone, words)
    return words("edit.other", name=name, time=touched)
