"""What is told of a module before it is imported is what the module says of itself."""

from collections.abc import Iterable, Iterator
from importlib import import_module as module
from pkgutil import iter_modules
from typing import Any

import pytest
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from handlers import GROUPS, LOOK_UPS, OTHERS, followers, staff, subscribers
from handlers import editors as of_editors
from handlers import owners as of_owners
from handlers.callbacks import Screen
from handlers.door import Desk
from handlers.later import Later, pattern_of

TOLD = {**LOOK_UPS, **OTHERS}
EVERY = [
    f"{package.__name__}.{each.name}"
    for package in (followers, subscribers, of_editors, of_owners)
    for each in iter_modules(package.__path__)
]


def wanted(each: BaseHandler[Any, Any, Any]) -> list[str]:
    if isinstance(each, CommandHandler):
        return sorted(each.commands)
    assert isinstance(each, CallbackQueryHandler)
    return [str(pattern_of(each))]


def acts(desks: Iterable[Desk]) -> Iterator[tuple[str | Screen, object]]:
    for desk in desks:
        yield from desk.commands.items()
        yield from desk.buttons.items()


def function(callback: object) -> object:
    late = getattr(callback, "__wrapped__", callback)
    assert isinstance(late, Later)
    return late.function


@pytest.mark.parametrize("home", TOLD)
def test_a_module_answers_the_commands_and_buttons_that_are_told_of_it(home: str) -> None:
    commands, screens = TOLD[home]
    said = [name for each in module(home).HANDLERS for name in wanted(each)]
    assert sorted(said) == sorted([*commands, *(each.pattern for each in screens)])


def test_no_module_with_handlers_is_forgotten() -> None:
    assert {home for home in EVERY if hasattr(module(home), "HANDLERS")} == set(TOLD)


def test_a_desk_has_the_commands_and_buttons_that_are_told_of_it() -> None:
    told = {name: function(act) for name, act in acts((*staff.EDITORS, *staff.OWNERS))}
    assert told == dict(acts(getattr(module(home), "DESK", Desk()) for home in EVERY))


def test_every_callback_is_there() -> None:
    for each in (one for group in GROUPS for one in group):
        callback = getattr(each.callback, "__wrapped__", each.callback)
        if isinstance(callback, Later):
            assert callable(callback.function)
    for desk in (*staff.EDITORS, *staff.OWNERS):
        for take in (*desk.takes, *desk.edited):
            assert callable(function(take))
