"""Which version of the program this is."""

from importlib.metadata import PackageNotFoundError, version


def current() -> str:
    """Return the installed version; *unknown* in a checkout that was not installed."""
    try:
        return version("aspbot")
    except PackageNotFoundError:
        return "unknown"
