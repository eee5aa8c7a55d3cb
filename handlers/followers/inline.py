"""``@thebot WORDS``, in any chat: picks an outcome or a day to paste there."""

import logging

from markupsafe import Markup
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.error import BadRequest

from data import days, pasting, richtext
from data.days import Day
from data.outcomes import Outcome
from data.session import Session
from handlers import deeplinks, pages
from handlers.answer import entities
from handlers.context import Context
from handlers.followers.records import kind_of, with_sources
from handlers.keyboards.layout import shortened
from handlers.refusals import Refusal
from handlers.views import inline as views

logger = logging.getLogger(__name__)

PER_PAGE = 20
CACHE_SECONDS = 300
DESCRIPTION_LENGTH = 120
START = "inline"


async def offer(update: Update, context: Context) -> None:
    """Offer what matches, the best first; for no words the day at hand and the outcomes.

    The answer is the same for everybody, so Telegram may keep it.
    """
    query = update.inline_query
    if query is None:
        return
    try:
        session = context.session
    except Refusal:
        await _answer(query, context, [], None)
        return
    today = session.today(context.clock.now())
    page = pages.number(query.offset)
    places = slice(page * PER_PAGE, (page + 1) * PER_PAGE)
    found, more = pasting.found(context.db, session.id, query.query, today, places)
    shown = [_article(context, session, each) for each in found]
    await _answer(query, context, shown, str(page + 1) if more else None)


async def _answer(
    query: InlineQuery,
    context: Context,
    shown: list[InlineQueryResultArticle],
    following: str | None,
) -> None:
    """Answer a query; where nothing follows that is None, since the library mangles ``""``."""
    nothing = InlineQueryResultsButton(context.words.plain("inline.nothing"), start_parameter=START)
    try:
        await query.answer(
            shown,
            cache_time=CACHE_SECONDS,
            is_personal=False,
            next_offset=following,
            button=None if shown or query.offset else nothing,
        )
    except BadRequest as error:  # who types fast has asked the next question already
        logger.info("An inline query was not answered: %s", error.message)


def _article(context: Context, session: Session, record: Outcome | Day) -> InlineQueryResultArticle:
    words = context.words
    opening = InlineKeyboardButton(words.plain("inline.open"), url=_link(context, session, record))
    text = with_sources(context, session, record, _card(context, session, record))
    pasted = richtext.split(richtext.from_html(text))[0]
    return InlineQueryResultArticle(
        id=f"{kind_of(record)}-{record.identity}",
        title=views.title(record, session, words),
        description=shortened(views.description(record), DESCRIPTION_LENGTH),
        input_message_content=InputTextMessageContent(
            pasted.text,
            entities=entities(pasted),
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        ),
        reply_markup=InlineKeyboardMarkup([[opening]]),
    )


def _card(context: Context, session: Session, record: Outcome | Day) -> Markup:
    if isinstance(record, Outcome):
        return views.outcome(record, session, context.words)
    summary = days.summary(context.db, session.id, record.number)
    return views.day(record, session, summary, context.words)


def _link(context: Context, session: Session, record: Outcome | Day) -> str:
    bot = context.bot.username
    if isinstance(record, Outcome):
        return deeplinks.to_outcome(bot, session.id, record.id)
    return deeplinks.to_day(bot, session.id, record.number)
