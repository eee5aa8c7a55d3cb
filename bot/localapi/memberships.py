"""Who comes, goes, rises and falls: the bot, which hears of it, and others."""

from collections.abc import Iterable

from bot.localapi.announcing import announce
from bot.localapi.chats import ADMINISTRATOR, CHANNEL, KICKED, LEFT, MEMBER, RESTRICTED, Place
from bot.localapi.people import Account
from bot.localapi.standing import set_standing
from bot.localapi.world import World


class Memberships:
    """The part of ``LocalApi`` that changes who is what in a chat."""

    world: World

    # -- the bot's standing

    def block(self, person: Account) -> None:
        """The person blocks the bot, which hears of it."""
        set_standing(self.world, self.world.private(person), self.world.bot, KICKED, by=person)

    def unblock(self, person: Account) -> None:
        """The person lets the bot write again, which hears of it."""
        chat = self.world.private(person)
        chat.started = True
        set_standing(self.world, chat, self.world.bot, MEMBER, by=person)

    def deactivate(self, person: Account) -> None:
        """The person's account is gone."""
        self.world.deactivated.add(person.id)

    def add_bot(self, place: Place, by: Account, *, administrator: bool = False) -> None:
        """Somebody brings the bot into a chat: the bot hears its standing, then the line.

        In a channel a bot is an administrator or nothing.
        """
        channel = place.chat.type == CHANNEL
        was_there = place.chat.holds(self.world.bot.id)
        status = ADMINISTRATOR if administrator or channel else MEMBER
        set_standing(self.world, place.chat, self.world.bot, status, by)
        if not channel and not was_there:
            announce(self.world, place.chat, by, new_chat_members=[self.world.bot.wire()])

    def kick_bot(self, place: Place, by: Account) -> None:
        """Somebody throws the bot out; it hears its new standing."""
        set_standing(self.world, place.chat, self.world.bot, KICKED, by)

    def promote_bot(self, place: Place, by: Account, *, without: Iterable[str] = ()) -> None:
        """Somebody makes the bot an administrator, without some of the rights."""
        lacking = frozenset(without)
        set_standing(self.world, place.chat, self.world.bot, ADMINISTRATOR, by, without=lacking)

    def demote_bot(self, place: Place, by: Account) -> None:
        """Somebody makes the bot a plain member; in a channel that puts it out."""
        status = LEFT if place.chat.type == CHANNEL else MEMBER
        set_standing(self.world, place.chat, self.world.bot, status, by)

    def restrict_bot(self, place: Place, by: Account) -> None:
        """Somebody takes from the bot alone the right to write; it hears of it."""
        set_standing(self.world, place.chat, self.world.bot, RESTRICTED, by)

    # -- other members

    def joins(self, person: Account, place: Place) -> None:
        """A person comes in."""
        set_standing(self.world, place.chat, person, MEMBER, by=person)
        if place.chat.type != CHANNEL:
            announce(self.world, place.chat, person, new_chat_members=[person.wire()])

    def leaves(self, person: Account, place: Place) -> None:
        """A person goes."""
        set_standing(self.world, place.chat, person, LEFT, by=person)
        if place.chat.type != CHANNEL:
            announce(self.world, place.chat, person, left_chat_member=person.wire())

    def promote(
        self,
        place: Place,
        person: Account,
        by: Account | None = None,
        *,
        without: Iterable[str] = (),
        anonymous: bool = False,
    ) -> None:
        """A person becomes an administrator, without some rights, or one who stays unnamed."""
        set_standing(
            self.world,
            place.chat,
            person,
            ADMINISTRATOR,
            by or person,
            without=frozenset(without),
            anonymous=anonymous,
        )

    def demote(self, place: Place, person: Account, by: Account | None = None) -> None:
        """A person becomes a plain member."""
        set_standing(self.world, place.chat, person, MEMBER, by=by or person)
