"""A draft shown exactly as it will be read, and what can become of it."""

from telegram import Update

from data import audience, days, drafts, richtext
from data.audience import Audience
from data.editions import Composed, Edition
from data.richtext import RichText
from data.store import writing
from data.work import Work
from handlers.answer import answer, send_below
from handlers.context import Context
from handlers.editors import counting
from handlers.keyboards import editing as keyboards
from handlers.keyboards.digests import from_text
from handlers.refusals import Refusal
from handlers.views import editing as views
from handlers.voice import DigestVoice


async def show(update: Update, context: Context, work: Work) -> None:
    """Show a draft as it will be read, with *Publish*, *Edit* and *Discard* below.

    Raises:
        Refusal: where there is nothing to show, or too much.
    """
    if work.day is None:
        await ask_day(update, context, work)
        return
    check(work, context)
    await counting.withdraw(context, work)
    with writing(context.db):
        drafts.put(context.db, work.draft.id, "shown", context.clock.now())
    composed = compose(context, work, work.text)
    await send_below(update, context, composed.parts, from_text(composed.buttons))
    text = views.control(work, len(composed.parts), gets(context, work), context.words)
    below = keyboards.control(work, context.words)
    await send_below(update, context, [richtext.from_html(text)], below)


async def show_control(update: Update, context: Context, work: Work) -> None:
    """Show again what stands below a preview, in the message that was tapped."""
    composed = compose(context, work, work.text)
    text = views.control(work, len(composed.parts), gets(context, work), context.words)
    await answer(update, context, text, keyboards.control(work, context.words))


async def ask_day(update: Update, context: Context, work: Work) -> None:
    """Ask which day a draft is of."""
    every = days.every(context.db, work.session.id)
    text = views.which_day(work.session, work, context.words)
    keyboard = keyboards.days_for(work.draft.id, every, context.words)
    await answer(update, context, text, keyboard)


def check(work: Work, context: Context) -> None:
    """Refuse a text that cannot be published. Raises ``Refusal``."""
    if not work.text.text:
        raise Refusal("edit.nothing_yet")
    check_length(work, context)


def check_length(work: Work, context: Context) -> None:
    """Refuse a text that is longer than a summary may be. Raises ``Refusal``."""
    over = len(work.text.text) - drafts.LONGEST
    if over > 0:
        number = context.words.number
        raise Refusal("edit.too_long", over=number(over), most=number(drafts.LONGEST))


def compose(context: Context, work: Work, text: RichText) -> Composed:
    """Compose the digest of a draft's day with a text for its summary.

    Raises:
        Refusal: where the draft has no day.
    """
    if work.day is None:
        raise Refusal("edit.draft_gone")
    corrects = work.replaces and gets(context, work).have
    edition = Edition(
        session=work.session.id,
        day=work.day.number,
        language=work.draft.language,
        topics=None,
        private=True,
        first=False,
        corrected=context.clock.now() if corrects else None,
        zone=work.session.timezone,
    )
    return DigestVoice(context.db, lambda: context.bot.username).preview(edition, text)


def gets(context: Context, work: Work) -> Audience:
    """Return who gets the summary of a draft's day."""
    if work.day is None:
        return Audience(0, 0, ())
    return audience.of_day(context.db, work.session, work.day, context.clock.now())
