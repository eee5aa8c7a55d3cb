"""The door before what editors and owners do: whoever is none passes by, and sees nothing of it.

It stands in a group of handlers of its own, before those of the followers. What it does not let
in goes on to them, so that a stranger gets the very answer that there is for an unknown command
or an old button.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from telegram import Message, Update
from telegram.ext import (
    ApplicationHandlerStop,
    BaseHandler,
    CallbackQueryHandler,
    MessageHandler,
    filters,
)

from handlers.actors import Actor, acting
from handlers.callbacks import Screen
from handlers.context import Context
from handlers.refusals import Refusal
from handlers.refusing import refuse

Act = Callable[[Update, Context, Actor], Awaitable[None]]
# Tells whether it took the message; else the followers' handlers get it.
Take = Callable[[Update, Context, Actor, Message], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a module has for people of a role: commands by name, and the screens of buttons."""

    commands: Mapping[str, Act] = field(default_factory=dict)
    buttons: Mapping[Screen, Act] = field(default_factory=dict)
    takes: tuple[Take, ...] = ()
    edited: tuple[Take, ...] = ()


class Door:
    """Lets editors to the desks of editors, and owners to all."""

    def __init__(self, editors: Iterable[Desk], owners: Iterable[Desk]) -> None:
        """Know what there is to do."""
        self._desks = [(desk, False) for desk in editors] + [(desk, True) for desk in owners]

    @property
    def handlers(self) -> tuple[BaseHandler[Any, Context, Any], ...]:
        """The handlers of the door's group."""
        private = filters.ChatType.PRIVATE
        new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
        return (
            MessageHandler(private & new & filters.COMMAND, self._command),
            MessageHandler(private & new & ~filters.COMMAND, self._message),
            MessageHandler(private & edited, self._edited),
            CallbackQueryHandler(self._tap),
        )

    def names(self, *, owner: bool) -> list[str]:
        """Return the names of the commands that somebody of a role may use."""
        return [name for desk in self._open(owner=owner) for name in desk.commands]

    def screens(self, *, owner: bool) -> list[Screen]:
        """Return the screens that somebody of a role may open."""
        return [screen for desk in self._open(owner=owner) for screen in desk.buttons]

    async def _command(self, update: Update, context: Context) -> None:
        actor, message = acting(update, context), update.message
        if actor is None or message is None:
            return
        act = self._act_of(actor, _name_in(message, context))
        if act is None or message.forward_origin is not None:  # somebody else's words
            return
        context.args = (message.text or "").split()[1:]
        await _does(act, update, context, actor)
        raise ApplicationHandlerStop

    async def _message(self, update: Update, context: Context) -> None:
        await self._taken(update, context, update.message, edited=False)

    async def _edited(self, update: Update, context: Context) -> None:
        actor, message = acting(update, context), update.edited_message
        await self._taken(update, context, message, edited=True)
        if actor and message and self._act_of(actor, _name_in(message, context)):
            raise ApplicationHandlerStop  # an edit does nothing a second time

    async def _taken(
        self, update: Update, context: Context, message: Message | None, *, edited: bool
    ) -> None:
        actor = acting(update, context)
        if actor is None or message is None:
            return
        for desk in self._open(owner=actor.is_owner):
            for take in desk.edited if edited else desk.takes:
                if await _takes(take, update, context, actor, message):
                    raise ApplicationHandlerStop

    async def _tap(self, update: Update, context: Context) -> None:
        actor, query = acting(update, context), update.callback_query
        if actor is None or query is None:
            return
        for desk in self._open(owner=actor.is_owner):
            for screen, act in desk.buttons.items():
                if screen.is_named_in(query.data):
                    await _does(act, update, context, actor)
                    raise ApplicationHandlerStop

    def _act_of(self, actor: Actor, name: str) -> Act | None:
        desks = self._open(owner=actor.is_owner)
        return next((desk.commands[name] for desk in desks if name in desk.commands), None)

    def _open(self, *, owner: bool) -> list[Desk]:
        return [desk for desk, for_owners in self._desks if owner or not for_owners]


async def _does(act: Act, update: Update, context: Context, actor: Actor) -> None:
    try:
        await act(update, context, actor)
    except Refusal as refusal:
        await refuse(update, context, refusal)


async def _takes(
    take: Take, update: Update, context: Context, actor: Actor, message: Message
) -> bool:
    try:
        return await take(update, context, actor, message)
    except Refusal as refusal:
        await refuse(update, context, refusal)
        return True


def _name_in(message: Message, context: Context) -> str:
    """Return the name of the command that a message begins with; nothing for another bot's."""
    text = message.text or ""
    if not text.startswith("/"):
        return ""
    name, _, addressee = text.split(maxsplit=1)[0][1:].lower().partition("@")
    return name if addressee in {"", context.bot.username.lower()} else ""
