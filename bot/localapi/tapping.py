"""What people do with buttons: they tap, press, and choose a chat in Telegram's own picker."""

from typing import Any

from bot.localapi.acts import Acts
from bot.localapi.chats import Place
from bot.localapi.errors import NotPossibleError
from bot.localapi.messages import Message
from bot.localapi.people import Account
from bot.localapi.picking import bring_bot, check_choice

Json = dict[str, Any]


class Taps(Acts):
    """The part of ``LocalApi`` by which people use buttons."""

    def taps(
        self, who: Account, message: Message, button: str | Json, *, stale: bool = False
    ) -> str:
        """Tap an inline button, named by its label or its data; gives the callback query's id.

        ``stale`` sends the data as it is, though no such button stands there (any more).

        Raises:
            LookupError: where there is no such button.
            NotPossibleError: for a button that sends nothing to the bot, such as a link.
        """
        if isinstance(button, str):
            button = {"callback_data": button} if stale else message.button(button)
        if "callback_data" not in button:
            raise NotPossibleError(f"the button {button.get('text')!r} sends nothing: {button}")
        query_id = self._asked(self.world.callbacks, who, message=message)
        query: Json = {
            "id": query_id,
            "from": who.wire(),
            "chat_instance": str(abs(message.chat.id) ^ 0x5EED5EED),
            "data": button["callback_data"],
        }
        if message.inline_message_id:
            query["inline_message_id"] = message.inline_message_id
        elif message.deleted:
            query["message"] = {
                "chat": message.chat.wire(),
                "message_id": message.message_id,
                "date": 0,
            }
        else:
            query["message"] = message.wire()
        self.world.updates.push("callback_query", query)
        return query_id

    def presses(self, who: Account, place: Place, label: str) -> Message:
        """Press a button of the keyboard under the text field: its label is sent as a text.

        Raises:
            LookupError: where there is no such button.
        """
        self._reply_button(place, label)
        return self.says(who, place, label)

    def shares_chat(self, who: Account, place: Place, label: str, chosen: Place) -> Message:
        """Press a button that asks for a chat, and choose one in Telegram's own picker.

        Raises:
            LookupError: where there is no such button.
            NotPossibleError: for a chat that the picker would not offer.
        """
        button = self._reply_button(place, label)
        request = button["request_chat"]
        check_choice(request, who, chosen.chat, self.world.bot)
        bring_bot(self.world, request, who, chosen.chat)
        shared = {"request_id": request["request_id"], "chat_id": chosen.chat.id}
        if request.get("request_title"):
            shared["title"] = chosen.chat.title
        if request.get("request_username") and chosen.chat.username:
            shared["username"] = chosen.chat.username
        message = Message(
            message_id=next(place.chat.message_ids),
            chat=place.chat,
            sender=who,
            date=self.world.now(),
            service={"chat_shared": shared},
        )
        return self._post(message)

    def _reply_button(self, place: Place, label: str) -> Json:
        rows = (place.chat.reply_keyboard or {}).get("keyboard", [])
        buttons: list[Json] = [button for row in rows for button in row]
        for button in buttons:
            if button["text"] == label:
                return button
        raise LookupError(f"no button {label!r}, only {[one['text'] for one in buttons]}")
