"""The programme: of a day, of the whole session, and one item of it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from data.days import Day
from data.locales.words import Words
from data.programme import Event
from data.session import Session
from data.sources import Source
from handlers.views import answers, layout, sources


def heading(
    session: Session, day: Day, total: int, words: Words, *, comes_next: bool = False
) -> Markup:
    """Say which day's programme follows."""
    key = "programme.next_heading" if comes_next else "programme.day_heading"
    return layout.lines(
        words(key, session=session.short_name, number=day.number, total=total),
        words("day.date", date=words.date(day.date), place=session.place),
    )


def listing(
    head: Markup, shown: Sequence[Event], cited: Mapping[str, Source], words: Words
) -> Markup:
    """List items of the programme, as far as the files know them."""
    return layout.stacked(
        head,
        *(_line(each, cited, words) for each in shown),
        None if shown else words("programme.nothing"),
    )


def _line(event: Event, cited: Mapping[str, Source], words: Words) -> Markup:
    fact = words("programme.line", kind=kind(event, words), title=event.title)
    hour = hours(event, words)
    return layout.lines(
        words("programme.hour", hour=hour) if hour else None,
        sources.after(fact, event.sources, cited, words),
        words("answer.place", place=event.place) if event.place else None,
    )


def hours(event: Event, words: Words) -> str | None:
    """Return from when to when an item goes at the venue, as far as that is known."""
    if event.starts is None:
        return None
    if event.ends is None:
        return words.time(event.starts)
    return words.plain(
        "programme.hours", starts=words.time(event.starts), ends=words.time(event.ends)
    )


def kind(event: Event, words: Words) -> str:
    """Return what kind of item it is: *Side event*."""
    return words.plain(f"event.{event.kind.replace('-', '_')}")


def whole(  # noqa: PLR0913, PLR0917 - the session's days, and what has none
    session: Session,
    days: Sequence[Day],
    every: Sequence[Event],
    undated: Sequence[Event],
    cited: Mapping[str, Source],
    words: Words,
    *,
    over: bool,
) -> Markup:
    """Say how much each day holds, and list what has no day."""
    number = Counter(each.day for each in every)
    return layout.stacked(
        layout.lines(
            words("programme.heading", session=session.short_name),
            words("programme.over" if over else "programme.known"),
        ),
        layout.lines(
            *(
                words.count(
                    "programme.items",
                    number[day.number],
                    day=day.number,
                    date=words.short_date(day.date),
                )
                for day in days
            )
        ),
        words("programme.undated") if undated else None,
        *(_line(each, cited, words) for each in undated),
    )


def card(event: Event, words: Words) -> Markup:
    """Show one item in full."""
    bare = event.replaced(text=None, note=None)
    return layout.stacked(
        layout.lines(words("programme.kind", kind=kind(event, words)), answers.event(bare, words)),
        Markup.escape(event.text) if event.text else None,
        answers.note(event.note, words),
    )
