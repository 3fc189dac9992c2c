"""The series of an indicator as a CSV file, with its licence and provenance on top.

The lines before the head begin with "#": who made it, under which licence, where and
when it was read. A byte order mark lets a spreadsheet read the accents.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from climact_issy import routes, texts
from climact_issy.domain.indicators import Indicator, Point, Series
from climact_issy.presenters import passports
from climact_issy.presenters.passports import Fact
from climact_issy.settings import get_settings
from climact_issy.texts import Translator

HEADS: Final = (
    "series",
    "period",
    "label_fr",
    "label_en",
    "value",
    "unit",
    "status",
    "remark_fr",
    "remark_en",
    "source_url",
)
BYTE_ORDER_MARK: Final = "\ufeff"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def csv_text(indicator: Indicator) -> str:
    """Write every point of every series; a gap is an empty value."""
    lines = [
        line
        for language in routes.LANGUAGES
        for line in provenance(texts.for_language(language), indicator)
    ]
    rows = [
        _row(indicator, series, point)
        for series in indicator.series
        for point in series.points
    ]
    return sheet(lines, HEADS, rows)


def sheet(
    lines: Iterable[str], heads: Sequence[str], rows: Iterable[Sequence[object]]
) -> str:
    """Write a table with its provenance on top; no text of it is a formula.

    Args:
        lines: of the provenance, each without the "#".
        heads: of the columns.
        rows: a cell a column; a number stays a number.
    """
    stream = io.StringIO()
    stream.write(BYTE_ORDER_MARK)
    for line in lines:
        stream.write(f"# {line}\r\n")
    table = csv.writer(stream)
    table.writerow(heads)
    for row in rows:
        table.writerow([_plain(c) if isinstance(c, str) else c for c in row])
    return stream.getvalue()


def provenance(t: Translator, indicator: Indicator) -> tuple[str, ...]:
    """Say what the file is and where it comes from, one line a fact."""
    facts = passports.of_indicator(t, indicator, "").facts
    side = t.language == "en"
    lines = (
        t("Valeurs inventées pour la démonstration.") if indicator.is_demo else "",
        f"{indicator.title[side]}, {indicator.place[side]}",
        *(_fact(t, fact) for fact in facts),
        indicator.caveat[side],
        get_settings().address + routes.indicator(indicator.slug).to(t.language),
    )
    return tuple(line for line in lines if line)


def _fact(t: Translator, fact: Fact) -> str:
    label = t("{label}\u00a0:", label=fact.label)
    return f"{label} {fact.value} {fact.href}".rstrip()


def _row(indicator: Indicator, series: Series, point: Point) -> list[object]:
    french, english = point.label
    return [
        series.key,
        point.period,
        french,
        english,
        "" if point.value is None else point.value,
        indicator.unit[0],
        "" if point.value is None else point.status.value,
        point.remark[0],
        point.remark[1],
        point.source_url,
    ]


def _plain(text: str) -> str:
    """Keep a text from being read as a formula by a spreadsheet."""
    return f"'{text}" if text.startswith(_FORMULA) else text
