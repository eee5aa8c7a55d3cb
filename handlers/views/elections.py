"""Who was elected: the list by office, and one election with its votes."""

import datetime as dt
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from data.elections import Election
from data.locales.words import Words
from data.session import Session
from handlers.views import answers, layout


def listing(
    session: Session,
    shown: Sequence[Election],
    total: int,
    states: Mapping[str, str],
    words: Words,
) -> Markup:
    """List those elected under their offices; ``states`` are names of states by id."""
    offices = dict.fromkeys(each.office for each in shown)
    return layout.stacked(
        layout.lines(
            words("elections.heading", session=session.short_name),
            words.count("elections.count", total) if total else words("list.nothing"),
        ),
        *(
            _office(office, [each for each in shown if each.office == office], states, words)
            for office in offices
        ),
    )


def _office(
    office: str, elected: Sequence[Election], states: Mapping[str, str], words: Words
) -> Markup:
    """List who was elected to an office; what is the same for all of them is said once."""
    manners = {each.id: _how(each, words) for each in elected}
    alike = len(set(manners.values())) == 1
    return layout.lines(
        layout.heading(office),
        words("elections.manner", how=manners[elected[0].id]) if alike else None,
        layout.bullets(
            words(
                "elections.line_alike" if alike else "elections.line",
                person=_named(each.person, each.state, states, words),
                how=manners[each.id],
            )
            for each in elected
        ),
    )


def _how(shown: Election, words: Words) -> str:
    date = words.short_date(shown.date)
    if shown.votes is None:
        return words.plain("elections.by", method=shown.method, date=date)
    return words.plain("elections.with_votes", votes=shown.votes, date=date)


def card(shown: Election, states: Mapping[str, str], words: Words) -> Markup:
    """Show one election in full; ``states`` are names of states by id."""
    named = states.get(shown.state or "")
    return layout.stacked(
        words("answer.elected", person=shown.person, office=shown.office),
        layout.lines(
            words("answer.of_state", state=named) if named else None,
            words("elections.when", when=_when(shown, words)),
            words("answer.method", method=shown.method),
            words("elections.round", number=shown.round) if shown.round else None,
        ),
        _ballot(shown, words),
        layout.lines(
            words("answer.replaces", whom=shown.replaces) if shown.replaces else None,
            _dated("elections.sworn_in", shown.sworn_in, words),
            _dated("elections.term_start", shown.term_start, words),
            _dated("elections.term_end", shown.term_end, words),
        ),
        layout.bullets(
            words(
                "answer.other",
                person=_named(other.person, other.state, states, words),
                result=other.result,
            )
            for other in shown.others
        ),
        answers.note(shown.note, words),
    )


def _ballot(shown: Election, words: Words) -> Markup:
    counted = {
        "elections.votes_line": shown.votes,
        "elections.required": shown.required,
        "elections.states_voting": shown.states_voting,
        "elections.ballot_papers": shown.ballot_papers,
        "elections.abstentions": shown.abstentions,
    }
    return layout.lines(
        *(
            words(key, number=words.number(number))
            for key, number in counted.items()
            if number is not None
        )
    )


def _when(shown: Election, words: Words) -> Markup:
    date: Markup | str = words.date(shown.date)
    if shown.day:
        date = words("record.date_and_day", date=date, number=shown.day)
    return (
        words("answer.hour", when=date, starts=words.time(shown.time))
        if shown.time
        else Markup.escape(date)
    )


def _dated(key: str, day: dt.date | None, words: Words) -> Markup | None:
    return words(key, date=words.date(day)) if day else None


def _named(person: str, state: str | None, states: Mapping[str, str], words: Words) -> str:
    named = states.get(state or "")
    return words.plain("elections.person_of", person=person, state=named) if named else person
