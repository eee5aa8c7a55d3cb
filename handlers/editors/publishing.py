"""A draft becomes a day's summary: seen, asked for once more if need be, and undone in time."""

from telegram import Update

from data import audience, days, drafts, publishing, revisions, richtext
from data import session as sessions
from data.audience import Audience
from data.revisions import Revision
from data.session import Session
from data.store import durable
from data.work import Work
from handlers import callbacks
from handlers.actors import Actor
from handlers.answer import answer, send_below
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Desk
from handlers.editors import previewing, workspace
from handlers.keyboards import editing as keyboards
from handlers.keyboards.editing import EARLY, WITH_NOTE, WITHOUT_NOTE
from handlers.refusals import Refusal
from handlers.views import editing as views


async def publish(update: Update, context: Context, actor: Actor) -> None:
    """Publish the draft that a button names, once all is seen and answered that must be.

    What the editor has not seen is shown instead: a text that has changed since, or what somebody
    else has published in between.
    """
    number, version, seen, answered = callbacks.PUBLISH.read(update)
    found = workspace.owned(context, actor, number_in(number))
    if found.draft.state == "done" and found.draft.revision:
        await show_result(update, context, actor, found.session, _revision_of(context, found))
        return
    if not found.draft.is_alive:
        raise Refusal("edit.draft_over")
    previewing.check(found, context)
    if found.draft.version != number_in(version):
        await previewing.show(update, context, found)
    elif found.stands != number_in(seen):
        await _show_both(update, context, found)
    else:
        await _publish(update, context, actor, found, answered)


async def _publish(
    update: Update, context: Context, actor: Actor, found: Work, answered: str
) -> None:
    if found.replaces and found.standing and found.standing.text == found.text:
        raise Refusal("edit.same")
    gets = previewing.gets(context, found)
    if found.day and context.clock.now() < found.day.closes_at(found.session):
        if EARLY not in answered:
            text = views.not_over(found.session, found.day, context.words)
            await answer(update, context, text, keyboards.not_over(found, context.words))
            return
    elif found.replaces and gets.have and not {WITH_NOTE, WITHOUT_NOTE} & set(answered):
        text = views.note(found, gets, context.words)
        await answer(update, context, text, keyboards.note(found, answered, context.words))
        return
    with durable(context.db):
        if context.first_time():
            publishing.publish(
                context.db,
                found.draft,
                found.text,
                author=actor.author,
                note=WITH_NOTE in answered,
                now=context.clock.now(),
            )
    context.bot_data.wake()
    again = workspace.owned(context, actor, found.draft.id)
    await show_result(update, context, actor, again.session, _revision_of(context, again))


async def _show_both(update: Update, context: Context, found: Work) -> None:
    """Show what stands by now and the draft, one below the other."""
    words = context.words
    theirs = richtext.from_html(views.conflict(found, words))
    await send_below(update, context, [theirs])
    if found.standing and found.standing.text:
        await send_below(update, context, richtext.split(found.standing.text))
    await send_below(update, context, [richtext.from_html(words("edit.yours"))])
    await send_below(update, context, richtext.split(found.text))
    asked = richtext.from_html(views.which_of_both(found, words))
    await send_below(update, context, [asked], keyboards.conflict(found, words))


def _revision_of(context: Context, found: Work) -> Revision:
    day, number = found.draft.day or 0, found.draft.revision or 0
    revision = revisions.get(context.db, found.session.id, day, number)
    if revision is None:
        raise Refusal("edit.draft_over")
    return revision


async def show_result(
    update: Update, context: Context, actor: Actor, session: Session, revision: Revision
) -> None:
    """Say what was done with a day, who gets it when, and offer to undo it in time."""
    in_time = publishing.can_undo(context.db, revision, actor.id, context.clock.now())
    gets = audience_of(context, session, revision.day)
    text = views.published(session, revision, gets, in_time=in_time, words=context.words)
    keyboard = keyboards.published(revision, context.words, in_time=in_time)
    await answer(update, context, text, keyboard)


def audience_of(context: Context, session: Session, number: int) -> Audience:
    """Return who gets a day's summary."""
    day = days.get(context.db, session.id, number)
    if day is None:
        return Audience(0, 0, ())
    return audience.of_day(context.db, session, day, context.clock.now())


async def undo(update: Update, context: Context, actor: Actor) -> None:
    """Undo a change within its ten seconds; later, say what can be done instead."""
    identity, day, number = callbacks.UNDO.read(update)
    session = sessions.get(context.db, identity)
    revision = revisions.get(context.db, identity, number_in(day), number_in(number))
    if session is None or revision is None:
        raise Refusal("edit.draft_gone")
    with durable(context.db):
        in_time = publishing.can_undo(context.db, revision, actor.id, context.clock.now())
        if in_time and context.first_time():
            publishing.undo(context.db, revision, actor.author, context.clock.now())
    context.bot_data.wake()
    if publishing.is_undone(context.db, revision):
        text = views.undone(session, revision, context.words)
        mine = [
            each.id
            for each in drafts.of_day(context.db, identity, revision.day)
            if each.editor == actor.id and each.language == revision.language
        ]
        keyboard = keyboards.undone(revision, mine[0] if mine else None, context.words)
        await answer(update, context, text, keyboard)
    else:
        text = views.too_late(session, revision, context.words)
        await answer(update, context, text, keyboards.too_late(revision, context.words))


DESK = Desk(buttons={callbacks.PUBLISH: publish, callbacks.UNDO: undo})
