"""What people do without writing: they tap buttons, choose chats, ask and pick inline."""

from typing import Any

from bot.localapi.acts import Acts
from bot.localapi.chats import Place
from bot.localapi.messages import Message
from bot.localapi.people import Account
from bot.localapi.world import Query

Json = dict[str, Any]


class Taps(Acts):
    """The part of ``LocalApi`` by which people use buttons and inline mode."""

    # -- buttons

    def taps(
        self, who: Account, message: Message, button: str | Json, *, stale: bool = False
    ) -> str:
        """Tap an inline button, named by its label or its data; gives the callback query's id.

        ``stale`` sends the data as it is, though no such button stands there (any more).

        Raises:
            LookupError: where there is no such button.
            ValueError: for a button that sends nothing to the bot, such as a link.
        """
        if isinstance(button, str):
            button = {"callback_data": button} if stale else message.button(button)
        if "callback_data" not in button:
            raise ValueError(f"the button {button.get('text')!r} sends nothing: {button}")
        query_id = self._asked(self.world.callbacks, who, message=message)
        query: Json = {
            "id": query_id,
            "from": who.wire(),
            "chat_instance": str(message.chat.id),
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
        """
        button = self._reply_button(place, label)
        request = button["request_chat"]
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

    # -- inline mode

    def types_inline(
        self, who: Account, words: str, offset: str = "", *, chat_type: str = "sender"
    ) -> str:
        """Type ``@bot words`` in some chat; gives the inline query's id.

        Raises:
            RuntimeError: where inline mode is off.
        """
        if not self.world.inline_mode:
            raise RuntimeError("inline mode is switched off")
        query_id = self._asked(self.world.inlines, who, words=words)
        self.world.updates.push(
            "inline_query",
            {
                "id": query_id,
                "from": who.wire(),
                "query": words,
                "offset": offset,
                "chat_type": chat_type,
            },
        )
        return query_id

    def picks_inline(self, who: Account, query_id: str, result_id: str, place: Place) -> Message:
        """Choose a result of an answered inline query: it is posted in the person's name.

        Raises:
            LookupError: where the answer holds no such result.
        """
        results = {one["id"]: one for one in self.world.inline_answers[query_id].results}
        if result_id not in results:
            raise LookupError(f"no result {result_id!r}, only {sorted(results)}")
        result = results[result_id]
        content = result.get("input_message_content") or {"message_text": result.get("caption", "")}
        self._enter(who, place)
        message = Message(
            message_id=next(place.chat.message_ids),
            chat=place.chat,
            sender=who,
            date=self.world.now(),
            thread_id=place.thread_id,
            text=content["message_text"],
            entities=list(content.get("entities", [])),
            markup=result.get("reply_markup"),
            via_bot=self.world.bot,
        )
        if message.markup:
            message.inline_message_id = f"inline-{query_id}-{result_id}"
            self.world.inline_messages[message.inline_message_id] = message
        return self._post(message)

    def _asked(
        self,
        queries: dict[str, Query],
        who: Account,
        *,
        message: Message | None = None,
        words: str = "",
    ) -> str:
        query_id = str(next(self.world.query_ids))
        queries[query_id] = Query(who, self.world.now(), message=message, words=words)
        return query_id
