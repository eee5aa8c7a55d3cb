"""The words of what is delivered: what ``schedules`` asks for, said as the screens say it."""

from collections.abc import Callable, Sequence

from markupsafe import Markup
from sqlite_utils import Database

from data import digests, outcomes, revisions, richtext, sources
from data import session as sessions
from data.chats import Chat
from data.digests import Sent
from data.editions import Composed, Edition
from data.locales.words import Words
from data.richtext import RichText
from data.session import Session
from handlers.keyboards import digests as keyboards
from handlers.views import digests as views


class DigestVoice:
    """Says what is delivered, in the language of each chat. ``bot`` returns the bot's name."""

    def __init__(self, db: Database, bot: Callable[[], str]) -> None:
        """Read from this store."""
        self._db = db
        self._bot = bot

    def digest(self, edition: Edition) -> Composed:
        """Return a day's digest. Raises ``LookupError`` where there is no such day."""
        words, sent = Words.load(edition.language), self._gathered(edition)
        buttons = keyboards.under_digest(sent.digest, self._bot(), words, private=edition.private)
        standing = revisions.standing(revisions.of_day(self._db, edition.session, edition.day))
        if standing and standing[-1].act == "withdrawn" and sent.digest.summary is None:
            parts = views.withdrawn(sent, standing[-1].reason, words)
            return Composed(parts, buttons, edition.language)
        return Composed(self._parts(sent, edition, words), buttons, sent.language)

    def preview(self, edition: Edition, text: RichText) -> Composed:
        """Return a day's digest as it would be with ``text`` for its summary.

        Raises ``LookupError`` where there is no such day.
        """
        words, stands = Words.load(edition.language), self._gathered(edition)
        shown = stands.digest._replace(summary=text)
        sent = stands._replace(digest=shown, language=edition.language)
        buttons = keyboards.under_digest(sent.digest, self._bot(), words, private=edition.private)
        return Composed(self._parts(sent, edition, words), buttons, edition.language)

    def _gathered(self, edition: Edition) -> Sent:
        session = self._session(edition.session)
        sent = digests.to_send(self._db, session, edition.day, edition.language, edition.topics)
        if sent is None:
            raise LookupError(f"{edition.session} has no day {edition.day}")
        return sent

    def _parts(self, sent: Sent, edition: Edition, words: Words) -> tuple[RichText, ...]:
        at = edition.corrected
        named = sources.named(self._db, edition.session, sent.digest.day.sources)
        return views.digest(
            sent,
            named,
            words,
            wanted=edition.language,
            corrected=views.corrected(at, edition.zone, words) if at else None,
            first=edition.first,
        )

    def held(self, chat: Chat, session: str, day: int) -> Composed:
        """Return the line that says that a day's summary is not written yet."""
        return self._line(chat, views.held(self._session(session), day, self._words(chat)))

    def held_over(self, chat: Chat, session: str, day: int) -> Composed:
        """Return what that line reads once the summary came, where it cannot be deleted."""
        return self._line(chat, views.held_over(self._session(session), day, self._words(chat)))

    def bundle(self, chat: Chat, session: str, days: Sequence[int]) -> Composed:
        """Return one message that offers days by buttons."""
        words, private = self._words(chat), chat.kind == "private"
        buttons = keyboards.days(self._bot(), session, days, words, private=private)
        return self._line(chat, views.bundle(self._session(session), words), buttons)

    def offer(self, chat: Chat, session: str) -> Composed:
        """Return the offer to follow a session that begins soon."""
        words = self._words(chat)
        buttons = keyboards.offer(session, words)
        return self._line(chat, views.offer(self._session(session), words), buttons)

    def reminder(self, chat: Chat, session: str, day: int) -> Composed:
        """Return the reminder to editors that a day closed without a summary."""
        from handlers.keyboards.summaries import reminder

        words = self._words(chat)
        buttons = keyboards.as_text(reminder(session, day, words))
        return self._line(chat, views.reminder(self._session(session), day, words), buttons)

    def note(self, chat: Chat, session: str, day: int) -> Composed:
        """Return the note that a day's digest was corrected."""
        del session
        return self._line(chat, views.note(day, self._words(chat)))

    def surplus(self, chat: Chat) -> Composed:
        """Return the line that takes the place of a part that is no longer needed."""
        return self._line(chat, views.surplus(self._words(chat)))

    def language(self, chat: Chat) -> str:
        """Return the language in which a chat reads."""
        return chat.language or "en"

    def lists(self, session: str, day: int) -> bool:
        """Tell whether anything was decided on a day."""
        return bool(outcomes.of_day(self._db, session, day))

    def _line(self, chat: Chat, text: Markup, buttons: str | None = None) -> Composed:
        return Composed((richtext.from_html(text),), buttons, self.language(chat))

    def _words(self, chat: Chat) -> Words:
        return Words.load(self.language(chat))

    def _session(self, identity: str) -> Session:
        session = sessions.get(self._db, identity)
        if session is None:
            raise LookupError(f"there is no session {identity}")
        return session
