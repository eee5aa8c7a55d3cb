"""Callbacks whose modules are imported when somebody first wants them.

Most of what the bot can do nobody asks for in the first minute, or ever. Which commands and buttons
a module answers is told here by whoever joins the handlers; a test compares that with what the
module says of itself.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from handlers.callbacks import Screen
from handlers.context import Context
from handlers.door import Desk

Found = Callable[..., Any]


class Later:
    """Stands for a function of a module that is imported at the first call."""

    def __init__(self, home: str, find: Callable[[Any], Found]) -> None:
        """Let ``find`` return the function out of the module that is called ``home``."""
        self._home = home
        self._find = find
        self._found: Found | None = None

    async def __call__(self, *given: Any) -> Any:
        """Call the function."""
        return await self.function(*given)

    @property
    def function(self) -> Found:
        """The function itself."""
        if self._found is None:
            self._found = self._find(import_module(self._home))
        return self._found


def named(home: str, name: str) -> Later:
    """Return what stands for the function of this name in a module."""
    return Later(home, lambda module: getattr(module, name))


def handlers(
    home: str, commands: Iterable[str] = (), screens: Iterable[Screen] = ()
) -> Iterator[BaseHandler[Any, Context, Any]]:
    """Yield handlers for all commands and buttons that a module has handlers for."""
    for command in commands:
        yield CommandHandler(command, Later(home, _command(command)))
    for screen in screens:
        yield CallbackQueryHandler(Later(home, _screen(screen)), pattern=screen.is_named_in)


def desk(home: str, commands: Iterable[str] = (), screens: Iterable[Screen] = ()) -> Desk:
    """Return a desk with all the commands and buttons of a module's ``DESK``."""
    return Desk(
        commands={each: Later(home, _at_desk("commands", each)) for each in commands},
        buttons={each: Later(home, _at_desk("buttons", each)) for each in screens},
    )


def _command(name: str) -> Callable[[Any], Found]:
    def find(module: Any) -> Any:
        every = (each for each in module.HANDLERS if isinstance(each, CommandHandler))
        return next(each.callback for each in every if name in each.commands)

    return find


def _screen(screen: Screen) -> Callable[[Any], Found]:
    def find(module: Any) -> Any:
        every = (each for each in module.HANDLERS if isinstance(each, CallbackQueryHandler))
        return next(each.callback for each in every if pattern_of(each) == screen.pattern)

    return find


def _at_desk(part: str, name: object) -> Callable[[Any], Found]:
    return lambda module: getattr(module.DESK, part)[name]


def pattern_of(handler: CallbackQueryHandler[Any, Any]) -> str | None:
    """Return the pattern by which a handler knows its buttons; None where it takes all."""
    pattern: Any = handler.pattern
    return getattr(pattern, "pattern", None)
