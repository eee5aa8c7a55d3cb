"""``/broadcast TEXT``: a message to every subscribed chat, seen before it is sent."""

from telegram import Message, Update

from data import audit, broadcasts, drafts, openings, richtext
from data.broadcasts import Broadcast
from data.parts import Part
from data.parts import put as put_part
from data.publishing import WINDOW
from data.store import durable, writing
from data.work import Work
from handlers import callbacks
from handlers.actors import Actor
from handlers.answer import answer, send_below
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Desk
from handlers.editors import counting, intake, previewing, workspace
from handlers.keyboards import broadcasting as keyboards
from handlers.refusals import Refusal
from handlers.views import broadcasting as views


async def begin(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/broadcast [TEXT]``: show it as it will be read, or ask for the text."""
    message = update.effective_message
    if not isinstance(message, Message):
        return
    text = openings.by_command(intake.typed(message), frozenset()).rest
    with durable(context.db):
        if context.first_time():
            draft = drafts.begin(
                context.db,
                editor=actor.id,
                kind="broadcast",
                session=context.session.id,
                now=context.clock.now(),
            )
            if text.text:
                part = Part(draft, message.message_id, text, "opening", message.date)
                put_part(context.db, part, context.clock.now())
    mine = drafts.of_editor(context.db, actor.id)
    made = workspace.owned(context, actor, mine[0].id if mine else 0)
    if made.parts:
        await show(update, context, made)
    else:
        asked = views.prompt(broadcasts.subscribed(context.db), context.words)
        await answer(update, context, asked, keyboards.prompt(made.draft.id, context.words))


async def show(update: Update, context: Context, found: Work) -> None:
    """Show a message to all as it will be read, with what can become of it. Raises ``Refusal``."""
    previewing.check(found, context)
    await counting.withdraw(context, found)
    with writing(context.db):
        drafts.put(context.db, found.draft.id, "shown", context.clock.now())
    parts = richtext.split(found.text)
    await send_below(update, context, parts)
    said = views.control(len(parts), broadcasts.subscribed(context.db), context.words)
    keyboard = keyboards.control(found, context.words)
    await send_below(update, context, [richtext.from_html(said)], keyboard)


async def send(update: Update, context: Context, actor: Actor) -> None:
    """Let the message go to all that a button names, after ten seconds."""
    number, version = callbacks.BROADCAST.read(update)
    found = workspace.owned(context, actor, number_in(number))
    if found.draft.kind != "broadcast":
        raise Refusal("edit.draft_gone")
    if found.draft.is_alive:
        if found.draft.version != number_in(version):
            await show(update, context, found)
            return
        previewing.check(found, context)
        with durable(context.db):
            if context.first_time():
                _send(context, actor, found)
        context.bot_data.wake()
    again = drafts.get(context.db, found.draft.id)
    sent = broadcasts.get(context.db, (again and again.revision) or 0)
    if sent is None:
        raise Refusal("edit.draft_over")
    await _show_result(update, context, sent)


def _send(context: Context, actor: Actor, found: Work) -> None:
    now = context.clock.now()
    number = broadcasts.add(context.db, actor.id, richtext.split(found.text), now, now + WINDOW)
    drafts.put(context.db, found.draft.id, "done", now, number)
    audit.log(
        context.db,
        made=now,
        author=actor.id,
        name=actor.name,
        act="broadcast",
        after=found.text.text,
    )


async def _show_result(update: Update, context: Context, sent: Broadcast) -> None:
    in_time = context.clock.now() < sent.leaves and sent.state == "waiting"
    number = broadcasts.subscribed(context.db)
    text = views.result(sent, number, in_time=in_time, words=context.words)
    keyboard = keyboards.result(sent.id, context.words, in_time=in_time)
    await answer(update, context, text, keyboard)


async def undo(update: Update, context: Context, actor: Actor) -> None:
    """Take a message to all back within its ten seconds."""
    (number,) = callbacks.UNDO_BROADCAST.read(update)
    now = context.clock.now()
    with durable(context.db):
        if broadcasts.undo(context.db, number_in(number), now):
            audit.log(
                context.db, made=now, author=actor.id, name=actor.name, act="broadcast_undone"
            )
    sent = broadcasts.get(context.db, number_in(number))
    if sent is None:
        raise Refusal("edit.draft_gone")
    await _show_result(update, context, sent)


DESK = Desk(
    commands={"broadcast": begin},
    buttons={callbacks.BROADCAST: send, callbacks.UNDO_BROADCAST: undo},
)
