"""Buttons below the text field, by which Telegram's own picker offers channels and groups."""

from typing import Final

from telegram import (
    ChatAdministratorRights,
    KeyboardButton,
    KeyboardButtonRequestChat,
    ReplyKeyboardMarkup,
)

from data.locales.words import Words

CHANNEL: Final = 1
GROUP: Final = 2


def picker(words: Words) -> ReplyKeyboardMarkup:
    """Offer the channels in which somebody may post, and the groups that somebody administers.

    The bot is made an administrator of the channel on the way; in a group it must be already.
    """
    to_post, to_manage = _rights("can_post_messages"), _rights("can_manage_chat")
    channel = KeyboardButtonRequestChat(
        CHANNEL,
        chat_is_channel=True,
        user_administrator_rights=to_post,
        bot_administrator_rights=to_post,
        request_title=True,
    )
    group = KeyboardButtonRequestChat(
        GROUP,
        chat_is_channel=False,
        user_administrator_rights=to_manage,
        bot_is_member=True,
        request_title=True,
    )
    return ReplyKeyboardMarkup(
        [
            [
                KeyboardButton(words.plain("picker.channel"), request_chat=channel),
                KeyboardButton(words.plain("picker.group"), request_chat=group),
            ],
            [words.plain("picker.cancel")],
        ],
        resize_keyboard=True,
        one_time_keyboard=True,
    )


def _rights(name: str) -> ChatAdministratorRights:
    none = ChatAdministratorRights.no_rights().to_dict()
    return ChatAdministratorRights(**{**none, name: True})
