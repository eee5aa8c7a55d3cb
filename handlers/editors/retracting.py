"""``/retract N [reason]``: a day's summary is taken back, in all its languages."""

from telegram import Message, Update

from data import days, drafts, publishing, revisions
from data import session as sessions
from data.days import Day
from data.drafts import Draft
from data.richtext import RichText
from data.session import Session
from data.store import durable
from handlers import callbacks
from handlers.actors import Actor
from handlers.answer import answer
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Desk
from handlers.editors import intake
from handlers.editors.publishing import audience_of, show_result
from handlers.editors.summaries import state_of
from handlers.editors.writing import opening_of
from handlers.keyboards import editing as buttons
from handlers.keyboards import retracting as keyboards
from handlers.refusals import Refusal
from handlers.views import editing as editing_views
from handlers.views import retracting as views

LONGEST_REASON = 500
REASON = "reason"


async def retract(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/retract [N] [reason]``: ask whether it is meant so."""
    message, session = update.effective_message, context.session
    if not isinstance(message, Message):
        return
    every = days.every(context.db, session.id)
    opened = opening_of(intake.typed(message), session, every, context)
    if opened.day is None:
        out = [each for each in every if publishing.languages(context.db, session.id, each.number)]
        text = editing_views.which_day(session, None, context.words)
        keyboard = buttons.days(session.id, out, callbacks.RETRACT, context.words)
        await answer(update, context, text, keyboard)
        return
    day = days.get(context.db, session.id, opened.day)
    if day is None:
        raise Refusal("edit.draft_gone")
    draft = None
    if opened.rest.text:
        draft = _kept(context, actor, session, day, opened.rest)
    await _ask(update, context, session, day, draft)


async def tap(update: Update, context: Context, actor: Actor) -> None:
    """Ask, ask for the reason, or take back, as a button says."""
    identity, number, what, draft = callbacks.RETRACT.read(update)
    session = sessions.get(context.db, identity)
    day = days.get(context.db, identity, number_in(number))
    if session is None or day is None:
        raise Refusal("edit.draft_gone")
    reason = _mine(context, actor, number_in(draft))
    if what == "now":
        await _retract(update, context, actor, session, day, reason)
    elif what == "why":
        await _ask_why(update, context, actor, session, day)
    else:
        await _ask(update, context, session, day, reason)


async def _ask(
    update: Update, context: Context, session: Session, day: Day, draft: Draft | None
) -> None:
    state = state_of(context, session, day)
    if not state.is_out:
        raise Refusal("edit.nothing_out", number=day.number)
    gets = audience_of(context, session, day.number)
    reason = draft.fields.get(REASON) if draft else None
    text = views.ask(session, state, gets, reason, context.words)
    keyboard = keyboards.ask(session.id, day.number, draft, context.words)
    await answer(update, context, text, keyboard)


async def _ask_why(
    update: Update, context: Context, actor: Actor, session: Session, day: Day
) -> None:
    """Let the next message be the reason."""
    with durable(context.db):
        if context.first_time():
            _begin(context, actor, session, day, "")
    text = context.words("edit.why", most=LONGEST_REASON)
    await answer(
        update, context, text, keyboards.without_reason(session.id, day.number, context.words)
    )


async def take_reason(
    update: Update, context: Context, actor: Actor, draft: Draft, text: RichText
) -> None:
    """Take a message as the reason, and ask once more."""
    session = sessions.get(context.db, draft.session)
    day = days.get(context.db, draft.session, draft.day or 0)
    if session is None or day is None:
        raise Refusal("edit.draft_gone")
    with durable(context.db):
        fields = {REASON: _checked(text)}
        drafts.fill(context.db, draft.id, fields, context.clock.now())
        drafts.put(context.db, draft.id, "shown", context.clock.now())
    await _ask(update, context, session, day, _mine(context, actor, draft.id))


def _checked(text: RichText) -> str:
    if len(text.text) > LONGEST_REASON:
        raise Refusal("edit.reason_long", most=LONGEST_REASON)
    return text.text


def _kept(
    context: Context, actor: Actor, session: Session, day: Day, reason: RichText
) -> Draft | None:
    told = _checked(reason)
    with durable(context.db):
        if context.first_time():
            number = _begin(context, actor, session, day, told)
            drafts.put(context.db, number, "shown", context.clock.now())
    mine = drafts.of_editor(context.db, actor.id)
    return next((each for each in mine if each.fields.get(REASON) == told), None)


def _begin(context: Context, actor: Actor, session: Session, day: Day, reason: str) -> int:
    return drafts.begin(
        context.db,
        editor=actor.id,
        kind="retract",
        session=session.id,
        day=day.number,
        fields={REASON: reason},
        now=context.clock.now(),
    )


def _mine(context: Context, actor: Actor, draft: int) -> Draft | None:
    found = drafts.get(context.db, draft)
    return found if found and found.editor == actor.id and found.fields.get(REASON) else None


async def _retract(  # noqa: PLR0913, PLR0917 - what is taken back, why and by whom
    update: Update,
    context: Context,
    actor: Actor,
    session: Session,
    day: Day,
    draft: Draft | None,
) -> None:
    with durable(context.db):
        if context.first_time():
            publishing.retract(
                context.db,
                session.id,
                day.number,
                author=actor.author,
                reason=draft.fields[REASON] if draft else None,
                now=context.clock.now(),
            )
            if draft:
                drafts.put(context.db, draft.id, "done", context.clock.now())
    context.bot_data.wake()
    newest = revisions.newest(context.db, session.id).get(day.number)
    if newest is None or newest.act != "withdrawn":
        raise Refusal("edit.nothing_out", number=day.number)
    await show_result(update, context, actor, session, newest)


DESK = Desk(commands={"retract": retract}, buttons={callbacks.RETRACT: tap})
