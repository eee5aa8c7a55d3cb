"""States: the list of them, and everything about one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from data import kinds
from data.elections import Election
from data.locales.words import Words
from data.pledges import Pledge
from data.profiles import Profile
from data.records import Record
from data.session import Session
from data.sources import Source
from data.states import State, Statement
from handlers.views import layout, sources, statements, titles

TEXT_UNITS = 360


class Line(NamedTuple):
    """One thing known of a state, under the heading ``section``; ``label`` is for its button."""

    section: str
    text: Markup
    kind: str
    record: Record
    label: str


def lines(profile: Profile, words: Words) -> list[Line]:
    """Say what is known of a state, one line after another."""
    return [
        *(_pledge(each, words) for each in profile.pledges),
        *(_election(each, profile.state, words) for each in profile.elections),
        *(_statement(each, words) for each in profile.statements),
        *(
            Line("people", _named(each.name, each.role, words), "person", each, each.name)
            for each in profile.people
        ),
        *_mentions(profile, words),
    ]


def card(
    state: State, session: Session, shown: Sequence[Line], cited: Mapping[str, Source], words: Words
) -> Markup:
    """Show some lines about a state under their headings, each with the first of its sources."""
    sections = dict.fromkeys(line.section for line in shown)
    return layout.stacked(
        words("state.heading", session=session.short_name, state=state.name),
        *(
            layout.lines(
                words(f"state.{section}"),
                layout.bullets(
                    sources.after(line.text, kinds.sources_of(line.record), cited, words)
                    for line in shown
                    if line.section == section
                ),
            )
            for section in sections
        ),
        None if shown else words("state.nothing"),
    )


def _pledge(pledge: Pledge, words: Words) -> Line:
    money = words.money(pledge.amount, pledge.currency)
    key = "state.pledge_over_years" if (pledge.years or 1) > 1 else "state.pledge"
    text = words(key, money=money, recipient=pledge.recipient, years=pledge.years)
    label = words.plain("state.pledge_button", money=money, recipient=pledge.recipient)
    return Line("pledges", text, "pledge", pledge, label)


def _election(election: Election, state: State, words: Words) -> Line:
    date = words.short_date(election.date)
    if election.state == state.id:
        person = election.person
        text = words("state.elected", person=person, office=election.office, date=date)
    else:
        stood = next(each for each in election.others if each.state == state.id)
        person = stood.person
        text = words("state.stood", person=person, office=election.office, result=stood.result)
    label = words.plain("state.election_button", person=person)
    return Line("elections", text, "election", election, label)


def _statement(statement: Statement, words: Words) -> Line:
    occasion = statements.occasion(statement, words)
    if statement.on_behalf_of:
        whom = statement.on_behalf_of
        occasion = words.plain("statement.for", occasion=occasion, whom=whom)
    label = words.plain(
        "state.statement_button", occasion=statements.short_occasion(statement, words)
    )
    said = titles.opening(statement.text, TEXT_UNITS) if statement.text else None
    key = "state.statement" if said else "state.statement_unknown"
    text = words(key, occasion=occasion, said=said)
    return Line("statements", text, "statement", statement, label)


def _named(name: str, role: str, words: Words) -> Markup:
    return words("state.person", name=name, role=role)


def _mentions(profile: Profile, words: Words) -> Iterator[Line]:
    for kind, record in profile.mentions:
        title = titles.of(record, profile.states, words)
        text = words("state.mention", kind=titles.kind(kind, words), title=title)
        yield Line("mentions", text, kind, record, title)


def listing(session: Session, total: int, words: Words) -> Markup:
    """Head the list of all states."""
    return layout.stacked(
        words("states.heading", session=session.short_name),
        words.count("states.count", total),
    )


def which(asked: str, words: Words) -> Markup:
    """Ask which of several states is meant."""
    return words("states.which", asked=asked)


def unknown(asked: str, session: Session, *, like: bool, words: Words) -> Markup:
    """Say that a name is no state that the base knows; offer what is spelt like it."""
    key = "states.unknown_like" if like else "states.unknown"
    return words(key, asked=asked, session=session.short_name)
