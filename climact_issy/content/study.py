"""The results of the study behind the race, read from study.toml."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from climact_issy.content import tables
from climact_issy.domain.study import Finding

FILE: Final[Path] = tables.FOLDER / "study.toml"
RULES: Final = ("score", "sum", "mean")
"""The three rules that the study asks: ours, and two that others use."""


@dataclass(frozen=True, slots=True)
class Study:
    """What `climact fairness` computed, and on what.

    Attributes:
        rule_version: version of the published rule.
        seed: seed of the invented seasons.
        seasons: how many seasons each scenario holds.
        sizes: people of each group, the largest first.
        findings: by scenario.
    """

    rule_version: int
    seed: str
    seasons: int
    sizes: tuple[int, ...]
    findings: dict[str, Finding]

    def share(self, count: int) -> float:
        """Return a number of seasons as a share of them, 0 to 1."""
        return count / self.seasons


@cache
def study() -> Study:
    """Return the study that is published."""
    return parsed(tables.table(FILE))


def parsed(table: tables.Table) -> Study:
    """Return the study of a TOML table."""
    return Study(
        rule_version=table["rule_version"],
        seed=table["seed"],
        seasons=table["seasons"],
        sizes=tuple(table["sizes"]),
        findings={row["slug"]: _finding(row) for row in table["scenario"]},
    )


def _finding(row: tables.Table) -> Finding:
    return Finding(
        slug=row["slug"],
        winners=Counter(row["winners"]),
        first={rule: Counter(row["first"][rule]) for rule in RULES},
        last={rule: Counter(row["last"][rule]) for rule in RULES},
    )
