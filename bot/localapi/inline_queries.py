"""Answers to inline queries: results with ids of their own, each checked."""

from typing import Any

from bot.localapi import keyboards, text
from bot.localapi.errors import bad_request
from bot.localapi.events import InlineAnswer
from bot.localapi.links import START
from bot.localapi.methods import Parameters, method
from bot.localapi.queries import take
from bot.localapi.world import World

Json = dict[str, Any]
_MOST_RESULTS = 50
_ID_BYTES = 64
_TYPES = frozenset(
    {
        "article",
        "audio",
        "contact",
        "document",
        "game",
        "gif",
        "location",
        "mpeg4_gif",
        "photo",
        "sticker",
        "venue",
        "video",
        "voice",
    }
)


@method("answerInlineQuery")
def answer_inline_query(world: World, given: Parameters) -> bool:
    """``answerInlineQuery``: up to 50 results with ids of their own."""
    results = [_result(world, raw) for raw in given.array("results") or []]
    ids = [result["id"] for result in results]
    if len(results) > _MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    next_offset = given.text("next_offset")
    if len(next_offset.encode()) > _ID_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    button = given.mapping("button")
    _check_button(button)
    query_id = given.text("inline_query_id")
    take(world, world.inlines, query_id)
    world.inline_answers[query_id] = InlineAnswer(
        results=results,
        next_offset=next_offset,
        cache_time=given.integer("cache_time", 300),
        is_personal=given.flag("is_personal"),
        button=button,
    )
    return True


def _check_button(button: Json | None) -> None:
    if button is None:
        return
    if not button.get("text"):
        raise bad_request('Can\'t find field "text"')
    if "start_parameter" in button and not START.match(button["start_parameter"]):
        raise bad_request("START_PARAM_INVALID")


def _result(world: World, raw: Any) -> Json:
    if not isinstance(raw, dict) or str(raw.get("type")) not in _TYPES:
        raise bad_request("can't parse inline query result: Invalid inline query result type")
    if not 1 <= len(str(raw.get("id", "")).encode()) <= _ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    markup = keyboards.check(raw.get("reply_markup"), chat_type=None, inline_only=True)
    world.warn("answerInlineQuery", keyboards.lost(markup))
    result = {**raw, "reply_markup": markup}
    if raw["type"] == "article" and not raw.get("title"):
        raise bad_request("can't parse inline query result: Can't find field \"title\"")
    if "input_message_content" in raw:
        result["input_message_content"] = _content(world, raw["input_message_content"])
    elif raw["type"] == "article":
        raise bad_request(
            "can't parse inline query result: Can't find field \"input_message_content\""
        )
    return {name: value for name, value in result.items() if value is not None}


def _content(world: World, raw: Any) -> Json:
    if not isinstance(raw, dict):
        raise bad_request("can't parse inline query result: input_message_content expected")
    if "message_text" not in raw:
        return dict(raw)
    made = text.message(raw["message_text"], raw.get("parse_mode"), raw.get("entities"))
    world.warn("answerInlineQuery", made.warnings)
    kept = {name: value for name, value in raw.items() if name != "parse_mode"}
    return {**kept, "message_text": made.text, "entities": world.known(made.entities)}
