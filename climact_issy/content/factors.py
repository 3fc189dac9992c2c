"""The published factors that the catalogue rests on, each with its passport."""

import re
from datetime import date
from functools import cache

from climact_issy.content import tables
from climact_issy.domain.errors import NotFound
from climact_issy.domain.factors import Factor

BEST_BEFORE_YEARS = 2
"""Ours: a factor is to be read again 24 months after its version date."""

LICENCES = {
    "impactco2": "MIT, crédit ADEME (Impact CO2)",
    "nosgestesclimat": "MIT, crédit ADEME (Nos Gestes Climat)",
    "derived": "MIT, crédit ADEME (Impact CO2), calcul Clim’Act Issy",
}
SOURCES = {
    "impactco2": "ADEME, Impact CO2",
    "nosgestesclimat": "ADEME, Nos Gestes Climat",
    "derived": "ADEME, Impact CO2",
}
ADDRESSES = {
    "impactco2": "https://impactco2.fr/",
    "nosgestesclimat": "https://nosgestesclimat.fr/",
    "derived": "https://impactco2.fr/",
}
MANUFACTURE = "kgco2e_manufacture"
MODEL_DATASET = "nosgestesclimat"


def version_day(version: str) -> date:
    """Return the day written between parentheses in a source version.

    Args:
        version: e.g. "impactco2@8076a489 (2026-07-01)".

    Raises:
        ValueError: no day is written there.
    """
    found = re.search(r"\((\d{4}-\d{2}-\d{2})\)", version)
    if found is None:
        msg = f"no version day in {version!r}"
        raise ValueError(msg)
    return date.fromisoformat(found.group(1))


def best_before(version_on: date) -> date:
    """Return our best-before day: the same day 24 months later."""
    year = version_on.year + BEST_BEFORE_YEARS
    is_leap_day = (version_on.month, version_on.day) == (2, 29)
    return version_on.replace(year=year, day=28 if is_leap_day else version_on.day)


@cache
def by_id(factor_id: str) -> Factor:
    """Return one factor.

    Args:
        factor_id: id of co2_factors.csv, with ":kgco2e_manufacture" for the part
            of an object that was spent making it.

    Raises:
        NotFound: no such factor is bundled.
    """
    row_id, _, part = factor_id.partition(":")
    row = _rows().get(row_id)
    if row is None or part not in {"", MANUFACTURE}:
        raise NotFound(factor_id=factor_id)
    label = tables.pair(_labels()[row_id])
    if part:
        label = (f"{label[0]}, fabrication", f"{label[1]}, manufacture")
    dataset = row["dataset"]
    version_on = version_day(row["source_version"])
    return Factor(
        factor_id=factor_id,
        label=label,
        value=float(row[part or "kgco2e_per_unit"]),
        unit=f"kgCO2e/{row['unit']}",
        source=f"{SOURCES[dataset]} ({row['upstream_source']})",
        source_url=row["upstream_url"] or ADDRESSES[dataset],
        version=_without_day(row["source_version"]),
        version_on=version_on,
        licence=LICENCES[dataset],
        best_before_on=best_before(version_on),
        remark=_remark(row_id, part),
    )


def of_model(action_id: str, value: float, *, is_with: bool) -> Factor:
    """Return one evaluation of the Nos Gestes Climat model as a factor.

    Args:
        action_id: row of climate_actions.csv.
        value: whole footprint of the person, kgCO2e a year.
        is_with: with the action, else without it.
    """
    version = model_version()
    version_on = version_day(version)
    label = ("Année avec ce geste", "Year with this action")
    if not is_with:
        label = ("Année sans ce geste", "Year without this action")
    return Factor(
        factor_id=f"{action_id}:{'with' if is_with else 'without'}",
        label=label,
        value=value,
        unit="kgCO2e/person.year",
        source=SOURCES[MODEL_DATASET],
        source_url=ADDRESSES[MODEL_DATASET],
        version=_without_day(version),
        version_on=version_on,
        licence=LICENCES[MODEL_DATASET],
        best_before_on=best_before(version_on),
    )


@cache
def model_version() -> str:
    """Return the version of the model that evaluated the yearly actions."""
    release = tables.table(tables.FOLDER / "release.toml")
    return str(release["model_version"])


def _without_day(version: str) -> str:
    """Leave out the day between parentheses: it stands in version_on."""
    return version.partition(" (")[0]


def _remark(row_id: str, part: str) -> tuple[str, str]:
    if part:
        return (
            "Fabrication et distribution, sans l’usage ni la fin de vie.",
            "Manufacture and distribution, without use or end of life.",
        )
    return tables.pair(_passports().get("remark", {}).get(row_id, tables.NONE))


@cache
def _rows() -> dict[str, tables.Row]:
    return {row["factor_id"]: row for row in tables.rows("co2_factors")}


def _labels() -> tables.Table:
    return _passports()["label"]


@cache
def _passports() -> tables.Table:
    return tables.table(tables.FOLDER / "factor_labels.toml")
