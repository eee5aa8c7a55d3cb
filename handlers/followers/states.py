"""``/state NAME``: everything about one state; without a name all states. And one statement."""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import likeness, names, profiles, sources, states
from data.session import Session
from data.states import State
from handlers import callbacks, pages
from handlers.answer import answer
from handlers.context import Context
from handlers.followers.records import with_sources
from handlers.keyboards import layout as buttons
from handlers.keyboards import states as keyboards
from handlers.refusals import Refusal
from handlers.views import statements as statement_views
from handlers.views import states as views

LINES_PER_PAGE = 8
STATES_PER_PAGE = 20
CHOICES = 10


async def show_state(update: Update, context: Context) -> None:
    """Answer ``/state NAME``: the state, a choice of states, or what is spelt like the name."""
    session, asked = context.session, context.asked
    if not asked:
        await show_all(update, context, session)
        return
    every = states.every(context.db, session.id)
    code = states.get(context.db, session.id, asked.casefold())
    found = [code] if code else likeness.meant(asked, every, names.of_state)
    if len(found) == 1:
        await show_card(update, context, session, found[0])
        return
    like = found or likeness.close(asked, every, names.of_state)
    cut = buttons.shortened(asked)
    text = (
        views.which(cut, context.words)
        if found
        else views.unknown(cut, session, like=bool(like), words=context.words)
    )
    keyboard = keyboards.choice(session.id, like[:CHOICES], context.words)
    await answer(update, context, text, keyboard)


async def show_card(
    update: Update, context: Context, session: Session, state: State, page: int = 0
) -> None:
    """Show one page of what is known of a state."""
    lines = views.lines(profiles.of_state(context.db, session.id, state), context.words)
    shown, page, total = pages.of_list(lines, page, LINES_PER_PAGE)
    cited = [each for line in shown for each in getattr(line.record, "sources", ())]
    by_id = {each.id: each for each in sources.named(context.db, session.id, cited)}
    turned = buttons.pages(callbacks.STATE, (session.id, state.id), page, total, context.words)
    text = views.card(state, session, shown, by_id, context.words)
    await answer(update, context, text, keyboards.card(session.id, shown, turned, context.words))


async def show_all(update: Update, context: Context, session: Session, page: int = 0) -> None:
    """Show one page of all states as buttons."""
    every = states.every(context.db, session.id)
    shown, page, total = pages.of_list(every, page, STATES_PER_PAGE)
    turned = buttons.pages(callbacks.STATES, (session.id,), page, total, context.words)
    text = views.listing(session, len(every), context.words)
    await answer(update, context, text, keyboards.listing(session.id, shown, turned))


async def tap_states(update: Update, context: Context) -> None:
    """Show the page of states that a button names."""
    identity, page = callbacks.STATES.read(update)
    await show_all(update, context, context.session_named(identity), pages.number(page))


async def tap_state(update: Update, context: Context) -> None:
    """Show the state and page that a button names."""
    identity, code, page = callbacks.STATE.read(update)
    session = context.session_named(identity)
    state = states.get(context.db, session.id, code)
    if state is None:
        raise Refusal("refusal.gone")
    await show_card(update, context, session, state, pages.number(page))


async def tap_statement(update: Update, context: Context) -> None:
    """Show the statement that a button names."""
    identity, name = callbacks.STATEMENT.read(update)
    session = context.session_named(identity)
    statement = states.statement(context.db, session.id, name)
    if statement is None:
        raise Refusal("refusal.gone")
    state = states.get(context.db, session.id, statement.state) if statement.state else None
    text = statement_views.card(statement, state, context.words)
    keyboard = keyboards.statement(session.id, statement, state, context.words)
    await answer(update, context, with_sources(context, session, statement, text), keyboard)


HANDLERS = (
    CommandHandler("state", show_state),
    CallbackQueryHandler(tap_states, pattern=callbacks.STATES.pattern),
    CallbackQueryHandler(tap_state, pattern=callbacks.STATE.pattern),
    CallbackQueryHandler(tap_statement, pattern=callbacks.STATEMENT.pattern),
)
