"""All checks, one after another."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from bot.checks import configuration, content, deliveries, store, telegram
from bot.checks.findings import Check, Finding
from bot.settings import ENV_FILE

GOOD, BAD = 0, 1
# A later feature adds its own at the end. Telegram comes last: it may take seconds.
CHECKS: Final[tuple[Check, ...]] = (store.check, deliveries.check, telegram.check)


def checked(env_file: Path = ENV_FILE, checks: Sequence[Check] = CHECKS) -> int:
    """Print a line for everything that is looked at; return 1 if anything is wrong, else 0."""
    mistakes = 0
    for finding in _findings(env_file, checks):
        click.echo(str(finding))
        mistakes += finding.level == "WRONG"
    if mistakes:
        click.echo(f"\n{mistakes} thing{'s are' if mistakes > 1 else ' is'} wrong.")
        return BAD
    click.echo("\nNothing is wrong.")
    return GOOD


def _findings(env_file: Path, checks: Sequence[Check]) -> Iterator[Finding]:
    yield from content.check()
    settings, found = configuration.read(env_file)
    yield from found
    if settings is not None:
        for check in checks:
            yield from check(settings)
