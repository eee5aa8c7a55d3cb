"""What comes before serving: the token, the log, the lock, the store, the session."""

from bot import logs
from bot.alone import alone
from bot.opening import opened
from bot.serving import serve
from bot.settings import Settings
from bot.told import WRONG_SETTINGS, Told
from data import session

HOW_TO_GET_ONE = """\
To serve Telegram, the bot needs a token. In Telegram, write to @BotFather, send /newbot, and put
what it gives you into the file .env, such as:  TELEGRAM_TOKEN=123456789:AAbbCCdd…
To try the bot without one:  aspbot chat"""


def start(settings: Settings) -> int:
    """Serve Telegram and return the status.

    Raises:
        Told: where there is no token, no such session, or no store; where another process
            serves with it.
    """
    if settings.telegram_token is None:
        raise Told(HOW_TO_GET_ONE, WRONG_SETTINGS)
    logs.configure(settings.log_level, settings.log_format, settings.secrets)
    with alone(settings.database), opened(settings.database, learning=False) as db:
        known = [each.id for each in session.every(db)]
        if settings.session and settings.session not in known:
            raise Told(
                f"SESSION: there is no session {settings.session}, but {', '.join(known)}.",
                WRONG_SETTINGS,
            )
        return serve(settings, db)
