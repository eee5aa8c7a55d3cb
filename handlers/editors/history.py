"""``/history N``: what stood when and by whom, and how an older text is brought back."""

from telegram import Message, Update

from data import days, drafts, parts, publishing, revisions, richtext
from data import session as sessions
from data.days import Day
from data.parts import Part
from data.revisions import Revision
from data.session import Session
from data.store import durable
from handlers import callbacks, pages
from handlers.actors import Actor
from handlers.answer import answer, send_below
from handlers.callbacks import number_in
from handlers.context import Context
from handlers.door import Desk
from handlers.editors import intake, previewing
from handlers.editors.writing import newest, opening_of
from handlers.keyboards import editing as buttons
from handlers.keyboards import history as keyboards
from handlers.keyboards import layout
from handlers.refusals import Refusal
from handlers.views import editing as editing_views
from handlers.views import history as views

PER_PAGE = 6


async def history(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/history [N]``."""
    del actor
    message, session = update.effective_message, context.session
    if not isinstance(message, Message):
        return
    every = days.every(context.db, session.id)
    opened = opening_of(intake.typed(message), session, every, context)
    day = days.get(context.db, session.id, opened.day or 0)
    if day is None:
        text = editing_views.which_day(session, None, context.words)
        keyboard = buttons.days(session.id, every, callbacks.HISTORY, context.words)
        await answer(update, context, text, keyboard)
        return
    await _show(update, context, session, day, 0)


async def tap(update: Update, context: Context, actor: Actor) -> None:
    """Show a page of a day's history."""
    del actor
    identity, number, page = callbacks.HISTORY.read(update)
    session, day = _day(context, identity, number)
    await _show(update, context, session, day, pages.number(page))


async def _show(update: Update, context: Context, session: Session, day: Day, page: int) -> None:
    every = list(reversed(revisions.of_day(context.db, session.id, day.number)))
    shown, page, total = pages.of_list(every, page, PER_PAGE)
    told = [(each, publishing.by_whom(context.db, each)) for each in shown]
    turned = layout.pages(
        callbacks.HISTORY, (session.id, str(day.number)), page, total, context.words
    )
    text = views.listing(session, day, told, context.words)
    keyboard = keyboards.listing(session.id, day.number, shown, turned, context.words)
    await answer(update, context, text, keyboard)


async def show_revision(update: Update, context: Context, actor: Actor) -> None:
    """Show the text of a revision, with the way to bring it back."""
    del actor
    session, revision = _revision(context, *callbacks.REVISION.read(update))
    author = publishing.by_whom(context.db, revision)
    standing = publishing.standing(context.db, session.id, revision.day, revision.language)
    stands = standing is not None and standing.text == revision.text
    if revision.text:
        await send_below(update, context, richtext.split(revision.text))
    said = richtext.from_html(views.revision(session, revision, author, context.words))
    keyboard = keyboards.revision(revision, context.words, stands=stands)
    await send_below(update, context, [said], keyboard)


async def restore(update: Update, context: Context, actor: Actor) -> None:
    """Bring an older text back: shown as it will be read, then published as any other."""
    session, revision = _revision(context, *callbacks.RESTORE.read(update))
    if revision.text is None:
        raise Refusal("edit.draft_gone")
    day, language = revision.day, revision.language
    with durable(context.db):
        if context.first_time():
            number = drafts.begin(
                context.db,
                editor=actor.id,
                kind="summary",
                session=session.id,
                day=day,
                language=language,
                act="restore",
                based_on=publishing.standing_number(context.db, session.id, day, language),
                now=context.clock.now(),
            )
            part = Part(number, 0, revision.text, "kept", context.clock.now())
            parts.put(context.db, part, context.clock.now())
    await previewing.show(update, context, newest(context, actor))


def _day(context: Context, identity: str, number: str) -> tuple[Session, Day]:
    session = sessions.get(context.db, identity)
    day = days.get(context.db, identity, number_in(number))
    if session is None or day is None:
        raise Refusal("edit.draft_gone")
    return session, day


def _revision(
    context: Context, identity: str, number: str, revision: str
) -> tuple[Session, Revision]:
    session, day = _day(context, identity, number)
    found = revisions.get(context.db, identity, day.number, number_in(revision))
    if found is None:
        raise Refusal("edit.draft_gone")
    return session, found


DESK = Desk(
    commands={"history": history},
    buttons={
        callbacks.HISTORY: tap,
        callbacks.REVISION: show_revision,
        callbacks.RESTORE: restore,
    },
)
