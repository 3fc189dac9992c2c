"""The formulas of climate_actions.csv: parsed, computed and said in words."""

import re
from dataclasses import dataclass

from climact_issy import texts
from climact_issy.content import factors
from climact_issy.domain.factors import Factor

_TERM = re.compile(r"(?:(?P<times>[\d.]+)\*)?(?P<factor>(?:ico2|ngc|derived)\..+)")
_LARGE = 10


@dataclass(frozen=True, slots=True)
class Term:
    """One side of a saving: so many times a factor, or nothing at all.

    Attributes:
        times: multiplier of the factor.
        factor: None for a plain 0.
    """

    times: float
    factor: Factor | None

    @property
    def value(self) -> float:
        """What this side emits, in kgCO2e per unit of quantity."""
        return self.times * self.factor.value if self.factor else 0.0

    def words(self, language: str) -> str:
        """Say this side, e.g. "0,1423 (voiture)", in "fr" or "en"."""
        if self.factor is None:
            return "0"
        t = texts.for_language(language)
        number = t.number(self.factor.value, _digits(self.factor.value))
        label = self.factor.label[0 if language == "fr" else 1]
        times = "" if self.times == 1 else f"{t.number(self.times, 2)} × "
        return f"{times}{number} ({label})"


def term(formula: str) -> Term:
    """Parse one side of a saving.

    Args:
        formula: "0", a factor id, or "0.5*" and a factor id.

    Raises:
        ValueError: none of these.
        NotFound: the factor is not bundled.
    """
    if formula.strip() == "0":
        return Term(1.0, None)
    found = _TERM.fullmatch(formula.strip())
    if found is None:
        msg = f"not a formula: {formula!r}"
        raise ValueError(msg)
    return Term(float(found["times"] or 1), factors.by_id(found["factor"]))


def difference(baseline: Term, alternative: Term) -> tuple[str, str]:
    """Say "baseline − alternative" in French and in English.

    What takes nothing away is not written: "0.215 (1 kWh of gas)", not "… − 0".
    """
    sides = (baseline, alternative) if alternative.factor else (baseline,)
    french, english = (
        " − ".join(side.words(language) for side in sides) for language in ("fr", "en")
    )
    return french, english


def _digits(value: float) -> int:
    """Return the decimals to print: at most 2 from 10 on, 5 below, none idle."""
    most = 2 if value >= _LARGE else 5
    return next(d for d in range(most + 1) if round(value, d) == round(value, most))
