"""``HEALTH_LISTEN``: whether the bot is well, and its numbers, over HTTP.

``/healthz`` answers 200 while updates arrive and can be kept, else 503 with the reason; it suits a
watchdog. ``/metrics`` is what Prometheus reads. Neither says anything of any person.
"""

import resource
import sys
from collections.abc import Iterator
from http import HTTPStatus
from typing import Final

from aiohttp import web
from sqlite_utils import Database

from bot.hearing import Hearing
from bot.inbox import Inbox
from bot.version import current
from data import outbox
from data.clock import Clock

TEXT: Final = "text/plain; version=0.0.4; charset=utf-8"
# Linux counts the largest memory in kilobytes, macOS in bytes.
_UNIT: Final = 1 if sys.platform == "darwin" else 1024


class Health:
    """Looks at what the bot hears, keeps and sends."""

    def __init__(self, hearing: Hearing, inbox: Inbox, db: Database, clock: Clock) -> None:
        """Look at these; ``clock`` says when it all began."""
        self._hearing = hearing
        self._inbox = inbox
        self._db = db
        self._began = clock.now().timestamp()

    def site(self) -> web.Application:
        """Return what is served: two paths."""
        site = web.Application()
        site.router.add_get("/healthz", self._healthz)
        site.router.add_get("/metrics", self._metrics)
        return site

    async def _healthz(self, _request: web.Request) -> web.Response:
        complaint = self.complaint()
        status = HTTPStatus.SERVICE_UNAVAILABLE if complaint else HTTPStatus.OK
        return web.Response(text=f"{complaint or 'ok'}\n", status=status)

    async def _metrics(self, _request: web.Request) -> web.Response:
        text = "".join(self.lines())
        return web.Response(body=text.encode(), headers={"Content-Type": TEXT})

    def complaint(self) -> str:
        """Return what is not well, in a sentence; nothing where all is."""
        age = self._hearing.age
        if age is None:
            return "Telegram has not been heard yet."
        if not self._hearing.is_well:
            return f"Telegram was heard last {age:.0f} seconds ago."
        return "" if self._inbox.is_kept else "The store takes no updates."

    def lines(self) -> Iterator[str]:
        """Yield the metrics, in the format of Prometheus."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        age = self._hearing.age
        yield _metric("info", "gauge", "The version.", {f'version="{current()}"': 1})
        yield _metric(
            "updates_total",
            "counter",
            "What became of updates.",
            {f'fate="{fate}"': count for fate, count in sorted(self._inbox.counts.items())},
        )
        for name, kind, what, value in (
            ("updates_waiting", "gauge", "Updates that wait.", self._inbox.turns.qsize()),
            ("updates_in_hand", "gauge", "Updates being answered.", self._inbox.turns.in_hand),
            ("messages_waiting", "gauge", "Messages of digests.", outbox.count(self._db)),
            ("heard_seconds", "gauge", "Age of the last good fetch.", -1 if age is None else age),
            ("cpu_seconds_total", "counter", "Time used.", used.ru_utime + used.ru_stime),
            ("memory_peak_bytes", "gauge", "Largest memory.", used.ru_maxrss * _UNIT),
            ("start_seconds", "gauge", "When it began, Unix time.", self._began),
        ):
            yield _metric(name, kind, what, {"": value})


def _metric(name: str, kind: str, what: str, values: dict[str, float]) -> str:
    lines = [f"# HELP aspbot_{name} {what}", f"# TYPE aspbot_{name} {kind}"]
    for labels, value in values.items():
        lines.append(f"aspbot_{name}{{{labels}}} {value}" if labels else f"aspbot_{name} {value}")
    return "\n".join(lines) + "\n"
