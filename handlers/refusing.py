"""A refusal said to an editor or owner: over the chat after a tap, so that the screen stays."""

from telegram import Update
from telegram.error import BadRequest

from data import richtext
from handlers.answer import send_below
from handlers.context import Context
from handlers.refusals import Refusal

LONGEST_ALERT = 200


async def refuse(update: Update, context: Context, refusal: Refusal) -> None:
    """Say a refusal: as an alert where a button was tapped just now, else as a message."""
    text = context.words(refusal.key, **refusal.arguments)
    query, plain = update.callback_query, text.striptags()
    fresh = context.attempt.is_fresh(context.clock.now()) and not context.acknowledged
    if query is not None and fresh and len(plain) <= LONGEST_ALERT:
        context.acknowledged = True
        try:
            await query.answer(plain, show_alert=True)
        except BadRequest:  # the tap is too old for that
            pass
        else:
            return
    from handlers.keyboards import editing as keyboards

    parts = richtext.split(richtext.from_html(text))
    await send_below(update, context, parts, keyboards.ways_on(context.words))
