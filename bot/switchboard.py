"""Which handler wants an update: found by its command, instead of asking each.

The library asks one handler after another, some hundred for each update, which takes longer than
to answer it. Here those are asked that may want it, in the same order.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from telegram import MessageEntity, Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
)

from handlers.context import Context

Handler = BaseHandler[Any, Context, Any]
Wanted = tuple[Handler, object]


class Switchboard(BaseHandler[Update, Context, Any]):
    """Stands for a group of handlers, of which the first that wants an update gets it."""

    def __init__(self, handlers: Iterable[Handler]) -> None:
        """Stand for ``handlers``, in the order in which they would be asked."""
        super().__init__(self._nothing)
        self._handlers = tuple(handlers)
        self._by_command = {
            name: tuple(self._of_messages(name)) for name in self._commands() | {None}
        }
        self._by_kind = {
            "callback_query": self._others(CommandHandler, MessageHandler, InlineQueryHandler),
            "inline_query": self._others(CommandHandler, MessageHandler, CallbackQueryHandler),
        }

    def check_update(self, update: object) -> Wanted | None:
        """Return the handler that wants an update with what it found; None where none does."""
        for handler in self._asked(update):
            found = handler.check_update(update)
            if found is not None and found is not False:
                return handler, found
        return None

    async def handle_update(
        self,
        update: Update,
        application: Application[Any, Any, Any, Any, Any, Any],
        check_result: Any,
        context: Context,
    ) -> Any:
        """Let the handler that was found have the update."""
        handler, found = check_result
        return await handler.handle_update(update, application, found, context)

    async def _nothing(self, _update: Update, _context: Context) -> None:
        """The library wants a callback; it is never called."""

    def _asked(self, update: object) -> Sequence[Handler]:
        if not isinstance(update, Update):
            return self._handlers
        if update.callback_query is not None:
            return self._by_kind["callback_query"]
        if update.inline_query is not None:
            return self._by_kind["inline_query"]
        if update.message is None and update.edited_message is None:
            return self._handlers
        return self._by_command.get(_command_of(update)) or self._by_command[None]

    def _commands(self) -> set[str | None]:
        every = (each for each in self._handlers if isinstance(each, CommandHandler))
        return {name for each in every for name in each.commands}

    def _of_messages(self, command: str | None) -> Iterator[Handler]:
        for each in self._handlers:
            if isinstance(each, CommandHandler):
                if command in each.commands:
                    yield each
            elif not isinstance(each, CallbackQueryHandler | InlineQueryHandler):
                yield each

    def _others(self, *kinds: type[Handler]) -> tuple[Handler, ...]:
        return tuple(each for each in self._handlers if not isinstance(each, kinds))


def _command_of(update: Update) -> str | None:
    """Return the command that a message begins with, as the library's handlers read it."""
    message = update.message or update.edited_message
    if message is None or not message.text or not message.entities:
        return None
    first = message.entities[0]
    if first.type != MessageEntity.BOT_COMMAND or first.offset != 0:
        return None
    return message.text[1 : first.length].partition("@")[0].lower()
