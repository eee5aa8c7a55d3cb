"""Answers to taps: each query once, and soon."""

import re
from datetime import timedelta

from bot.localapi import units
from bot.localapi.errors import bad_request, refused
from bot.localapi.events import Alert, Happening, Query
from bot.localapi.methods import Parameters, method
from bot.localapi.world import World

PATIENCE = timedelta(minutes=15)
_ALERT_LIMIT = 200
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
def answer_callback_query(world: World, given: Parameters) -> bool:
    """``answerCallbackQuery``: up to 200 characters, once."""
    said = given.text("text")
    if units.length(said) > _ALERT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    _check_url(world, given.text("url"))
    query_id = given.text("callback_query_id")
    take(world, world.callbacks, query_id)
    world.alerts[query_id] = Alert(
        text=said,
        show_alert=given.flag("show_alert"),
        url=given.maybe("url"),
        cache_time=given.integer("cache_time"),
    )
    world.happened(Happening("alert", query_id=query_id))
    return True


def _check_url(world: World, url: str) -> None:
    """A tap may open the bot itself with a parameter, and nothing else."""
    opens = re.escape(f"t.me/{world.bot.username}?start=")
    if url and not re.match(rf"https://{opens}[A-Za-z0-9_-]{{1,64}}\Z", url, re.IGNORECASE):
        raise bad_request("URL_INVALID")


def take(world: World, queries: dict[str, Query], query_id: str) -> None:
    """Use up a query: an answer that comes late is bad luck, a second one a mistake."""
    query = queries.get(query_id)
    if query is None or query.answered:
        raise bad_request(_TOO_OLD)
    if world.now() - query.asked > PATIENCE:
        raise refused(_TOO_OLD)
    query.answered = True
