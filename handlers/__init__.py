"""What arrives: an update in, an answer out. (GROUPS: interim version while modules are written.)"""

from importlib import import_module
from typing import Any

from telegram.ext import BaseHandler

from handlers import gate
from handlers.context import Context
from handlers.errors import on_error

_NAMES = (
    "start days outcomes resolutions elections budget pledges documents programme calendar "
    "milestones states people glossary search ask session records conflicts inline fallback"
).split()


def _joined() -> tuple[BaseHandler[Any, Context, Any], ...]:
    joined: list[BaseHandler[Any, Context, Any]] = []
    for name in _NAMES:
        try:
            joined.extend(import_module(f"handlers.followers.{name}").HANDLERS)
        except ModuleNotFoundError as error:
            if not str(error.name).startswith("handlers"):
                raise
    return tuple(joined)


GROUPS: tuple[tuple[BaseHandler[Any, Context, Any], ...], ...] = (gate.HANDLERS, _joined())

__all__ = ["GROUPS", "on_error"]
