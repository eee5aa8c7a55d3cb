"""``/privacy``, ``/mydata`` and ``/forgetme``: what is kept about a chat, shown and erased."""

from telegram import InputFile, Update
from telegram.error import BadRequest, Forbidden
from telegram.ext import CallbackQueryHandler, CommandHandler

from data import forgetting, personal, richtext
from handlers import callbacks
from handlers.answer import acknowledge, answer, entities
from handlers.context import Context
from handlers.keyboards import privacy as keyboards
from handlers.refusals import Refusal
from handlers.subscribers.subject import Subject, meant
from handlers.views import privacy as views


async def show_privacy(update: Update, context: Context) -> None:
    """Answer ``/privacy``: who runs the bot, what is kept and for how long."""
    await _show(update, context, 0)


async def tap_privacy(update: Update, context: Context) -> None:
    """Answer the same by a button, which stands under settings: for those who may change them."""
    (key,) = callbacks.PRIVACY.read(update)
    subject = await meant(update, context, key)
    await _show(update, context, subject.key)


async def _show(update: Update, context: Context, key: int) -> None:
    operator = context.bot_data.operator
    days = forgetting.days_in_backups(operator.backups)
    text = views.privacy(operator, days, context.words)
    await answer(update, context, text, keyboards.under_privacy(key, context.words))


async def send_data(update: Update, context: Context) -> None:
    """Answer ``/mydata`` with a file of all that is kept about the chat, to a private chat."""
    (key,) = callbacks.MYDATA.read(update)
    subject = await meant(update, context, key)
    words, now = context.words, context.clock.now()
    content = personal.as_file(context.db, subject.id, words.plain("mydata.about"), now)
    if content is None:
        keyboard = keyboards.nothing(subject.key, words)
        await answer(update, context, views.nothing(subject.title, words), keyboard)
        return
    reader = _reader(update)
    await _send(context, reader, content, subject)
    await acknowledge(update, context)  # only now: a refusal is said by the error handler
    if reader != context.chat:
        await answer(update, context, words("mydata.sent"), keyboards.nothing(subject.key, words))


def _reader(update: Update) -> int:
    """Return the private chat that the file goes to. Raises ``Refusal`` for an unnamed person."""
    message, user = update.effective_message, update.effective_user
    unnamed = update.callback_query is None and message is not None and message.sender_chat
    if user is None or unnamed:
        raise Refusal("mydata.unnamed")
    return user.id


async def _send(context: Context, reader: int, content: bytes, subject: Subject) -> None:
    if context.attempt.was_done():
        return
    words = context.words
    caption = richtext.from_html(views.data(subject.title, words))
    away = reader != context.chat
    try:
        await context.bot.send_document(
            reader,
            InputFile(
                content, filename=words.plain("mydata.file", date=context.clock.now().date())
            ),
            caption=caption.text,
            caption_entities=entities(caption),
            reply_markup=None if away else keyboards.under_data(subject.key, words),
        )
    except (BadRequest, Forbidden) as error:
        if not away:
            raise
        raise Refusal("mydata.closed", bot=context.bot.username) from error
    context.attempt.did()


async def forget(update: Update, context: Context) -> None:
    """Answer ``/forgetme``: ask once, then erase all that is kept about the chat, at once."""
    key, confirmed = callbacks.FORGET.read(update)
    subject = await meant(update, context, key)
    words, now = context.words, context.clock.now()
    if confirmed != callbacks.ON:
        if not personal.about(context.db, subject.id):
            await answer(
                update,
                context,
                views.nothing(subject.title, words),
                keyboards.nothing(subject.key, words),
            )
            return
        keyboard = keyboards.sure(subject.key, words)
        await answer(update, context, views.sure(subject.title, words), keyboard)
        return
    forgetting.forget(context.db, subject.id)
    gone = forgetting.gone_by(now, context.bot_data.operator.backups)
    published = bool(personal.authored(context.db, subject.id))
    text = views.forgotten(subject.title, gone, words, published=published)
    await answer(update, context, text, keyboards.nothing(subject.key, words))


HANDLERS = (
    CommandHandler("privacy", show_privacy),
    CommandHandler("mydata", send_data),
    CommandHandler("forgetme", forget),
    CallbackQueryHandler(tap_privacy, pattern=callbacks.PRIVACY.pattern),
    CallbackQueryHandler(send_data, pattern=callbacks.MYDATA.pattern),
    CallbackQueryHandler(forget, pattern=callbacks.FORGET.pattern),
)
