"""Starting lean: what libraries load at their import, and this program never uses, is left out.

Importing this module does what has to come before any other import. It takes a third off the time
from the start to the first answer, and a fifth off the memory.
"""

import gc
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

# Imports make many objects and hardly any garbage; so do answers.
gc.set_threshold(10_000, 20, 20)


class _Absent(ModuleType):
    """Stands for a module that is named in signatures only."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,), {})


@contextmanager
def _hidden(name: str) -> Iterator[None]:
    """Have ``import name`` fail while the block runs, unless it is loaded already."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # that is what the language says
    try:
        yield
    finally:
        del sys.modules[name]


with _hidden("numpy"):  # it is there for the charts, and would be loaded to save arrays
    import sqlite_utils  # noqa: F401


def for_serving() -> None:
    """Load what serving needs, without what it does not."""
    _without_certificates()
    _without_httpx()


def _without_certificates() -> None:
    """Load aiohttp, which reads the certificates of all authorities, twice, before it calls.

    A context without them trusts nobody; ``bot.request`` gives each call over TLS its own.
    """
    if "aiohttp" in sys.modules:
        return
    ssl.SSLContext.set_default_verify_paths = lambda _context: None  # type: ignore[method-assign, assignment]  # for the import
    try:
        import aiohttp  # noqa: F401
    finally:
        del ssl.SSLContext.set_default_verify_paths  # what it inherits shows again


def _without_httpx() -> None:
    """Load python-telegram-bot without the HTTP client in whose place ``bot.request`` stands."""
    if "telegram" in sys.modules or "httpx" in sys.modules:
        return
    sys.modules["httpx"] = _Absent("httpx")
    try:
        import telegram.ext  # noqa: F401
    finally:
        del sys.modules["httpx"]
