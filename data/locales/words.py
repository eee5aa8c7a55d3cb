"""The words that people read, from the gettext catalogues beside this module.

A catalogue's ids are symbolic (``day.heading``); ``en.po`` holds the English. Texts for messages
are trusted markup, and every argument put into one is escaped on its way in.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from gettext import c2py
from importlib.resources import files

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal, get_currency_symbol
from markupsafe import Markup

LANGUAGES = ("en",)
MILLION = 1_000_000


class Words:
    """The catalogue of one language, and how that language writes dates, numbers and money."""

    def __init__(
        self, language: str, texts: Mapping[str, Sequence[str]], form: Callable[[int], int]
    ) -> None:
        """Use ``load`` instead."""
        self.language = language
        self.locale = Locale(language)
        self._texts = texts
        self._form = form

    @staticmethod
    @cache
    def load(language: str = "en") -> "Words":
        """Return the words of a language; English where there is no catalogue of it."""
        known = language if language in LANGUAGES else "en"
        source = files("data") / "locales" / f"{known}.po"
        with source.open("rb") as opened:
            catalogue = read_po(opened, locale=known)
        return Words(known, dict(_texts(catalogue)), c2py(catalogue.plural_expr))

    def __call__(self, key: str, /, **arguments: object) -> Markup:
        """Return the text ``key`` as markup, its arguments escaped. Raises ``KeyError``."""
        return Markup(self._text(key)) % arguments  # noqa: S704 - a catalogue's text is trusted

    def plain(self, key: str, /, **arguments: object) -> str:
        """Return the text ``key`` as plain text, for a button or a file. Raises ``KeyError``."""
        return self._text(key) % arguments

    def count(self, key: str, number: int, /, **arguments: object) -> Markup:
        """Return the form of ``key`` that goes with ``number``, which it gets as ``number``."""
        forms = self._texts[key]
        text = forms[self._form(number)] if len(forms) > 1 else forms[0]
        return Markup(text) % {"number": self.number(number), **arguments}  # noqa: S704 - trusted

    def _text(self, key: str) -> str:
        return self._texts[key][0]

    def date(self, day: dt.date) -> str:
        """Write a date in full: *Friday 22 November 2013*."""
        return format_date(day, self.plain("format.date"), locale=self.locale)

    def short_date(self, day: dt.date) -> str:
        """Write a date without its year: *Fri 22 Nov*."""
        return format_date(day, self.plain("format.short_date"), locale=self.locale)

    def partial_date(self, text: str) -> str:
        """Write ``2013-11-22``, ``2013-11`` or ``2013`` as *22 Nov 2013*, *Nov 2013*, *2013*."""
        year, *rest = (int(part) for part in text.split("-"))
        if not rest:
            return str(year)
        form = "format.day_month_year" if len(rest) > 1 else "format.month_year"
        day = dt.date(year, rest[0], rest[1] if len(rest) > 1 else 1)
        return format_date(day, self.plain(form), locale=self.locale)

    def time(self, text: str) -> str:
        """Write an hour given as ``HH:MM``."""
        return dt.time.fromisoformat(text).strftime("%H:%M")

    def number(self, number: float) -> str:
        """Write a number with the language's separators."""
        return format_decimal(number, locale=self.locale)

    def money(self, amount: int, currency: str) -> str:
        """Write whole units of a currency: *€121.55 million*, *£300,000*."""
        symbol = get_currency_symbol(currency, locale=self.locale)
        written = (
            self.number(amount)
            if amount < MILLION
            else format_compact_decimal(
                amount, format_type="long", locale=self.locale, fraction_digits=2
            )
        )
        return self.plain("format.money", symbol=symbol, amount=written)

    def listed(self, names: Sequence[str]) -> str:
        """Write names as a list: *A, B and C*."""
        return format_list(list(names), locale=self.locale)


def _texts(catalogue: Catalog) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the keys of a catalogue with their texts: several where they go with a number."""
    for each in catalogue:
        if each.id and each.string and not each.fuzzy:
            keys = [each.id] if isinstance(each.id, str) else each.id
            texts = [each.string] if isinstance(each.string, str) else each.string
            yield keys[0], tuple(texts)
