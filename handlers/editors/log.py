"""``/audit [N]``: who changed what, when, with what stood before and after."""

from telegram import Update

from data import audit, richtext
from data.richtext import RichText
from handlers import callbacks, pages
from handlers.actors import Actor
from handlers.answer import answer, send_below
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Desk
from handlers.keyboards import layout
from handlers.keyboards import log as keyboards
from handlers.refusals import Refusal
from handlers.views import log as views

PER_PAGE = 8
MOST = 30


async def show(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/audit [N]``: the last changes, N of them or a page."""
    del actor
    asked = number_in(context.asked)
    await _show(update, context, 0, min(asked, MOST) or PER_PAGE)


async def tap(update: Update, context: Context, actor: Actor) -> None:
    """Show a page of the log."""
    del actor
    (page,) = callbacks.AUDIT.read(update)
    await _show(update, context, pages.number(page), PER_PAGE)


async def _show(update: Update, context: Context, page: int, most: int) -> None:
    total = audit.count(context.db)
    found = audit.newest(context.db, most, page * PER_PAGE)
    last = max(1, -(-total // PER_PAGE))
    turned = layout.pages(callbacks.AUDIT, (), page, last, context.words)
    text = views.listing(found, context.session.zone, context.words)
    await answer(update, context, text, keyboards.listing(found, turned, context.words))


async def show_change(update: Update, context: Context, actor: Actor) -> None:
    """Show all of what stood before and after a change."""
    del actor
    (number,) = callbacks.CHANGE.read(update)
    change = audit.get(context.db, number_in(number))
    if change is None:
        raise Refusal("edit.draft_gone")
    texts = [
        (context.words("log.before"), views.told(change.before)),
        (context.words("log.after"), views.told(change.after)),
    ]
    for heading, text in texts:
        if text:
            told = richtext.from_html(heading) + RichText("\n") + RichText(text)
            await send_below(update, context, richtext.split(told))
    said = richtext.from_html(views.change(change, context.session.zone, context.words))
    await send_below(update, context, [said], keyboards.change(context.words))


DESK = Desk(commands={"audit": show}, buttons={callbacks.AUDIT: tap, callbacks.CHANGE: show_change})
