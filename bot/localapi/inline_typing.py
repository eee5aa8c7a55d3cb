"""What people do with inline mode: they type behind the bot's name, and pick a result."""

from typing import Any

from bot.localapi.acts import Acts
from bot.localapi.chats import Place
from bot.localapi.errors import NotPossibleError
from bot.localapi.messages import Message
from bot.localapi.people import Account

Json = dict[str, Any]
_LONGEST = 256


class InlineTyping(Acts):
    """The part of ``LocalApi`` by which people use inline mode."""

    def types_inline(
        self, who: Account, words: str, offset: str = "", *, chat_type: str = "sender"
    ) -> str:
        """Type ``@bot words`` in some chat; gives the inline query's id.

        Raises:
            RuntimeError: where inline mode is off.
            NotPossibleError: for more than 256 characters, which the apps do not send.
        """
        if len(words) > _LONGEST:
            raise NotPossibleError(f"an inline query has at most {_LONGEST} characters")
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

        The bot hears of the choice where feedback is switched on (``world.inline_feedback``).

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
        if self.world.inline_feedback:
            self._tell_chosen(who, query_id, result_id, message)
        return self._post(message)

    def _tell_chosen(self, who: Account, query_id: str, result_id: str, message: Message) -> None:
        chosen: Json = {
            "result_id": result_id,
            "from": who.wire(),
            "query": self.world.inlines[query_id].words,
        }
        if message.inline_message_id:
            chosen["inline_message_id"] = message.inline_message_id
        self.world.updates.push("chosen_inline_result", chosen)
