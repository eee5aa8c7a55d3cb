"""The *chart* button under the budget and the pledges: a picture, or bars of text."""

from telegram import Message, Update
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler

from data import budget, pledges
from data.session import Session
from data.sources import Source
from handlers import callbacks
from handlers.answer import answer, send_picture
from handlers.charts.plan import Chart
from handlers.context import Context
from handlers.followers.records import cited_by
from handlers.keyboards import charts as keyboards
from handlers.refusals import Refusal
from handlers.views import budget as budget_view
from handlers.views import charts as views
from handlers.views import pledges as pledge_view
from handlers.views import sources as source_view


async def tap_chart(update: Update, context: Context) -> None:
    """Send the picture that a button names; bars of text where it cannot be drawn or sent."""
    identity, subject = callbacks.CHART.read(update)
    session = context.session_named(identity)
    planned = PLANS.get(subject, _of_nothing)
    chart, cited = planned(context, session)
    if not chart.panels:
        raise Refusal("refusal.gone")
    source = source_view.line(cited, context.words)
    caption = views.caption(chart, source, context.words)
    filename = f"{session.id}-{subject}.png"
    keyboard = keyboards.under(session.id, subject, len(cited), context.words)

    async def send(picture: bytes | str) -> Message:
        return await send_picture(update, context, picture, filename, caption, keyboard)

    try:
        await context.gallery.send(chart, send)
    except (ImportError, BadRequest):  # nothing to draw with, or a group without pictures
        text = views.in_text(chart, source, context.words)
        await answer(update, context, text, keyboard)


def _of_budget(context: Context, session: Session) -> tuple[Chart, list[Source]]:
    figures = [each for each in budget.figures(context.db, session.id) if each.amount is not None]
    cited = list(cited_by(context, session, figures).values())
    return budget_view.chart(session, figures, cited, context.words), cited


def _of_pledges(context: Context, session: Session) -> tuple[Chart, list[Source]]:
    every = pledges.every(context.db, session.id)
    cited = list(cited_by(context, session, every).values())
    return pledge_view.chart(session, every, cited, context.words), cited


def _of_nothing(_context: Context, _session: Session) -> tuple[Chart, list[Source]]:
    return Chart("", "", (), ()), []


PLANS = {"budget": _of_budget, "pledges": _of_pledges}
HANDLERS = (CallbackQueryHandler(tap_chart, pattern=callbacks.CHART.pattern),)
