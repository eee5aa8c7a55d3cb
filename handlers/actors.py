"""Who acts, and in which role: asked when a thing is done, by the numeric user id alone."""

from typing import NamedTuple

from telegram import Update
from telegram.constants import ChatType

from data import roles
from data.publishing import Author
from data.roles import Role
from handlers.context import Context


class Actor(NamedTuple):
    """An editor or owner who writes to the bot in private at this moment."""

    id: int
    name: str
    role: Role

    @property
    def is_owner(self) -> bool:
        """Whether the configuration names this person."""
        return self.role == "owner"

    @property
    def author(self) -> Author:
        """The person as the author of a change."""
        return Author(self.id, self.name)


def acting(update: Update, context: Context) -> Actor | None:
    """Return the editor or owner whose act an update is; None for everybody else's.

    It is one only in the person's own private chat with the bot: what is written in a group, in a
    chat's name or by a bot is nobody's.
    """
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or user.is_bot:
        return None
    if chat.type != ChatType.PRIVATE or chat.id != user.id:
        return None
    role = roles.of(context.db, user.id, context.bot_data.owners)
    if role is None:
        return None
    name = user.full_name or str(user.id)
    if roles.name_of(context.db, user.id) != name:
        roles.keep_name(context.db, user.id, name)
    return Actor(user.id, name, role)
