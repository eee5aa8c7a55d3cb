"""Who the bot is and what it can be asked."""

from markupsafe import Markup

from data.locales.words import Words
from data.roles import Role
from data.session import Session
from handlers import commands
from handlers.views import layout


def greeting(session: Session, words: Words, *, writes: bool = False) -> Markup:
    """Say who this is, and what it is not; and to an editor, where the writing is done."""
    return layout.stacked(
        words("start.who"),
        words(
            "start.session",
            session=session.short_name,
            place=session.place,
            start=words.partial_date(session.start.isoformat()),
            end=words.partial_date(session.end.isoformat()),
        ),
        words("start.how"),
        words("start.writes") if writes else None,
    )


def manual(bot: str, role: Role | None, words: Words) -> Markup:
    """List the commands in groups, a line each, that somebody of a role may use."""
    groups = (
        layout.lines(
            words(f"help.group_{group}"),
            *(words("help.line", name=name, does=words.plain(f"help.{name}")) for name in names),
        )
        for group, names in commands.groups_for(role).items()
    )
    return layout.stacked(words("help.heading"), *groups, words("help.more", bot=bot))
