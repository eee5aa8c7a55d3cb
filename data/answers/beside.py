"""What to see beside an answer."""

from collections.abc import Sequence

from data import kinds
from data.answers.answer import Answer
from data.search import Hit

MOST = 3
RELATED = 0.6


def beside(answer: Answer, found: Sequence[Hit], most: int = MOST) -> list[Hit]:
    """Choose two or three neighbours of an answer: of other kinds first, nothing far off."""
    if answer.record is None:
        return []
    own = (kinds.of(answer.record), answer.record.identity)
    best = next((hit.score for hit in found), 0.0)
    others = [hit for hit in found if (hit.kind, hit.record) != own and hit.score >= RELATED * best]
    of_kind = {own[0]: -1}
    for place, hit in enumerate(others):
        of_kind.setdefault(hit.kind, place)
    first = [place for place in of_kind.values() if place >= 0]
    rest = [place for place in range(len(others)) if place not in first]
    return [others[place] for place in sorted([*first, *rest][:most])]
