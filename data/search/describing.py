"""How the records of each kind are searched: a table by the record's type.

The words for the kind in each context are those by which people mean all of it: *pledge* and
*gave* find what states gave, whatever the record itself says.
"""

from functools import singledispatch

from data import names
from data.budget import Figure, Reaction
from data.conflicts import Conflict
from data.documents import Document
from data.elections import Election
from data.glossary import Term
from data.milestones import Milestone
from data.outcomes import Outcome
from data.people import Person
from data.pledges import Pledge
from data.programme import Event
from data.records import Record
from data.resolutions import Resolution
from data.search.units import Around, Unit, spelt, unit
from data.session import Session
from data.states import State, Statement

SAID = (
    "Took part, participated, addressed, told, asked, argued, warned, announced, explained,"
    " complained, called for"
)
OCCASIONS = {
    "general-debate": "General debate",
    "heads-of-state": "Debate on heads of state, special segment, panel",
    "victims": "Plenary on victims, panel",
    "opening": "Opening",
    "press": "Press, reaction",
}
FIGURES = {
    "approved": "Budget approved, agreed, adopted: total",
    "increase": "Budget increase, rise, growth: more than the year before",
    "previous": "Previous budget, year before, last year",
    "requested": "Budget requested, asked for, wanted by the ICC",
    "proposed": "Proposed budget, proposal",
    "premises": "Cost of the permanent premises, building, construction",
    "saving": "Saving on the permanent premises: less than planned",
}
EVENTS = {
    "plenary": "Plenary meeting",
    "debate": "Debate",
    "election": "Election, vote, ballot",
    "side-event": "Side event, discussion",
    "talks": "Talks, negotiations",
    "closing": "Closing, end",
}


@singledispatch
def described(record: Record, around: Around) -> Unit:
    """Return what the index holds of a record. Raises ``TypeError`` for kinds not searched."""
    del around
    raise TypeError(f"{type(record).__name__} is not searched")


@described.register
def _(record: Outcome, around: Around) -> Unit:
    when = spelt(record.date, record.day)
    topic = around.topics.get(record.topic)
    return unit(
        record.title,
        record.text,
        subject=(record.symbol,),
        context=(topic, when, "Outcome, decision"),
        note=record.note,
    )


@described.register
def _(record: Resolution, around: Around) -> Unit:
    return unit(
        record.title,
        record.text,
        subject=(record.symbol, "Resolution"),
        context=(
            around.topics.get(record.topic),
            spelt(record.adopted, record.day),
            f"Resolution adopted by {record.adopted_by}",
        ),
        note=record.note,
    )


@described.register
def _(record: Conflict, around: Around) -> Unit:
    del around
    versions = [version.says for version in record.versions]
    return unit(
        record.about,
        *versions,
        record.resolution,
        context=("Sources differ, disagree, contradict each other",),
    )


@described.register
def _(record: Document, around: Around) -> Unit:
    del around
    return unit(
        record.title,
        record.note,
        subject=(record.author, record.kind),
        context=(spelt(record.date), "Document, publication, published, paper, text"),
    )


@described.register
def _(record: Pledge, around: Around) -> Unit:
    state = around.states.get(record.state or "")
    return unit(
        record.donor,
        f"To the {record.recipient}.",
        f"Over {record.years} years." if record.years and record.years > 1 else None,
        record.announced_by,
        record.announced,
        subject=(
            state,
            record.period,
            f"{record.amount} {record.currency}",
            _currency(record.currency),
            "Pledge, gift, donation: promised, gave money",
        ),
        context=(spelt(None, record.day),),
        note=record.note,
    )


def _currency(code: str) -> str:
    return {"EUR": "euros €", "GBP": "pounds £", "USD": "dollars $"}.get(code, "")


@described.register
def _(record: Election, around: Around) -> Unit:
    return unit(
        record.person,
        f"Elected by {record.method}.",
        f"Votes: {record.votes}." if record.votes is not None else None,
        f"Required: {record.required} votes." if record.required else None,
        f"Ballot papers: {record.ballot_papers}." if record.ballot_papers else None,
        f"Abstentions: {record.abstentions}." if record.abstentions is not None else None,
        f"In place of {record.replaces}, whose seat it was." if record.replaces else None,
        f"Term begins {spelt(record.term_start)}." if record.term_start else None,
        f"Term ends {spelt(record.term_end)}." if record.term_end else None,
        f"Sworn in {spelt(record.sworn_in)}." if record.sworn_in else None,
        *(
            f"Other candidate: {each.person},"
            f" {around.states.get(each.state or '', '')}, {each.result}."
            for each in record.others
        ),
        subject=(
            record.office,
            record.body,
            around.states.get(record.state or ""),
            "Election, elected",
        ),
        context=(spelt(record.date, record.day), record.time, "Vote"),
        note=record.note,
    )


@described.register
def _(record: Figure, around: Around) -> Unit:
    del around
    return unit(
        record.label,
        record.words or f"{record.amount:,} {record.currency}.",
        f"According to {record.said_by}.",
        subject=(
            FIGURES[record.kind],
            str(record.year),
            f"{record.amount}" if record.amount is not None else record.words,
            _currency(record.currency),
        ),
        context=("Figure, sum, amount, money", "Budget"),
        note=record.note,
    )


@described.register
def _(record: Reaction, around: Around) -> Unit:
    del around
    return unit(
        record.who,
        record.text,
        subject=("Budget",),
        context=("Reaction to the budget: said, thought, view, comment",),
    )


@described.register
def _(record: Event, around: Around) -> Unit:
    del around
    return unit(
        record.title,
        record.text,
        f"Hosts, held by: {', '.join(record.hosts)}." if record.hosts else None,
        f"Support: {', '.join(record.supported_by)}." if record.supported_by else None,
        f"Speakers: {', '.join(record.speakers)}." if record.speakers else None,
        f"Place: {record.place}." if record.place else None,
        subject=(EVENTS[record.kind],),
        context=(
            spelt(record.date, record.day),
            record.starts,
            record.ends,
            "Event, held, programme",
        ),
        note=record.note,
    )


@described.register
def _(record: State, around: Around) -> Unit:
    del around
    return unit(record.name, subject=record.aliases, context=("State, delegation",))


@described.register
def _(record: Statement, around: Around) -> Unit:
    state = around.states.get(record.state or "")
    behalf = f"On behalf of {record.on_behalf_of}." if record.on_behalf_of else None
    said_by = tuple(each for each in (record.speaker, state) if each)
    title = ", ".join((*said_by, record.organisation) if record.organisation else said_by)
    return unit(
        title,
        record.text,
        behalf,
        names=said_by,
        subject=(record.organisation, OCCASIONS[record.occasion], "Statement, speech: said, spoke"),
        context=(
            spelt(record.date, record.day),
            record.status,
            SAID,
            {"ngo": "NGO, civil society", "state": "State"}.get(record.by),
        ),
        note=record.note,
    )


@described.register
def _(record: Person, around: Around) -> Unit:
    return unit(
        record.name,
        record.text,
        subject=(record.role, around.states.get(record.state or "")),
        context=("Person",),
    )


@described.register
def _(record: Term, around: Around) -> Unit:
    del around
    named = names.of_term(record)
    if len(named) == 1:
        return unit(record.term, record.meaning, context=("Term, meaning",))
    meaning = record.meaning.partition(":")[2]
    return unit(f"{named[0]} ({named[1]})", meaning, names=named, context=("Term, meaning",))


@described.register
def _(record: Milestone, around: Around) -> Unit:
    del around
    when = spelt(record.date)
    return unit(record.text, record.text, names=(), subject=(when,), note=record.note)


@described.register
def _(record: Session, around: Around) -> Unit:
    del around
    return unit(
        record.short_name,
        record.about,
        f"Place: {record.venue}, {record.place}, {record.country}.",
        f"President: {record.president}.",
        f"States parties: {record.states_parties}.",
        f"From {spelt(record.start)} to {spelt(record.end)}.",
        f"Hashtag: {record.hashtag}." if record.hashtag else None,
        context=(record.name, "Session"),
    )
