"""A published number with everything that lets a reader trust or doubt it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Factor:
    """One published factor: a value never travels without its passport.

    Attributes:
        factor_id: stable id in content/co2_factors.csv.
        label: (French, English) name of the thing measured.
        value: central value, in `unit`.
        unit: e.g. "kgCO2e/passenger.km".
        source: producer and data set.
        source_url: where to check it, "" when none is known.
        version: version at the source.
        version_on: day of that version.
        licence: reuse licence with the credit it asks for.
        best_before_on: ours: version date + 24 months.
        note: untranslated note, "" when nothing.
        remark: (French, English) what a reader must know, ("", "") when nothing.
    """

    factor_id: str
    label: tuple[str, str]
    value: float
    unit: str
    source: str
    source_url: str
    version: str
    version_on: date
    licence: str
    best_before_on: date
    note: str = ""
    remark: tuple[str, str] = ("", "")

    def is_stale(self, today: date) -> bool:
        """Whether its best-before day is over."""
        return today > self.best_before_on
