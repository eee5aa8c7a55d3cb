"""What was decided, elected and given, as the answer to a question, in short."""

from markupsafe import Markup

from data.budget import Figure, Reaction
from data.elections import Election
from data.locales.words import Words
from data.pledges import Pledge
from data.resolutions import Resolution
from data.states import State
from handlers.views import answers, layout, outcomes


def resolution(shown: Resolution, words: Words) -> Markup:
    """Give a resolution's symbol, and when and how it was adopted."""
    date = words.date(shown.adopted) if shown.adopted else None
    key = "answer.adopted_on" if date else "answer.adopted"
    return layout.stacked(
        layout.heading(shown.title),
        answers.text(shown.text),
        layout.lines(
            words(key, date=date, by=shown.adopted_by),
            words("record.symbol", symbol=shown.symbol) if shown.symbol else None,
        ),
        answers.note(shown.note, words),
    )


def election(shown: Election, state: State | None, words: Words) -> Markup:
    """Say who was elected to what, when, and with how many votes."""
    return layout.stacked(
        words("answer.elected", person=shown.person, office=shown.office),
        layout.lines(
            words("answer.of_state", state=state.name) if state else None,
            _elected_on(shown, words),
            words("answer.method", method=shown.method),
            _votes(shown, words),
            words("answer.replaces", whom=shown.replaces) if shown.replaces else None,
        ),
        layout.bullets(
            words("answer.other", person=other.person, result=other.result)
            for other in shown.others
        ),
        answers.note(shown.note, words),
    )


def _elected_on(shown: Election, words: Words) -> Markup:
    date = words.date(shown.date)
    if shown.day is None:
        return Markup.escape(date)
    return words("record.date_and_day", date=date, number=shown.day)


def _votes(shown: Election, words: Words) -> Markup | None:
    if shown.votes is None:
        return None
    key = "answer.votes_of" if shown.states_voting else "answer.votes"
    return words(key, votes=shown.votes, voting=shown.states_voting)


def pledge(shown: Pledge, words: Words) -> Markup:
    """Say who gave how much to whom, and over which time."""
    money = words.money(shown.amount, shown.currency)
    years = shown.years or 1
    over = words("answer.pledge_years", years=years) if years > 1 else None
    return layout.stacked(
        words("answer.pledge", donor=shown.donor, money=money, recipient=shown.recipient),
        layout.lines(
            over,
            words("answer.pledge_period", period=shown.period) if shown.period else None,
            words("answer.announced_by", who=shown.announced_by) if shown.announced_by else None,
            words("answer.announced", how=shown.announced) if shown.announced else None,
            outcomes.confidence(shown.confidence, words),
        ),
        answers.note(shown.note, words),
    )


def figure(shown: Figure, words: Words) -> Markup:
    """Give a figure of the budget and who says so."""
    exact = words.money(shown.amount, shown.currency) if shown.amount is not None else None
    return layout.stacked(
        words("answer.figure", label=shown.label, amount=exact or shown.words or "?"),
        words("answer.said_by", who=shown.said_by, year=shown.year),
        answers.note(shown.note, words),
    )


def reaction(shown: Reaction, words: Words) -> Markup:
    """Say who thought what of the budget."""
    return layout.stacked(words("answer.reaction", who=shown.who), answers.text(shown.text))
