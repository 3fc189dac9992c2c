"""Texts by language: the French sentence is the key, English lives in locales/en.

Use one translator a page, always called `t`, so that the text guard finds every
sentence: `t("Bonjour {name}", name=name)`, `t.n("{n} geste", "{n} gestes", count)`.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, get_group_symbol

LOCALES = Path(__file__).parent / "locales"
PARIS = ZoneInfo("Europe/Paris")
_FIRST = re.compile(r"(?<!\d)1 (?=[^\W\d])")


@lru_cache(maxsize=4)
def _catalogue(language: str) -> dict[str, str | tuple[str, ...]]:
    found: dict[str, str | tuple[str, ...]] = {}
    for path in sorted((LOCALES / language).glob("*.po")):
        with path.open("rb") as stream:
            for message in read_po(stream, locale=language):
                key = message.id if isinstance(message.id, str) else message.id[0]
                text = message.string
                if key and text:
                    found[key] = text if isinstance(text, str) else tuple(text)
    return found


@lru_cache(maxsize=4096)
def _decimal(value: float, pattern: str | None, locale: str) -> str:
    # The same few numbers are written again and again, at 0.1 ms each.
    return format_decimal(value, format=pattern, locale=locale)


@lru_cache(maxsize=4)
def _group_symbol(locale: str) -> str:
    return get_group_symbol(locale)


def _whole(value: int, locale: str) -> str:
    # A count that moves with every gesture is never in the cache above.
    return f"{value:,}".replace(",", _group_symbol(locale))


@lru_cache(maxsize=1024)
def _day(day: date, style: str, locale: str) -> str:
    return format_date(day, format=style, locale=locale)


@dataclass(frozen=True, slots=True)
class Translator:
    """Texts and formats of one language.

    Attributes:
        language: "fr" or "en".
    """

    language: str

    def __call__(self, french: str, /, **values: object) -> str:
        """Return the sentence in this language, with its values filled in."""
        text = french
        if self.language != "fr":
            found = _catalogue(self.language).get(french, french)
            text = found if isinstance(found, str) else found[0]
        return text.format(**values) if values else text

    def is_one(self, n: float) -> bool:
        """Whether a number takes the singular: 0, 1 and 1,9 in French, 1 in English."""
        return abs(n) < 2 if self.language == "fr" else n == 1  # noqa: PLR2004 - the French rule of number

    def n(self, one: str, many: str, /, n: float, **values: object) -> str:
        """Return the singular or plural sentence; {n} is the formatted number.

        French counts 0 and 1 (and 1,9) as singular, English only 1.
        """
        is_one = self.is_one(n)
        text = one if is_one else many
        if self.language != "fr":
            found = _catalogue(self.language).get(one)
            if isinstance(found, tuple):
                text = found[0 if is_one else -1]
        return text.format(n=self.number(n), **values)

    def number(self, value: float, digits: int | None = None) -> str:
        """Format a number, with exactly `digits` decimals when given."""
        if digits is None and isinstance(value, int):
            return _whole(value, self._locale)
        pattern = (
            None if digits is None else "#,##0" + ("." + "0" * digits) * bool(digits)
        )
        return _decimal(value or 0, pattern, self._locale)

    def date(self, day: date, style: str = "long") -> str:
        """Format a civic day (style short, medium, long, full or a pattern)."""
        text = _day(day, style, self._locale)
        # CLDR writes "1 novembre"; French says "premier".
        return _FIRST.sub("1er ", text) if self.language == "fr" else text

    def time(self, at: datetime, pattern: str = "HH:mm") -> str:
        """Format an aware instant on the clock of Paris."""
        return format_datetime(at, format=pattern, tzinfo=PARIS, locale=self._locale)

    @property
    def _locale(self) -> str:
        return "en_GB" if self.language == "en" else "fr_FR"


def for_language(language: str) -> Translator:
    """Return the translator of a language, French for any unknown one."""
    return Translator("en" if language == "en" else "fr")
