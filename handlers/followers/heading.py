"""What a list was asked for, read again from its heading when a page of it is turned."""

from telegram import Message, MessageEntity, Update


def quoted(update: Update) -> str:
    """Return the words set in ``code`` in the message of a tapped button; empty without.

    Callback data has no room for what people type, so the pages of a list find it there.
    """
    query = update.callback_query
    message = query.message if query else None
    if not isinstance(message, Message) or not message.text:
        return ""
    return next(iter(message.parse_entities([MessageEntity.CODE]).values()), "")
