"""The command line: ``aspbot`` and its commands."""

from pathlib import Path

import click

from bot import lean
from bot.settings import Settings, SettingsError, read
from bot.told import WRONG_SETTINGS, Told
from bot.version import current


def _settings() -> Settings:
    try:
        return read()
    except SettingsError as error:
        raise Told(str(error), WRONG_SETTINGS) from None


@click.group(invoke_without_command=True)
@click.version_option(current(), prog_name="aspbot")
@click.pass_context
def main(context: click.Context) -> None:
    """A Telegram bot about the Assembly of States Parties to the Rome Statute.

    Without a command: serves Telegram where TELEGRAM_TOKEN is set; otherwise opens the chat;
    without a terminal plays the tour.
    """
    if context.invoked_subcommand is None:
        from bot.door import enter

        context.exit(enter(_settings()))


@main.command()
@click.pass_context
def run(context: click.Context) -> None:
    """Serve Telegram, until SIGTERM or Ctrl-C."""
    lean.for_serving()
    from bot.starting import start

    context.exit(start(_settings()))


@main.command()
@click.option("--as", "speaker", default="ann", metavar="NAME", help="Who speaks: ann, owner …")
@click.option("--at", metavar="TIME", help="Start the clock there: 2013-11-22T18:55 at the venue.")
@click.option("--fresh", is_flag=True, help="Empty the chat's own store first.")
@click.pass_context
def chat(context: click.Context, speaker: str, at: str | None, *, fresh: bool) -> None:
    """Talk to the bot here, without a token or a network."""
    from bot.terminal import Options
    from bot.terminal import chat as opened

    context.exit(opened(Options(speaker=speaker, at=at, fresh=fresh)))


@main.command()
@click.pass_context
def demo(context: click.Context) -> None:
    """Play a tour of under a minute."""
    from bot.demo import play

    context.exit(play())


@main.command()
@click.pass_context
def check(context: click.Context) -> None:
    """Test configuration, token, store and content, and say what is wrong."""
    from bot.checks import checked

    context.exit(checked())


@main.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Write a copy of the store to FILE, also while the bot runs."""
    from bot.backing import back_up

    back_up(_settings(), file)


@main.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--sent/--unsent",
    default=None,
    help="Whether the digests that fell due since the copy was made went out.",
)
def restore(file: Path, *, sent: bool | None) -> None:
    """Put a copy of the store in its place, while the bot does not run."""
    from bot.backing import restore as restored

    restored(_settings(), file, sent=sent)


@main.command(name="import")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def import_(folder: Path) -> None:
    """Take a session's content from the files in DIR into the store."""
    from bot.carrying import take_in

    take_in(_settings(), folder)


@main.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--session", metavar="ID", help="Which session, where there are several: asp12.")
@click.option(
    "--sqlite",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the content of all sessions, without people, as one SQLite file.",
)
def export(folder: Path | None, session: str | None, file: Path | None) -> None:
    """Write a session's content to DIR, in the format that ships."""
    from bot.carrying import write_out

    if folder is None and file is None:
        raise click.UsageError("Where to? Give a folder, or --sqlite and a file.")
    write_out(_settings(), folder, session, file)
