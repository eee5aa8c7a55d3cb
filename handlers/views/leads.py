"""What an answer says first, in a sentence: how many, who gave most, when, where."""

from collections.abc import Mapping, Sequence
from datetime import date

from markupsafe import Markup

from data.answers import Lead
from data.locales.words import Words
from data.pledges import Pledge
from data.records import Record
from handlers.views import layout, titles

MOST_LISTED = 12
COUNTED = ("count", "votes.abstentions")


def said(leads: Sequence[Lead], words: Words) -> Markup | None:
    """Return what is said first; None where nothing is."""
    return layout.lines(*(_lead(each, words) for each in leads)) or None


def listed(records: Sequence[Record], states: Mapping[str, str], words: Words) -> Markup | None:
    """List the records that an answer sums up, where there are several."""
    if len(records) < 2:
        return None
    more = len(records) - MOST_LISTED
    return layout.lines(
        layout.bullets(_listed(each, states, words) for each in records[:MOST_LISTED]),
        words("lead.more", number=more) if more > 0 else None,
    )


def _listed(record: Record, states: Mapping[str, str], words: Words) -> Markup:
    title = Markup.escape(titles.of(record, states, words))
    if isinstance(record, Pledge):
        money = words.money(record.amount, record.currency)
        return Markup("{}: <b>{}</b>").format(title, money)
    return title


def _lead(lead: Lead, words: Words) -> Markup:
    facts = lead.facts
    if lead.name == "total":
        return _total(facts, words)
    if lead.name == "count":
        return words.count(f"lead.count.{facts['kind']}", _whole(facts["number"]))
    if lead.name == "votes.abstentions":
        return words.count("lead.votes.abstentions", _whole(facts["number"]))
    return words(
        f"lead.{lead.name}",
        **{name: _fact(name, facts, words) for name in facts},
        **_more(facts, words),
    )


def _total(facts: Mapping[str, object], words: Words) -> Markup:
    sums = facts["sums"]
    told = sums.items() if isinstance(sums, Mapping) else ()
    money = [words.money(amount, currency) for currency, amount in told]
    return layout.lines(
        words("lead.total", sums=words.listed(money), number=facts["number"]),
        words("lead.total_apart") if len(money) > 1 else None,
    )


def _fact(name: str, facts: Mapping[str, object], words: Words) -> object:
    value = facts[name]
    return words.date(value) if isinstance(value, date) else value


def _more(facts: Mapping[str, object], words: Words) -> dict[str, object]:
    """Return facts that are put together from others: a sum of money, a date with its day."""
    more: dict[str, object] = {}
    if isinstance(facts.get("amount"), int):
        more["money"] = words.money(_whole(facts["amount"]), str(facts["currency"]))
    day = facts.get("date")
    if isinstance(day, date):
        number = facts.get("number")
        written = words.date(day)
        more["when"] = (
            words("record.date_and_day", date=written, number=number) if number else written
        )
    return more


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
