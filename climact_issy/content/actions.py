"""The catalogue: our words in actions/*.toml, the numbers in climate_actions.csv."""

from functools import cache
from pathlib import Path

from climact_issy.content import factors, formulas, tables
from climact_issy.domain.actions import (
    Action,
    Applicability,
    Boundary,
    Cadence,
    Kind,
    Period,
    Quantity,
    Saving,
    Theme,
)
from climact_issy.domain.errors import NotFound

KINDS = {"per_use": Kind.PER_USE, "one_off": Kind.ONE_OFF, "annual": Kind.YEARLY}
ONCE_A_SEASON = Cadence(1, Period.SEASON)
ONE_TIME = Quantity(unit=("fois", "time"), default=1, step=1, minimum=1, maximum=1)
NO_SAVING = (
    "Aucune source publiée ne donne de chiffre\u00a0: nous n’en inventons pas.",
    "No published source gives a figure, and we invent none.",
)
FOOTPRINT = "empreinte-par-personne"
BUDGET = "budget-climat"


@cache
def catalogue() -> tuple[Action, ...]:
    """Return every action, by theme, in the order of the files."""
    folder = tables.FOLDER / "actions"
    return tuple(
        action for theme in Theme for action in _read(folder / f"{theme}.toml", theme)
    )


def by_slug(slug: str) -> Action:
    """Return one action.

    Raises:
        NotFound: no action has this slug.
    """
    found = _by_slug().get(slug)
    if found is None:
        raise NotFound(action=slug)
    return found


def moving(indicator_slug: str) -> tuple[Action, ...]:
    """Return the actions that move an indicator, in the order of the catalogue."""
    return tuple(a for a in catalogue() if indicator_slug in a.indicators)


@cache
def _by_slug() -> dict[str, Action]:
    return {action.slug: action for action in catalogue()}


def _read(path: Path, theme: Theme) -> tuple[Action, ...]:
    return tuple(_action(entry, theme) for entry in tables.table(path)["action"])


def _action(entry: tables.Table, theme: Theme) -> Action:
    row = _source_row(entry.get("source_id", ""))
    kind = KINDS[row["kind"] if row else entry["kind"]]
    boundary = Boundary(row["in_issy_climate_budget"] if row else entry["boundary"])
    saving = _saving(row)
    is_per_use = kind is Kind.PER_USE
    return Action(
        slug=entry["slug"],
        source_id=entry.get("source_id", ""),
        kind=kind,
        theme=theme,
        icon=entry["icon"],
        title=tables.pair(entry["title"]),
        how=tables.pair(entry["how"]),
        why=tables.pair(entry["why"]),
        effort=entry["effort"],
        minutes=entry["minutes"],
        cadence=_cadence(entry["cadence"]) if is_per_use else ONCE_A_SEASON,
        quantity=_quantity(entry) if is_per_use else None,
        saving=saving,
        saving_note=_saving_note(entry, row, saving),
        boundary=boundary,
        boundary_note=tables.pair(_boundary_notes()[theme][boundary]),
        supersedes=_supersedes(row),
        applicability=Applicability(**entry.get("applies", {})),
        months=frozenset(entry.get("months", ())),
        indicators=_indicators(entry, saving, boundary),
        cool_down_days=entry.get("cool_down_days", 0),
        times_a_year=entry.get("times_a_year"),
    )


def _source_row(source_id: str) -> tables.Row:
    if not source_id:
        return {}
    return next(
        r for r in tables.rows("climate_actions") if r["action_id"] == source_id
    )


def _saving(row: tables.Row) -> Saving | None:
    central = tables.number(row.get("kgco2e_saved", ""))
    if central is None:
        return None
    if row["kind"] == "annual":
        baseline, alternative = (
            formulas.Term(
                1.0,
                factors.of_model(row["action_id"], float(row[cell]), is_with=is_with),
            )
            for cell, is_with in (("kgco2e_without", False), ("kgco2e_with", True))
        )
    else:
        baseline = formulas.term(row["baseline_formula"])
        alternative = formulas.term(row["alternative_formula"])
    terms = (baseline.factor, alternative.factor)
    return Saving(
        central_kgco2e=central,
        low_kgco2e=tables.number(row["kgco2e_saved_low"]),
        high_kgco2e=tables.number(row["kgco2e_saved_high"]),
        formula=formulas.difference(baseline, alternative),
        factors=tuple(dict.fromkeys(f for f in terms if f is not None)),
    )


def _saving_note(
    entry: tables.Table, row: tables.Row, saving: Saving | None
) -> tables.Pair:
    if "saving_note" in entry:
        return tables.pair(entry["saving_note"])
    if saving is None:
        return NO_SAVING
    return tables.remark(row["note"])


def _supersedes(row: tables.Row) -> tuple[str, ...]:
    """Name the rules of the model by the ids of our rows: "a . b c" is "ngc.a.b_c"."""
    names = row.get("supersedes", "").split(" | ")
    return tuple(
        "ngc." + name.replace(" . ", ".").replace(" ", "_") for name in names if name
    )


def _cadence(text: str) -> Cadence:
    times, _, period = text.partition("/")
    return Cadence(int(times), Period(period))


def _quantity(entry: tables.Table) -> Quantity:
    found = entry.get("quantity")
    if found is None:
        return ONE_TIME
    return Quantity(
        unit=tables.pair(found["unit"]),
        default=float(found["default"]),
        step=float(found["step"]),
        minimum=float(found["min"]),
        maximum=float(found["max"]),
    )


def _indicators(
    entry: tables.Table, saving: Saving | None, boundary: Boundary
) -> tuple[str, ...]:
    """Name what an action moves: its own list, and the two books of CO2e."""
    found = list(entry.get("indicators", ()))
    if boundary in {Boundary.YES, Boundary.PARTLY}:
        found.append(BUDGET)
    if saving is not None:
        found.append(FOOTPRINT)
    return tuple(found)


@cache
def _boundary_notes() -> tables.Table:
    return tables.table(tables.FOLDER / "boundary_notes.toml")
