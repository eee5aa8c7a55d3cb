"""Who gave most, who gave least, and how much it was in all."""

from collections.abc import Sequence
from itertools import groupby

from data.answers.answer import Answer, Lead
from data.answers.asked import Asked, answers
from data.pledges import Pledge

# The sums of these currencies differ by less than this, so that a sum so much larger is more.
APART = 3
COMPARABLE = frozenset({"EUR", "GBP", "USD", "CHF", "CAD", "AUD"})
GIVING = ("pledg", "donat")


def most(asked: Asked) -> Answer | None:
    """Answer who gave most or least, where the sums can be compared; None for all else."""
    if not asked.wants("most", "least") or asked.concept(*GIVING) is None:
        return None
    pledges = _pledges(asked)
    largest = asked.wants("most")
    chosen = _extreme(pledges, largest=largest)
    if chosen is None:
        return None
    name = "most" if largest else "least"
    facts = {"donor": chosen.donor, "amount": chosen.amount, "currency": chosen.currency}
    return Answer(
        chosen, leads=(Lead(name, {**facts, "number": len(pledges)}),), all=tuple(pledges)
    )


def total(asked: Asked) -> Answer | None:
    """Answer how much was given in all, a sum for each currency; None for all else."""
    if asked.concept(*GIVING) is None or not asked.wants("total", "how_much"):
        return None
    if any(concept.strict for concept in asked.question.hard):
        return None
    pledges = _pledges(asked)
    if len(pledges) < 2:
        return None
    ordered = sorted(pledges, key=lambda pledge: pledge.currency)
    sums = {
        currency: sum(pledge.amount for pledge in group)
        for currency, group in groupby(ordered, key=lambda pledge: pledge.currency)
    }
    told = next(
        (
            record
            for match in asked.found
            if match.row.kind == "outcome"
            and answers(asked.question, match)
            and (record := asked.record(match)) is not None
        ),
        pledges[0],
    )
    lead = Lead("total", {"sums": sums, "number": len(pledges)})
    return Answer(told, leads=(lead,), all=tuple(pledges))


def _pledges(asked: Asked) -> list[Pledge]:
    return [each for each in asked.records("pledge") if isinstance(each, Pledge)]


def _extreme(pledges: Sequence[Pledge], *, largest: bool) -> Pledge | None:
    """Return the largest or smallest pledge; None where currencies leave it open."""
    ordered = sorted(pledges, key=lambda pledge: pledge.amount, reverse=largest)
    if not ordered:
        return None
    chosen = ordered[0]
    for other in ordered[1:]:
        if other.currency == chosen.currency:
            continue
        apart = max(other.amount, chosen.amount) >= APART * min(other.amount, chosen.amount)
        if not apart or not COMPARABLE.issuperset({other.currency, chosen.currency}):
            return None
    return chosen
