"""What every record's screen shares: its sources, and where they contradict each other."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup
from telegram import Update
from telegram.ext import CallbackQueryHandler

from data import conflicts, kinds, sources
from data.records import Record
from data.session import Session
from data.sources import Source
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.keyboards import layout as buttons
from handlers.refusals import Refusal
from handlers.views import layout
from handlers.views import sources as views

PER_PAGE = 8


def kind_of(record: Record) -> str:
    """Return the name of a record's kind."""
    return next(name for name, model in kinds.KINDS.items() if type(record) is model)


def with_sources(context: Context, session: Session, record: Record, text: Markup) -> Markup:
    """Return a record's text with what its sources disagree on and its first source below."""
    disputed = conflicts.about(context.db, session.id, kind_of(record), record.identity)
    cited = [source for each in disputed for version in each.versions for source in version.sources]
    by_id = {each.id: each for each in sources.named(context.db, session.id, cited)}
    named = sources.named(context.db, session.id, kinds.sources_of(record))
    return layout.stacked(
        text,
        *(views.disagreement(each, by_id, context.words) for each in disputed),
        views.line(named, context.words),
    )


def with_sources_of(
    context: Context, session: Session, records: Sequence[Record], text: Markup
) -> Markup:
    """Return the text of a list with the first source of its records below."""
    named = list(cited_by(context, session, records).values())
    return layout.stacked(text, views.line(named, context.words))


def cited_by(context: Context, session: Session, records: Iterable[Record]) -> dict[str, Source]:
    """Return the sources of all these records by id, official ones first."""
    cited = list(dict.fromkeys(each for record in records for each in kinds.sources_of(record)))
    return {each.id: each for each in sources.named(context.db, session.id, cited)}


async def show_sources(update: Update, context: Context) -> None:
    """Show the sources behind a record, or behind all records of a kind, page by page."""
    named_session, kind, identity, asked = callbacks.SOURCES.read(update)
    session = context.session_named(named_session)
    if kind not in callbacks.LISTS:
        raise Refusal("refusal.gone")
    named = sources.named(context.db, session.id, _cited(context, session, kind, identity))
    shown, page, total = pages.of_list(named, pages.number(asked), PER_PAGE)
    text = layout.stacked(
        context.words("sources.heading", title=session.short_name),
        views.listing(shown, context.words),
        context.words("sources.order"),
    )
    back = callbacks.of_record(session.id, kind, identity)
    keyboard = buttons.keyboard(
        buttons.pages(callbacks.SOURCES, (session.id, kind, identity), page, total, context.words),
        [buttons.button(context.words.plain("button.back"), back)],
    )
    await answer(update, context, text, keyboard)


def _cited(context: Context, session: Session, kind: str, identity: str) -> list[str]:
    if identity == "all":
        records = kinds.every(context.db, session.id, kind)
    else:
        record = kinds.get(context.db, session.id, kind, identity)
        records = [record] if record else []
    if not records:
        raise Refusal("refusal.gone")
    return list(dict.fromkeys(each for record in records for each in kinds.sources_of(record)))


HANDLERS = (CallbackQueryHandler(show_sources, pattern=callbacks.SOURCES.pattern),)
