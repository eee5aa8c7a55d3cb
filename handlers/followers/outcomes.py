"""``/outcomes [TOPIC]``: what the session decided, by topic, down to one outcome."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import outcomes, sources, topics
from data.session import Session
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import with_sources
from handlers.keyboards import layout as buttons
from handlers.keyboards import outcomes as keyboards
from handlers.refusals import Refusal
from handlers.views import outcomes as views

PER_PAGE = 8


async def show_outcomes(update: Update, context: Context) -> None:
    """Answer ``/outcomes``: with a topic its outcomes, without one the topics as buttons."""
    session = context.session
    asked = context.asked.casefold()
    every = topics.every(context.db, session.id)
    for topic in every:
        if asked and (asked == topic.id or asked in topic.title.casefold()):
            await show_topic(update, context, session, topic.id)
            return
    if asked:
        raise Refusal(
            "refusal.topic",
            asked=context.asked[:40],
            topics=context.words.listed([topic.title for topic in every]),
        )
    await show_topics(update, context, session)


async def show_topics(update: Update, context: Context, session: Session) -> None:
    """Show the topics as buttons."""
    counts = outcomes.counts(context.db, session.id)
    every = topics.every(context.db, session.id)
    text = views.topics(session, sum(counts.values()), context.words)
    await answer(update, context, text, keyboards.topics(session.id, every, counts, context.words))


async def show_topic(
    update: Update, context: Context, session: Session, identity: str, page: int = 0
) -> None:
    """Show the outcomes of one topic."""
    topic = topics.get(context.db, session.id, identity)
    if topic is None:
        await show_topics(update, context, session)
        return
    every = outcomes.of_topic(context.db, session.id, topic.id)
    shown, page, total = pages.of_list(every, page, PER_PAGE)
    turned = buttons.pages(callbacks.TOPIC, (session.id, topic.id), page, total, context.words)
    text = views.topic(session, topic, shown, context.words)
    keyboard = keyboards.topic(session.id, shown, turned, context.words)
    await answer(update, context, text, keyboard)


async def show_outcome(update: Update, context: Context, session: Session, identity: str) -> None:
    """Show one outcome with its source."""
    outcome = outcomes.get(context.db, session.id, identity)
    if outcome is None:
        raise Refusal("refusal.gone")
    text = with_sources(context, session, outcome, views.card(session, outcome, context.words))
    keyboard = keyboards.card(
        context.bot.username,
        session.id,
        outcome,
        sources.named(context.db, session.id, outcome.sources),
        context.words,
    )
    await answer(update, context, text, keyboard)


async def tap_topics(update: Update, context: Context) -> None:
    """Show the topics of the session that a button names."""
    (identity,) = callbacks.TOPICS.read(update)
    await show_topics(update, context, context.session_named(identity))


async def tap_topic(update: Update, context: Context) -> None:
    """Show the topic and page that a button names."""
    identity, topic, page = callbacks.TOPIC.read(update)
    session = context.session_named(identity)
    await show_topic(update, context, session, topic, pages.number(page))


async def tap_outcome(update: Update, context: Context) -> None:
    """Show the outcome that a button names."""
    identity, outcome = callbacks.OUTCOME.read(update)
    await show_outcome(update, context, context.session_named(identity), outcome)


HANDLERS = (
    CommandHandler("outcomes", show_outcomes),
    CallbackQueryHandler(tap_topics, pattern=callbacks.TOPICS.pattern),
    CallbackQueryHandler(tap_topic, pattern=callbacks.TOPIC.pattern),
    CallbackQueryHandler(tap_outcome, pattern=callbacks.OUTCOME.pattern),
)
