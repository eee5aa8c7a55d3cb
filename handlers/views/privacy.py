"""Who runs the bot, what is kept about a chat, and that it is erased."""

from datetime import datetime

from markupsafe import Markup

from data import forgetting
from data.locales.words import Words
from handlers.operator import Operator
from handlers.views import layout


def privacy(operator: Operator, days: int, words: Words) -> Markup:
    """Say who runs the bot, what is kept and for how long; ``days`` more in backups."""
    return layout.stacked(
        words("privacy.heading"),
        layout.lines(
            words("privacy.operator", name=operator.name)
            if operator.name
            else words("privacy.no_operator"),
            words("privacy.contact", contact=operator.contact) if operator.contact else None,
        ),
        words("privacy.kept"),
        words("privacy.not_kept"),
        words(
            "privacy.how_long",
            delivered=forgetting.AFTER_SESSION.days,
            left=forgetting.AFTER_LEAVING.days,
            backups=days,
        ),
        words("privacy.commands"),
    )


def data(title: str | None, words: Words) -> Markup:
    """Say what a file holds."""
    return words("mydata.caption") if title is None else words("mydata.caption_of", title=title)


def nothing(title: str | None, words: Words) -> Markup:
    """Say that nothing is kept about a chat."""
    return words("mydata.nothing") if title is None else words("mydata.nothing_of", title=title)


def sure(title: str | None, words: Words) -> Markup:
    """Ask before all is erased."""
    return layout.stacked(
        words("forget.sure") if title is None else words("forget.sure_of", title=title),
        words("forget.what"),
    )


def forgotten(title: str | None, gone: datetime, words: Words, *, published: bool) -> Markup:
    """Say that all is erased, and from when on no backup holds it either.

    ``published``: what somebody did as an editor is no secret, and stays.
    """
    return layout.stacked(
        words("forget.done") if title is None else words("forget.done_of", title=title),
        words("forget.backups", date=words.date(gone.date())),
        words("forget.published") if published else None,
    )
