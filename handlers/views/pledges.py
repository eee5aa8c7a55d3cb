"""Who gave what: the list by recipient, one pledge, and the picture of all."""

from collections.abc import Sequence

from markupsafe import Markup

from data.locales.words import Words
from data.pledges import Pledge
from data.session import Session
from data.sources import Source
from handlers.charts.plan import Bar, Chart, Panel
from handlers.views import answers, charts, layout, outcomes


def listing(session: Session, shown: Sequence[Pledge], total: int, words: Words) -> Markup:
    """List pledges under those who get the money; nothing is added up."""
    recipients = dict.fromkeys(each.recipient for each in shown)
    return layout.stacked(
        layout.lines(
            words("pledges.heading", session=session.short_name),
            words.count("pledges.count", total) if total else words("list.nothing"),
        ),
        *(
            layout.lines(
                words("pledges.to", recipient=recipient),
                layout.bullets(
                    words("pledges.line", donor=each.donor, amount=amount(each, words))
                    for each in shown
                    if each.recipient == recipient
                ),
            )
            for recipient in recipients
        ),
        words("pledges.no_sum") if total > 1 else None,
    )


def amount(pledge: Pledge, words: Words) -> str:
    """Return a sum with the time that it is for: *€3 million over 4 years*."""
    money = words.money(pledge.amount, pledge.currency)
    if _runs_over_years(pledge):
        return words.plain("pledges.over_years", money=money, years=pledge.years)
    if pledge.period:
        return words.plain("pledges.for_period", money=money, period=pledge.period)
    return money


def _runs_over_years(pledge: Pledge) -> bool:
    return (pledge.years or 1) > 1


def card(pledge: Pledge, words: Words) -> Markup:
    """Show one pledge: who gave how much to whom, for which time, and how it was announced."""
    return layout.stacked(
        words(
            "pledges.card",
            donor=pledge.donor,
            amount=amount(pledge, words),
            recipient=pledge.recipient,
        ),
        layout.lines(
            words("answer.announced_by", who=pledge.announced_by) if pledge.announced_by else None,
            words("answer.announced", how=pledge.announced) if pledge.announced else None,
            None if pledge.years or pledge.period else words("pledges.no_period"),
        ),
        answers.note(pledge.note, words),
        outcomes.confidence(pledge.confidence, words),
    )


def chart(
    session: Session, every: Sequence[Pledge], cited: Sequence[Source], words: Words
) -> Chart:
    """Plan the picture: a panel per currency, the largest sum first, no sum of sums."""
    currencies = dict.fromkeys(each.currency for each in every)
    panels = [
        Panel(
            words.plain("pledges.panel", currency=charts.currency_name(currency, words)),
            tuple(
                Bar(
                    _label(each, every, words),
                    amount(each, words),
                    each.amount,
                    _runs_over_years(each),
                )
                for each in sorted(every, key=lambda one: -one.amount)
                if each.currency == currency
            ),
        )
        for currency in currencies
    ]
    return charts.planned(_title(session, every, words), session, panels, cited, words)


def _title(session: Session, every: Sequence[Pledge], words: Words) -> str:
    if _goes_to_one(every):
        key, recipient = "pledges.chart_to", every[0].recipient
        return words.plain(key, session=session.short_name, recipient=recipient)
    return words.plain("pledges.chart", session=session.short_name)


def _label(pledge: Pledge, every: Sequence[Pledge], words: Words) -> str:
    """Name the giver; where several get money, also who gets this sum."""
    if _goes_to_one(every):
        return pledge.donor
    return words.plain("pledges.given_to", donor=pledge.donor, recipient=pledge.recipient)


def _goes_to_one(every: Sequence[Pledge]) -> bool:
    return len({each.recipient for each in every}) == 1
