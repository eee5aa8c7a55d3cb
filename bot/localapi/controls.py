"""What tests and the terminal look at, and what they let go wrong."""

from collections.abc import Callable
from typing import Any

from telegram.ext import Application

from bot.localapi.calls import Call
from bot.localapi.events import Alert, Happening, InlineAnswer
from bot.localapi.faults import Fault, FaultPlan, PlannedFault
from bot.localapi.flood import FloodLimits
from bot.localapi.people import Account
from bot.localapi.profile_store import Profile
from bot.localapi.world import World


class Controls:
    """The part of ``LocalApi`` that looks at the server and disturbs it."""

    world: World
    calls: list[Call]
    faults: FaultPlan
    limits: FloodLimits | None
    revoked: bool

    # -- looking

    @property
    def bot(self) -> Account:
        """The bot's own account."""
        return self.world.bot

    @property
    def pending(self) -> bool:
        """Whether updates wait that the bot has not confirmed."""
        return bool(self.world.updates.unconfirmed)

    @property
    def updates(self) -> list[dict[str, Any]]:
        """Those updates, as the Bot API gives them."""
        return list(self.world.updates.unconfirmed)

    @property
    def violations(self) -> list[str]:
        """Calls that no real server would take, and what it would swallow without a word.

        What the state of things forbids (rights, what is gone, what is too old) is none of them,
        nor is a call that is made again after a fault.
        """
        return self.world.violations

    @property
    def alerts(self) -> dict[str, Alert]:
        """Answers to taps, by the id that ``taps`` gave."""
        return self.world.alerts

    @property
    def inline_answers(self) -> dict[str, InlineAnswer]:
        """Answers to inline queries, by the id that ``types_inline`` gave."""
        return self.world.inline_answers

    @property
    def profile(self) -> Profile:
        """Commands, descriptions and name, as the bot set them."""
        return self.world.profile

    @property
    def unanswered(self) -> list[str]:
        """The ids of taps that the bot has not answered: those buttons keep waiting."""
        return [key for key, query in self.world.callbacks.items() if not query.answered]

    def watch(self, watcher: Callable[[Happening], None]) -> None:
        """Call ``watcher`` at each message that the bot sends, edits or deletes, and each alert."""
        self.world.watchers.append(watcher)

    def called(self, method: str) -> list[Call]:
        """The calls of one method, in order."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    async def settled(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Wait until all updates are fetched and confirmed and every handler is done.

        Raises:
            RuntimeError: where nothing is polling, so that this would never end.
        """
        while True:
            if self.pending:
                polls = application.updater is None or application.updater.running
                if not (application.running and polls):
                    raise RuntimeError("updates are waiting, and the application does not poll")
                await self.world.updates.emptied()
            await application.update_queue.join()
            if not self.pending:
                return

    # -- what goes wrong

    def fail(
        self,
        fault: Fault,
        method: str | None = None,
        times: int | None = 1,
        *,
        after_acceptance: bool = False,
        chat_id: int | None = None,
    ) -> None:
        """Let the next calls meet a fault; ``times=None`` means for good.

        Without a method it is any but ``getUpdates``. ``after_acceptance``: the server does what
        it was asked, and only its answer is lost.
        """
        self.faults.add(PlannedFault(fault, method, chat_id, times, after_acceptance))

    def recover(self) -> None:
        """From now on no fault is left."""
        self.faults.clear()

    def limit_flood(self, overall: int = 30, per_chat: int = 1, per_group: int = 20) -> None:
        """From now on answer 429 to more messages than Telegram publishes.

        ``overall`` and ``per_chat`` count within a second, ``per_group`` within a minute; all by
        the server's clock.
        """
        self.limits = FloodLimits(self.world.now, overall, per_chat, per_group)

    def revoke_token(self) -> None:
        """Answer everything with 401 from now on."""
        self.revoked = True
        self.world.updates.lose()
