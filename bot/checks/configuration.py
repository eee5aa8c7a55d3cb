"""The configuration, as ``aspbot run`` would read it."""

import os
import stat
from pathlib import Path

from bot.checks.findings import Finding, note, ok, wrong
from bot.settings import Settings, SettingsError
from bot.settings import read as settings_read


def read(env_file: Path) -> tuple[Settings | None, list[Finding]]:
    """Return the settings, None where they cannot be read, and what is to be said of them."""
    try:
        settings = settings_read(env_file)
    except SettingsError as error:
        problems = [wrong(f"configuration: {each}") for each in error.problems]
        untested = note("store and token: not tested, since the configuration is wrong")
        return None, [*problems, untested]
    given = ", ".join(sorted(name.upper() for name in settings.given))
    found = [ok(f"configuration: {given or 'nothing is set, all is as by default'}")]
    if settings.telegram_token and _read_by_others(env_file):
        found.append(note(f"configuration: others may read {env_file}: chmod 600 {env_file}"))
    return settings, found


def _read_by_others(file: Path) -> bool:
    return (
        os.name == "posix"
        and file.is_file()
        and bool(file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH))
    )
