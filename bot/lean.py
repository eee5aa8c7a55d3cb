"""Starting lean: what libraries load at their import, and this program never uses, is left out.

Importing this module does what has to come before any other import. A third of a start was spent on
such things, and a quarter of the memory.
"""

import gc
import re
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from os import PathLike
from types import FunctionType, ModuleType
from typing import Any, Final

# Imports make many objects and hardly any garbage; so do answers.
gc.set_threshold(10_000, 20, 20)

# Modules that others import at their import for what is not done here, with what they stand for:
# the parsing of dates by sqlite-utils' command line, processes to run jobs in, an HTTP client in
# whose place ``bot.request`` stands, the plugins of all packages, and the tracing of calls.
_NOT_FOR_SQLITE: Final = ("dateutil",)
_NOT_FOR_TELEGRAM: Final = (
    "concurrent.futures.process",
    "httpx",
    "importlib.metadata",
    "multiprocessing",
)
_TRIGGERS: Final = ("cron", "date", "interval")
_NOT_FOR_AIOHTTP: Final = ("aiohttp.tracing",)
# What the CLDR knows of a language and of the world, and nobody asks here: half of it.
_NOT_OF_A_LANGUAGE: Final = (
    "compact_currency_formats",
    "compound_unit_patterns",
    "date_fields",
    "datetime_skeletons",
    "interval_formats",
    "meta_zones",
    "scripts",
    "unit_display_names",
    "unit_patterns",
    "variants",
)
_NOT_OF_THE_WORLD: Final = (
    "likely_subtags",
    "meta_zones",
    "territory_currencies",
    "territory_languages",
    "windows_zone_mapping",
)


class _Absent(ModuleType):
    """Stands for a module of which names are imported, and nothing is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,), {})


@contextmanager
def _absent(*names: str) -> Iterator[None]:
    """Have modules stand for those of these names while the block runs, unless they are loaded."""
    missing = [name for name in names if name not in sys.modules]
    sys.modules.update((name, _Absent(name)) for name in missing)
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]


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


_compile: Final = re.compile


class _Pattern:
    """A regular expression that is compiled when it is first used."""

    def __init__(self, *given: Any) -> None:
        self._given = given

    def __getattr__(self, name: str) -> Any:
        return getattr(_compile(*self._given), name)


def _compiled(pattern: str, flags: int = 0) -> Any:
    """Compile what is quickly compiled."""
    is_slow = flags & re.VERBOSE and flags & re.IGNORECASE
    return _Pattern(pattern, flags) if is_slow else _compile(pattern, flags)


@contextmanager
def _replaced(module: ModuleType, name: str, value: object) -> Iterator[None]:
    """Have a module's name stand for something else while the block runs."""
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


# NumPy would be loaded to save arrays; one pattern takes as long to compile as the rest to load.
with _hidden("numpy"), _absent(*_NOT_FOR_SQLITE), _replaced(re, "compile", _compiled):
    import sqlite_utils  # noqa: F401


def for_serving() -> None:
    """Load what serving needs, without what it does not.

    The collector stays off: ``bot.service`` switches it on when all is there.
    """
    gc.disable()
    _aiohttp()
    _telegram()
    _babel()


def _aiohttp() -> None:
    """Load aiohttp, which reads the certificates of all authorities, twice, before it calls.

    A context without them trusts nobody; ``bot.request`` gives each call over TLS its own.
    """
    if "aiohttp" in sys.modules:
        return
    ssl.SSLContext.set_default_verify_paths = lambda _context: None  # type: ignore[method-assign, assignment]  # for the import
    try:
        with _absent(*_NOT_FOR_AIOHTTP):
            import aiohttp  # noqa: F401
    finally:
        del ssl.SSLContext.set_default_verify_paths  # what it inherits shows again


def _telegram() -> None:
    """Load python-telegram-bot, and APScheduler, which else asks all packages for plugins."""
    if "telegram" in sys.modules:
        return
    with _absent(*_NOT_FOR_TELEGRAM):
        if isinstance(metadata := sys.modules["importlib.metadata"], _Absent):
            vars(metadata).update(entry_points=_of_apscheduler, version=lambda _name: "")
        import telegram.ext  # noqa: F401
    _forget_documentation("telegram")


def _forget_documentation(package: str) -> None:
    """Let go of what a package's classes and methods say of themselves: 1.5 MB in telegram."""
    homes = [home for name, home in sys.modules.items() if name.partition(".")[0] == package]
    every = {id(each): each for home in homes for each in vars(home).values()}
    for each in every.values():
        if isinstance(each, type) and each.__module__.partition(".")[0] == package:
            with suppress(AttributeError):  # some say it in a property
                each.__doc__ = None
            for method in vars(each).values():
                if isinstance(method, FunctionType):
                    _forget_words(method)


def _forget_words(function: FunctionType) -> None:
    """Let go of what a function says of itself, which is the first of its constants."""
    code = function.__code__
    if function.__doc__ and code.co_consts[0] is function.__doc__:
        function.__code__ = code.replace(co_consts=(None, *code.co_consts[1:]))
    function.__doc__ = None


def _babel() -> None:
    """Have Babel keep no more of what it reads than is asked for."""
    from babel import core, localedata

    whole = localedata.load
    of_the_world: Any = core.get_global

    def load(name: PathLike[str] | str, merge_inherited: bool = True) -> dict[str, Any]:
        data = whole(name, merge_inherited)
        for each in _NOT_OF_A_LANGUAGE:
            data.pop(each, None)
        for each in _NOT_OF_THE_WORLD:
            of_the_world(each).clear()
        return data

    localedata.load = load


class _Trigger:
    """Finds a trigger of APScheduler's by its name, as its entry point would."""

    def __init__(self, name: str) -> None:
        self.name = name

    def load(self) -> Any:
        """Return its class."""
        home = import_module(f"apscheduler.triggers.{self.name}")
        return getattr(home, f"{self.name.title()}Trigger")


def _of_apscheduler(group: str) -> list[_Trigger]:
    return list(map(_Trigger, _TRIGGERS)) if group == "apscheduler.triggers" else []
