"""The words that people read, from the gettext catalogues beside this module.

A catalogue's ids are symbolic (``day.heading``); ``en.po`` holds the English. Texts for messages
are trusted markup, and every argument put into one is escaped on its way in.
"""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal, get_currency_symbol
from markupsafe import Markup

LANGUAGES = ("en",)
MILLION = 1_000_000


class Words:
    """The catalogue of one language, and how that language writes dates, numbers and money."""

    def __init__(self, language: str, catalogue: GNUTranslations) -> None:
        """Use ``load`` instead."""
        self.language = language
        self.locale = Locale(language)
        self._catalogue = catalogue

    @staticmethod
    @cache
    def load(language: str = "en") -> "Words":
        """Return the words of a language; English where there is no catalogue of it."""
        known = language if language in LANGUAGES else "en"
        source = files("data") / "locales" / f"{known}.po"
        compiled = BytesIO()
        with source.open("rb") as opened:
            write_mo(compiled, read_po(opened, locale=known))
        compiled.seek(0)
        return Words(known, GNUTranslations(compiled))

    def __call__(self, key: str, /, **arguments: object) -> Markup:
        """Return the text ``key`` as markup, its arguments escaped. Raises ``KeyError``."""
        return Markup(self._text(key)) % arguments  # noqa: S704 - a catalogue's text is trusted

    def plain(self, key: str, /, **arguments: object) -> str:
        """Return the text ``key`` as plain text, for a button or a file. Raises ``KeyError``."""
        return self._text(key) % arguments

    def count(self, key: str, number: int, /, **arguments: object) -> Markup:
        """Return the form of ``key`` that goes with ``number``, which it gets as ``number``."""
        text = self._catalogue.ngettext(key, key, number)
        if text == key:
            raise KeyError(key)
        return Markup(text) % {"number": self.number(number), **arguments}  # noqa: S704 - trusted

    def _text(self, key: str) -> str:
        text = self._catalogue.gettext(key)
        if text == key:
            raise KeyError(key)
        return text

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
