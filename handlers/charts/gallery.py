"""Pictures that Telegram has: each is drawn and uploaded once, and sent again by its file id."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

from telegram import Message
from telegram.error import BadRequest

if TYPE_CHECKING:
    from handlers.charts.plan import Chart

MOST: Final = 64

Send = Callable[[bytes | str], Awaitable[Message]]


class Gallery:
    """Keeps file ids by what a picture shows, the ``MOST`` that were used last.

    The language is part of what it shows. File ids are the bot's own and stay valid, but are not
    kept across a restart: a picture is drawn in a fraction of a second.
    """

    def __init__(self) -> None:
        self._ids: OrderedDict[Chart, str] = OrderedDict()
        self._one_at_a_time = asyncio.Lock()

    async def send(self, chart: "Chart", send: Send) -> None:
        """Send a chart through ``send``, which takes a PNG or a file id.

        Raises:
            ImportError: where nothing is installed to draw with.
            TelegramError: what ``send`` raises, after a file id that is refused was drawn anew.
        """
        if chart in self._ids:
            self._ids.move_to_end(chart)
            try:
                await send(self._ids[chart])
            except BadRequest:
                self._ids.pop(chart, None)
            else:
                return
        from handlers.charts.drawing import draw

        async with self._one_at_a_time:  # matplotlib's fonts are not made for two threads
            drawn = await asyncio.to_thread(draw, chart)
        message = await send(drawn)
        if message.photo:
            self._keep(chart, message.photo[-1].file_id)

    def _keep(self, chart: "Chart", file_id: str) -> None:
        self._ids[chart] = file_id
        while len(self._ids) > MOST:
            self._ids.popitem(last=False)
