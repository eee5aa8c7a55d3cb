"""Who gave most, who gave least, and how much it was in all."""

from collections.abc import Sequence

from data import pledges
from data.answers.answer import Answer, Lead
from data.answers.asked import Asked, answers
from data.pledges import Sum
from data.records import Record

# The sums of these currencies differ by less than this, so that a sum so much larger is more.
APART = 3
COMPARABLE = frozenset({"EUR", "GBP", "USD", "CHF", "CAD", "AUD"})
GIVING = ("pledg", "donat")


def most(asked: Asked) -> Answer | None:
    """Answer who gave most or least, where the sums can be compared; None for all else."""
    if not asked.wants("most", "least") or asked.concept(*GIVING) is None:
        return None
    sums = _sums(asked)
    largest = asked.wants("most")
    chosen = _extreme(sums, largest=largest)
    if chosen is None:
        return None
    facts = {"donor": chosen.donor, "amount": chosen.amount, "currency": chosen.currency}
    lead = Lead("most" if largest else "least", {**facts, "number": len(sums)})
    listed = asked.named("pledge", [chosen.id, *(each.id for each in sums if each != chosen)])
    record = next(each for each in listed if each.identity == chosen.id)
    return Answer(record, leads=(lead,), all=tuple(listed))


def total(asked: Asked) -> Answer | None:
    """Answer how much was given in all, a sum for each currency; None for all else."""
    if asked.concept(*GIVING) is None or not asked.wants("total", "how_much"):
        return None
    if any(concept.strict for concept in asked.question.hard):
        return None
    sums = _sums(asked)
    if len(sums) < 2:
        return None
    added: dict[str, int] = {}
    for each in sums:
        added[each.currency] = added.get(each.currency, 0) + each.amount
    lead = Lead("total", {"sums": added, "number": len(sums)})
    listed = asked.named("pledge", [each.id for each in sums])
    return Answer(_outcome(asked, sums) or listed[0], leads=(lead,), all=tuple(listed))


def every(asked: Asked) -> Answer | None:
    """Answer with all pledges, and the outcome that tells of them; None where there are none."""
    sums = _sums(asked)
    listed = asked.named("pledge", [each.id for each in sums])
    return Answer(_outcome(asked, sums) or listed[0], all=tuple(listed)) if listed else None


def _outcome(asked: Asked, sums: Sequence[Sum]) -> Record | None:
    """Return the outcome that tells of most of these gifts, if there is one."""
    told = [match for match in asked.of_kind("outcome") if answers(asked.question, match)]
    amounts = {f"#{each.amount}" for each in sums}
    best = max(
        told, key=lambda match: len(amounts.intersection(match.row.in_body.split())), default=None
    )
    return asked.record(best) if best else None


def _sums(asked: Asked) -> list[Sum]:
    named = [match.row.record for match in asked.of_kind("pledge")]
    return pledges.sums(asked.db, asked.session, named)


def _extreme(sums: Sequence[Sum], *, largest: bool) -> Sum | None:
    """Return the largest or smallest sum; None where currencies leave it open."""
    ordered = sorted(sums, key=lambda each: each.amount, reverse=largest)
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
