"""Every sentence that the program says is in the catalogues, and every one there is said."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from data.locales.words import LANGUAGES
from tests.house.sources import nodes

KEY = re.compile(r"[a-z_]+\.[a-z_0-9]+(\.[a-z_0-9]+)*")
ARGUMENT = re.compile(r"%\((\w+)\)s")
NO_KEYS = (".py", ".toml", ".db", ".md", ".po", ".log")
SAYING = {"Refusal", "words", "plain", "count", "note", "text", "say"}


def catalogue(language: str) -> Catalog:
    with (files("data") / "locales" / f"{language}.po").open("rb") as opened:
        return read_po(opened, locale=language)


def texts(message: Message) -> list[str]:
    """Return all forms of a message."""
    string = message.string or ""
    return [string] if isinstance(string, str) else list(string)


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


ENGLISH = {key(each): each for each in catalogue("en") if each.id}
SECTIONS = {each.partition(".")[0] for each in ENGLISH}


def named() -> Iterator[tuple[str, str]]:
    """Yield what in the code looks like a key of the catalogue, with its place."""
    begun = beginnings()
    for path, node in nodes():
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        value = node.value
        if value in begun or value.endswith(NO_KEYS):
            continue
        if KEY.fullmatch(value) and value.partition(".")[0] in SECTIONS:
            yield value, f"{path}:{node.lineno}"


@cache
def beginnings() -> frozenset[str]:
    """Return how the keys begin that are put together: ``f"kind.{kind}"``."""
    first = (node.values[0] for _, node in nodes() if isinstance(node, ast.JoinedStr))
    texts = (str(each.value) for each in first if isinstance(each, ast.Constant))
    return frozenset(each for each in texts if re.fullmatch(r"[a-z_]+\.[a-z_0-9.]*", each))


def test_every_key_that_the_code_names_is_there() -> None:
    held = {each.removeprefix(begun) for each in ENGLISH for begun in ("", *beginnings())}
    assert not [f"{place}: {name}" for name, place in named() if name not in held]


def test_every_key_that_is_there_is_named_by_the_code() -> None:
    used = {name for name, _ in named()}
    begun = tuple(beginnings())
    assert begun, "an empty beginning would fit every key"
    assert not [each for each in ENGLISH if each not in used and not each.startswith(begun)]


def test_every_text_gets_the_arguments_that_it_takes() -> None:
    wrong = []
    for path, node in nodes():
        if not (isinstance(node, ast.Call) and node.args and _says(node.func)):
            continue
        first = node.args[0]
        name = first.value if isinstance(first, ast.Constant) else None
        if name not in ENGLISH or any(each.arg is None for each in node.keywords):
            continue
        given = {str(each.arg) for each in node.keywords}
        taken = {each for text in texts(ENGLISH[name]) for each in ARGUMENT.findall(text)}
        if isinstance(ENGLISH[name].id, tuple):
            given.add("number")
        if taken - given:
            wrong.append(f"{path}:{node.lineno}: {name} takes {taken}, not {given}")
    assert not wrong


def _says(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in SAYING


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_text_with_the_same_arguments(language: str) -> None:
    held = {key(each): each for each in catalogue(language) if each.id}
    assert set(held) == set(ENGLISH)
    for name, message in held.items():
        wanted = {each for text in texts(ENGLISH[name]) for each in ARGUMENT.findall(text)}
        *others, last = [set(ARGUMENT.findall(text)) for text in texts(message)]
        assert all(texts(message)), name
        # The forms for one, two or a few may leave something out; the last one is for all else.
        assert last == wanted, name
        assert all(each <= wanted for each in others), name


def test_no_text_is_there_twice() -> None:
    source = (files("data") / "locales" / "en.po").read_text("utf-8")
    names = re.findall(r'^msgid "(.+)"$', source, re.MULTILINE)
    assert len(names) == len(set(names))
