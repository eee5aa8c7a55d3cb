"""``/budget``: the figures with who says so, the permanent premises, what people said of it."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import budget, conflicts, kinds
from data.conflicts import Conflict
from data.records import Record
from data.session import Session
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import cited_by, kind_of
from handlers.keyboards import budget as keyboards
from handlers.keyboards import layout as buttons
from handlers.views import budget as views

PAGE_UNITS = 1600


async def show_budget(update: Update, context: Context) -> None:
    """Answer ``/budget``."""
    await show_section(update, context, context.session)


async def show_section(
    update: Update, context: Context, session: Session, asked: str = "", page: int = 0
) -> None:
    """Show one page of a section; the figures of the budget itself are the first."""
    figures = budget.figures(context.db, session.id)
    reactions = budget.reactions(context.db, session.id)
    sections = views.sections(figures, reactions)
    section = asked if asked in sections else views.YEARLY
    records = sections.get(section, ())
    cited = cited_by(context, session, records)
    body = views.body(records, cited, context.words)
    shown, page, total = pages.of_text(body, page, PAGE_UNITS)
    text = views.screen(session, section, shown, context.words)
    turned = buttons.pages(callbacks.BUDGET, (session.id, section), page, total, context.words)
    keyboard = keyboards.under(
        session.id,
        section,
        sections=sections,
        disputed=_disputed(context, session, records),
        turned=turned,
        sources=_sources(context, session, records),
        words=context.words,
    )
    await answer(update, context, text, keyboard)


def _sources(
    context: Context, session: Session, records: Sequence[Record]
) -> InlineKeyboardButton | None:
    """Return the button to the sources of all records of the kind that a section shows."""
    if not records:
        return None
    kind = kind_of(records[0])
    number = len(cited_by(context, session, kinds.every(context.db, session.id, kind)))
    return buttons.sources(session.id, kind, "all", number, context.words)


def _disputed(context: Context, session: Session, records: Sequence[Record]) -> list[Conflict]:
    """Return what the sources of these records disagree on, each once."""
    found = [
        conflict
        for record in records
        for conflict in conflicts.about(context.db, session.id, kind_of(record), record.identity)
    ]
    return list({conflict.id: conflict for conflict in found}.values())


async def tap_budget(update: Update, context: Context) -> None:
    """Show the section and page of the budget that a button names."""
    identity, section, page = callbacks.BUDGET.read(update)
    session = context.session_named(identity)
    await show_section(update, context, session, section, pages.number(page))


HANDLERS = (
    CommandHandler("budget", show_budget),
    CallbackQueryHandler(tap_budget, pattern=callbacks.BUDGET.pattern),
)
