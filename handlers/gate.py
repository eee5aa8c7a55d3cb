"""Who is not listened to: what is not for the bot, and who writes too much.

What is not for the bot is told apart from the update as Telegram gives it, before anything of it
is kept: that is why ``Gate`` reads JSON, and not the library's objects.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from telegram import Update
from telegram.constants import ChatType, MessageEntityType
from telegram.error import BadRequest
from telegram.ext import ApplicationHandlerStop, BaseHandler, CommandHandler, TypeHandler

from handlers.answer import answer
from handlers.context import Context

Json = Mapping[str, Any]
# Only these are asked for; each has a handler.
KINDS: Final = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
_MESSAGES = ("message", "edited_message")
# What Telegram itself says in a group, of which the bot has to know. It holds nobody's words.
_EVENTS = (
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "forum_topic_closed",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
)


def kind_of(update: Json) -> str | None:
    """Return what an update is about, one of ``KINDS``; None for anything else."""
    return next((kind for kind in KINDS if isinstance(update.get(kind), dict)), None)


def commands_in(groups: Iterable[Iterable[BaseHandler[Any, Any, Any]]]) -> frozenset[str]:
    """Return the names of all commands that have a handler."""
    every = (each for handlers in groups for each in handlers if isinstance(each, CommandHandler))
    return frozenset(name for each in every for name in each.commands)


class Gate(NamedTuple):
    """Knows the bot by number and name, and the ``commands`` that are its own."""

    bot: int
    username: str
    commands: frozenset[str]

    def lets_in(self, update: Json) -> bool:
        """Whether an update is for the bot, so that it is kept until it is answered."""
        kind = kind_of(update)
        if kind is None:
            return False
        return kind not in _MESSAGES or self._listens_to(update[kind])

    def _listens_to(self, message: Json) -> bool:
        chat = message["chat"]
        if chat.get("type") == ChatType.CHANNEL or not self._from_a_person(message):
            return False
        if chat.get("type") == ChatType.PRIVATE:
            return True
        return self._speaks_to_the_bot(message) or any(name in message for name in _EVENTS)

    def _from_a_person(self, message: Json) -> bool:
        if message.get("via_bot", {}).get("id") == self.bot:
            return False
        if any(name in message for name in _EVENTS):
            return True
        if group := message.get("sender_chat"):  # an administrator writes in the group's own name
            return bool(
                group.get("id") == message["chat"]["id"] and not message.get("is_automatic_forward")
            )
        sender = message.get("from")
        return sender is not None and not sender.get("is_bot")

    def _speaks_to_the_bot(self, message: Json) -> bool:
        text = message.get("text")
        if not isinstance(text, str):
            return False
        command = _command(text, message.get("entities") or ())
        if command is not None:
            name, _, addressee = command.lower().partition("@")
            return name in self.commands and addressee in {"", self.username.lower()}
        replied = message.get("reply_to_message") or {}
        # Telegram makes whatever stands in a topic a reply to the message that opened it.
        return bool(
            replied.get("from", {}).get("id") == self.bot and "forum_topic_created" not in replied
        )


def _command(text: str, entities: Iterable[Json]) -> str | None:
    """Return the command that a text begins with, without its stroke: ``day@asp_bot``."""
    for each in entities:
        if each.get("type") == MessageEntityType.BOT_COMMAND and each.get("offset") == 0:
            return text[1 : each.get("length", 1)]
    return None


async def hold_back(update: Update, context: Context) -> None:
    """Say once that this is too much. Raises ``ApplicationHandlerStop`` where it said so."""
    if not context.attempt.too_many:
        return
    query = update.callback_query
    if query is not None:
        try:
            await query.answer(context.words.plain("refusal.too_many"), show_alert=True)
        except BadRequest:  # the query is too old: then it was not this tap that was too much
            context.acknowledged = True
    elif update.effective_message is not None:
        await answer(update, context, context.words("refusal.too_many"))
    raise ApplicationHandlerStop


HANDLERS = (TypeHandler(Update, hold_back),)
