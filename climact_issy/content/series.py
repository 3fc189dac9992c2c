"""The series of each indicator, read from the bundled files."""

from collections.abc import Callable, Iterable
from typing import Final

from babel.dates import get_month_names

from climact_issy.content import factors, tables
from climact_issy.domain.indicators import Point, Series, Status

STATUSES: Final = {
    "published": Status.PUBLISHED,
    "published_press": Status.PUBLISHED,
    "published_secondary": Status.PUBLISHED,
    "published_rounded": Status.ROUNDED,
    "derived": Status.DERIVED,
    "computed": Status.DERIVED,
    "target": Status.TARGET,
}
PROVISIONAL_YEAR: Final = "2025"
FULL_YEAR: Final = 12
HALF_HOURS: Final = "mean of the published half-hours"
HOUSEHOLDS: Final = ("Ménages", "Households")
COMPANIES: Final = ("Entreprises", "Companies")
PUBLIC_BODIES: Final = ("Organismes publics", "Public bodies")
CATEGORIES: Final = {
    "transport": ("Se déplacer", "Travel"),
    "alimentation": ("Manger", "Food"),
    "logement": ("Se loger", "Housing"),
    "divers": ("S’équiper et se distraire", "Goods and leisure"),
    "services sociétaux": ("Services publics et marchands", "Public services"),
}


def of(slug: str) -> tuple[Series, ...]:
    """Return the series of an indicator, the main one first.

    Raises:
        KeyError: no bundled file feeds this indicator.
    """
    return _READERS[slug]()


def total_footprint() -> Point:
    """Return the whole footprint of the model's default person."""
    row = _footprint_rows()["bilan"]
    return _model_point(row, ("Empreinte totale", "Whole footprint"))


def _climate_budget() -> tuple[Series, ...]:
    rows = tables.rows("issy_climate_budget")
    emissions = [
        _budget_point(row)
        for row in rows
        if row["measure"] in {"emissions", "emissions_before_first_budget"}
    ]
    ceilings = [_budget_point(row) for row in rows if row["measure"] == "ceiling"]
    return (
        Series("emissions", ("Émissions", "Emissions"), _with_gaps(emissions)),
        Series("ceiling", ("Plafond", "Ceiling"), tuple(ceilings)),
    )


def _budget_point(row: tables.Row) -> Point:
    is_goal = row["measure"] == "ceiling" and row["status"] == "published"
    return Point(
        period=row["year"],
        label=(row["year"], row["year"]),
        value=float(row["value"]),
        status=Status.TARGET if is_goal else STATUSES[row["status"]],
        source_url=_address(row["source_url"]),
        note=row["note"],
        remark=tables.remark(row["note"]),
    )


def _emitters() -> tuple[Series, ...]:
    rows = {row["measure"]: row for row in tables.rows("issy_climate_budget")}
    newer = (
        _share(rows["share_households"], HOUSEHOLDS),
        _share(rows["share_companies"], COMPANIES),
        _share(rows["share_public_bodies"], PUBLIC_BODIES),
    )
    older_page = rows["share_households_other_page"]["source_url"]
    older = (
        _share(rows["share_households_other_page"], HOUSEHOLDS),
        _share(rows["share_companies_other_page"], COMPANIES),
        # This page only says "the rest": no number is put in its mouth.
        Point("2024", PUBLIC_BODIES, None, source_url=older_page),
    )
    return (
        Series(
            "page-2026",
            ("Page sur le budget climat 2026", "Page on the 2026 climate budget"),
            newer,
        ),
        Series(
            "page-2025",
            ("Page du 23 décembre 2025", "Page of 23 December 2025"),
            older,
        ),
    )


def _share(row: tables.Row, label: tables.Pair) -> Point:
    return Point(
        period=row["year"],
        label=label,
        value=float(row["value"]),
        source_url=row["source_url"],
        note=row["note"],
        remark=tables.remark(row["note"]),
    )


def _electricity_by_year() -> tuple[Series, ...]:
    points = [
        _year(
            row["year"],
            row["carbon_intensity_gco2e_per_kwh"],
            "the newest year may be revised" if _is_provisional(row) else "",
            Status.PROVISIONAL if _is_provisional(row) else Status.PUBLISHED,
        )
        for row in tables.rows("electricity_co2_france_annual")
    ]
    label = ("Cycle de vie", "Life cycle")
    return (Series("life-cycle", label, tuple(points)),)


def _is_provisional(row: tables.Row) -> bool:
    return row["year"] == PROVISIONAL_YEAR


def _electricity_by_month_and_hour() -> tuple[Series, ...]:
    french, english = (get_month_names("wide", locale=code) for code in ("fr", "en"))
    points: list[Point] = []
    for row in tables.rows("electricity_co2_france_month_hour_profile_2017_2018"):
        month, hour = int(row["month"]), int(row["hour_local"])
        label = f"{french[month]}, {hour}\u00a0h", f"{english[month]}, {hour:02d}:00"
        value = float(row["mean_gco2_per_kwh"])
        points.append(
            Point(
                period=f"{month}-{hour}",
                label=label,
                value=value,
                status=Status.DERIVED,
                note=HALF_HOURS,
                remark=tables.remark(HALF_HOURS),
            )
        )
    label = ("Émissions directes, 2017-2018", "Direct emissions, 2017–2018")
    return (Series("direct", label, tuple(points)),)


def _waste() -> tuple[Series, ...]:
    rows = [row for row in tables.rows("reference_figures") if row["theme"] == "waste"]
    ademe = [_reference_point(row) for row in rows if "ADEME" in row["source"]]
    insee = [_reference_point(row) for row in rows if "INSEE" in row["source"]]
    return (
        Series("ademe", ("Décompte de l’ADEME", "ADEME’s count"), tuple(ademe)),
        Series("insee", ("Décompte de l’INSEE", "INSEE’s count"), tuple(insee)),
    )


def _water() -> tuple[Series, ...]:
    rows = [row for row in tables.rows("reference_figures") if row["theme"] == "water"]
    rows.sort(key=lambda row: row["year"])
    sdes = [_reference_point(row) for row in rows if "SDES" in row["source"]]
    other = [_reference_point(row) for row in rows if "eaufrance" in row["source"]]
    return (
        Series("sdes", ("Série du SDES", "SDES series"), _with_gaps(sdes)),
        Series("eaufrance", ("Eaufrance", "Eaufrance"), tuple(other)),
    )


def _reference_point(row: tables.Row) -> Point:
    return _year(row["year"], row["value"], row["note"], STATUSES[row["status"]])


def _temperature() -> tuple[Series, ...]:
    points = [
        _year(row["year"], row["anomaly_c_vs_1951_1980"])
        for row in tables.rows("global_temperature_anomaly")
    ]
    return (Series("anomaly", ("Écart", "Anomaly"), tuple(points)),)


def _mauna_loa() -> tuple[Series, ...]:
    points = [
        _year(
            row["year"],
            row["mean_ppm_seasonally_adjusted"],
            "" if int(row["months"]) == FULL_YEAR else "mean of an incomplete year",
            Status.DERIVED,
        )
        for row in tables.rows("atmospheric_co2_mauna_loa_annual")
    ]
    return (Series("ppm", ("Moyenne annuelle", "Yearly mean"), tuple(points)),)


def _footprint() -> tuple[Series, ...]:
    rows = _footprint_rows()
    points = tuple(_model_point(rows[key], CATEGORIES[key]) for key in CATEGORIES)
    return (Series("categories", ("Postes", "Categories"), points),)


def _footprint_rows() -> dict[str, tables.Row]:
    rows = tables.rows("ngc_footprint_default_person")
    return {row["rule_id"]: row for row in rows}


def _model_point(row: tables.Row, label: tables.Pair) -> Point:
    value = float(row["kgco2e_per_person_year"])
    year = factors.version_day(factors.model_version()).year
    return Point(str(year), label, value, Status.DERIVED)


def _year(
    year: str, value: str, note: str = "", status: Status = Status.PUBLISHED
) -> Point:
    return Point(
        period=year,
        label=(year, year),
        value=float(value),
        status=status,
        note=note,
        remark=tables.remark(note),
    )


def _with_gaps(points: Iterable[Point]) -> tuple[Point, ...]:
    """Put an empty point in each year without a value: a gap stays a gap."""
    known = {int(point.period): point for point in points}
    years = range(min(known), max(known) + 1)
    return tuple(
        known.get(year) or Point(str(year), (str(year), str(year)), None)
        for year in years
    )


def _address(text: str) -> str:
    """Keep the first address of a cell that may name several sources."""
    return text.split(" ", maxsplit=1)[0]


_READERS: Final[dict[str, Callable[[], tuple[Series, ...]]]] = {
    "budget-climat": _climate_budget,
    "qui-emet-a-issy": _emitters,
    "electricite-annee": _electricity_by_year,
    "electricite-mois-heure": _electricity_by_month_and_hour,
    "dechets-menagers": _waste,
    "eau-domestique": _water,
    "temperature-mondiale": _temperature,
    "co2-mauna-loa": _mauna_loa,
    "empreinte-par-personne": _footprint,
}
