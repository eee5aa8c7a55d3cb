"""``/addsummary`` and ``/correct``: a day's summary is begun, by a command or a button."""

from datetime import date

from telegram import Message, Update

from data import dates, days, drafts, openings, parts, publishing, richtext, roles, work
from data import session as sessions
from data.content.summaries import LANGUAGES
from data.days import Day
from data.openings import Opening
from data.parts import Part, Source
from data.richtext import RichText
from data.session import Session
from data.store import durable
from handlers import callbacks, pages
from handlers.actors import Actor
from handlers.answer import answer, send_below
from handlers.context import Context
from handlers.door import Desk
from handlers.editors import counting, intake, previewing
from handlers.keyboards import editing as keyboards
from handlers.refusals import Refusal
from handlers.views import editing as views

SHORT = 40
# A message so full that an app may have cut the text, and more of it follows.
FULL = 4000


async def add_summary(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/addsummary [N] [LANG] [text]``."""
    await _by_command(update, context, actor, callbacks.WRITE)


async def correct(update: Update, context: Context, actor: Actor) -> None:
    """Answer ``/correct [N] [LANG] [text]``: the same, with what stands at hand to copy."""
    await _by_command(update, context, actor, callbacks.CORRECT)


async def _by_command(
    update: Update, context: Context, actor: Actor, screen: callbacks.Screen
) -> None:
    message, session = update.effective_message, context.session
    if not isinstance(message, Message):
        return
    every = days.every(context.db, session.id)
    opened = opening_of(intake.typed(message), session, every, context)
    if opened.rest.text:
        await begin_with(update, context, actor, session, opened, message)
    elif opened.day is None:
        text = views.which_day(session, None, context.words)
        await answer(
            update, context, text, keyboards.days(session.id, every, screen, context.words)
        )
    else:
        await begin(update, context, actor, session, opened, copies=screen is callbacks.CORRECT)


def opening_of(text: RichText, session: Session, every: list[Day], context: Context) -> Opening:
    """Read what stands behind a command: a day, as people write them, a language, a text."""
    opened = openings.by_command(text, frozenset(day.number for day in every))
    asked = text.text.partition(" ")[2].strip()
    if asked and len(asked) <= SHORT and "\n" not in asked:
        meant = dates.meant(asked, session, every, session.today(context.clock.now()))
        day = the_one(meant, every)
        if day is not None:
            return Opening(day, None, RichText(""))
    return opened


def the_one(meant: list[date] | None, every: list[Day]) -> int | None:
    """Return the number of the day that is meant, where it is one."""
    found = [day.number for day in every if meant and day.date in meant]
    return found[0] if len(found) == 1 else None


async def begin_with(  # noqa: PLR0913, PLR0917 - all that was found out before
    update: Update,
    context: Context,
    actor: Actor,
    session: Session,
    opened: Opening,
    message: Message,
    *,
    source: Source = "opening",
) -> None:
    """Begin a summary with the text of a message, and show it as it will be read.

    Where the message is so full that more of the text follows, it is awaited.
    """
    with durable(context.db):
        if context.first_time():
            draft = _begin(context, actor, session, opened)
            put(context, draft, message, opened.rest, source)
    made = newest(context, actor)
    if source == "opening" and opened.rest.units + SHORT >= FULL:
        await counting.count(update, context, made)
    else:
        await previewing.show(update, context, made)


async def begin(  # noqa: PLR0913 - all that was found out before
    update: Update,
    context: Context,
    actor: Actor,
    session: Session,
    opened: Opening,
    *,
    copies: bool = False,
) -> None:
    """Begin a summary and ask for its text; ``copies`` sends what stands, to be copied."""
    with durable(context.db):
        if context.first_time():
            _begin(context, actor, session, opened)
    made = newest(context, actor)
    if made.day is None:
        raise Refusal("edit.draft_gone")
    if copies and made.standing and made.standing.text:
        await send_below(update, context, richtext.split(made.standing.text))
    others = [
        (roles.name_of(context.db, each.editor) or str(each.editor), each)
        for each in drafts.of_day(context.db, session.id, made.day.number)
        if each.editor != actor.id and each.language == made.draft.language
    ]
    text = views.prompt(made, others, context.words)
    keyboard = keyboards.prompt(made, context.words)
    if copies:
        await send_below(update, context, [richtext.from_html(text)], keyboard)
    else:
        await answer(update, context, text, keyboard)


def _begin(context: Context, actor: Actor, session: Session, opened: Opening) -> int:
    language = opened.language or "en"
    based_on = None
    if opened.day is not None:
        based_on = publishing.standing_number(context.db, session.id, opened.day, language)
    return drafts.begin(
        context.db,
        editor=actor.id,
        kind="summary",
        session=session.id,
        day=opened.day,
        language=language,
        based_on=based_on,
        now=context.clock.now(),
    )


def put(context: Context, draft: int, message: Message, text: RichText, source: Source) -> None:
    """Make what came in a message a part of a draft. Call it within a transaction.

    Raises:
        Refusal: where the draft is too long already, and this is another message.
    """
    made = work.gather(context.db, draft)
    if made and all(part.message != message.message_id for part in made.parts):
        previewing.check_length(made, context)
    part = Part(draft, message.message_id, text, source, message.date)
    parts.put(context.db, part, context.clock.now())


def newest(context: Context, actor: Actor) -> work.Work:
    """Return the draft that this editor touched last. Raises ``Refusal`` where there is none."""
    mine = drafts.of_editor(context.db, actor.id)
    found = work.gather(context.db, mine[0].id) if mine else None
    if found is None:
        raise Refusal("edit.draft_gone")
    return found


async def tap_write(update: Update, context: Context, actor: Actor) -> None:
    """Begin the summary of the day that a button names."""
    identity, number, language = callbacks.WRITE.read(update)
    await _by_button(update, context, actor, identity, number, language, copies=False)


async def tap_correct(update: Update, context: Context, actor: Actor) -> None:
    """Begin to correct the summary of the day that a button names."""
    identity, number, language = callbacks.CORRECT.read(update)
    await _by_button(update, context, actor, identity, number, language, copies=True)


async def _by_button(  # noqa: PLR0913, PLR0917 - what a button carries
    update: Update,
    context: Context,
    actor: Actor,
    identity: str,
    number: str,
    language: str,
    *,
    copies: bool,
) -> None:
    session = sessions.get(context.db, identity)
    day = days.get(context.db, identity, pages.number(number)) if session else None
    if session is None or day is None:
        raise Refusal("edit.draft_gone")
    spoken = language if language in LANGUAGES else None
    opened = Opening(day.number, spoken, RichText(""))
    await begin(update, context, actor, session, opened, copies=copies)


DESK = Desk(
    commands={"addsummary": add_summary, "correct": correct},
    buttons={callbacks.WRITE: tap_write, callbacks.CORRECT: tap_correct},
)
