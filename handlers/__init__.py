"""What arrives: an update in, an answer out."""

from typing import Any

from telegram.ext import BaseHandler

from handlers import gate, staff
from handlers.context import Context
from handlers.errors import on_error
from handlers.followers import (
    ask,
    budget,
    calendar,
    charts,
    conflicts,
    days,
    documents,
    elections,
    fallback,
    glossary,
    inline,
    milestones,
    outcomes,
    people,
    pledges,
    programme,
    records,
    resolutions,
    search,
    session,
    start,
    states,
)
from handlers.remembering import all_remembered
from handlers.subscribers import (
    clocks,
    elsewhere,
    membership,
    privacy,
    replay,
    settings,
    subscribe,
    topics,
    typed,
)

# The library asks one handler after another, and the first that wants an update has it. Commands
# and screens are told apart by their names, so their order is only for the reader. The fallback
# wants everything that is left (questions in plain words, unknown commands, buttons of earlier
# versions), so behind it nothing would ever be asked.
HANDLERS: tuple[BaseHandler[Any, Context, Any], ...] = (
    *start.HANDLERS,
    *all_remembered(days.HANDLERS),
    *all_remembered(outcomes.HANDLERS),
    *all_remembered(resolutions.HANDLERS),
    *all_remembered(elections.HANDLERS),
    *all_remembered(budget.HANDLERS),
    *all_remembered(pledges.HANDLERS),
    *charts.HANDLERS,
    *all_remembered(documents.HANDLERS),
    *programme.HANDLERS,
    *calendar.HANDLERS,
    *all_remembered(milestones.HANDLERS),
    *all_remembered(states.HANDLERS),
    *all_remembered(people.HANDLERS),
    *all_remembered(glossary.HANDLERS),
    *all_remembered(conflicts.HANDLERS),
    *all_remembered(records.HANDLERS),
    *all_remembered(search.HANDLERS),
    *all_remembered(ask.HANDLERS),
    *session.HANDLERS,
    *inline.HANDLERS,
    *subscribe.HANDLERS,
    *replay.HANDLERS,
    *settings.HANDLERS,
    *clocks.HANDLERS,
    *topics.HANDLERS,
    *elsewhere.HANDLERS,
    *privacy.HANDLERS,
    *membership.HANDLERS,
    *typed.HANDLERS,
    *fallback.HANDLERS,
)

# The gate stands in a group of its own: it lets an update pass on to the handlers, or stops it.
# So does the door to what editors and owners do, which nobody else's update is stopped by.
GROUPS = (gate.HANDLERS, staff.HANDLERS, HANDLERS)

__all__ = ["GROUPS", "HANDLERS", "on_error"]
