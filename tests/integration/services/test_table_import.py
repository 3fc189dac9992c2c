"""A table that staff brings goes in as any other source, or not at all."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session, select

from climact_issy.connectors import table_file
from climact_issy.connectors.base import MOST_BYTES
from climact_issy.database import Database
from climact_issy.domain.errors import BadInput, ClimactError, NotAllowed
from climact_issy.domain.live import Reading
from climact_issy.domain.observations import (
    Currency,
    Kind,
    Observation,
    Refused,
    SeriesKey,
)
from climact_issy.domain.people import Role
from climact_issy.domain.sources import Health, Run, Standing
from climact_issy.domain.table_import import ColumnMap
from climact_issy.models import AuditEvent, Citizen, CitizenIdentity, RawPayload
from climact_issy.services import (
    ingestion,
    observations,
    observed,
    sign_in,
    source_states,
    table_import,
)
from climact_issy.services.table_import import Asked, Prepared
from tests.support import tables
from tests.support.gestures import NOON, person
from tests.support.tables import COLUMNS, KEY, NOW, SAMPLES, csv

ASKED = Asked(KEY.indicator, COLUMNS)
GOOD = csv("24/11/2026 08:00;31,5", "24/11/2026 09:00;36", "24/11/2026 10:00;")
LATER = NOW + timedelta(hours=1)


def prepare(
    database: Database,
    body: bytes = GOOD,
    asked: Asked = ASKED,
    name: str = "no2.csv",
    now: datetime = NOW,
) -> Prepared:
    return table_import.prepare(database, asked, body, name, now=now)


def bring(
    database: Database,
    body: bytes = GOOD,
    asked: Asked = ASKED,
    name: str = "no2.csv",
    *,
    is_partial: bool = False,
    now: datetime = NOW,
) -> Run:
    prepared = prepare(database, body, asked, name, now)
    database.run_here(
        lambda s: table_import.announce(s, prepared, is_partial=is_partial, now=now)
    )
    way = table_file.AtHand(now)
    return ingestion.run(database, prepared.source, way, since=now, now=now)


def rows(database: Database, table: str) -> list[dict[str, Any]]:
    def work(session: Session) -> list[dict[str, Any]]:
        found = session.connection().execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - a name of this file
        return [dict(row) for row in found.mappings()]

    return database.read_here(work)


def values(database: Database) -> dict[str, float | None]:
    return {row["period"]: row["value"] for row in rows(database, "observation")}


def everything(database: Database) -> dict[str, list[dict[str, Any]]]:
    names = ("raw_payload", "observation", "observation_revision", "audit_event")
    more = ("observation_reject", "observation_bin", "source_state")
    return {name: rows(database, name) for name in (*names, *more)}


def reading(database: Database) -> Reading:
    return database.read_here(lambda s: observed.reading(s, KEY, now=NOW))


def standing(database: Database, now: datetime = NOW) -> Standing:
    found = database.read_here(lambda s: source_states.standings(s, now=now))
    return next(item for item in found if item.name == table_file.NAME)


def known(database: Database, email: str, role: Role) -> str:
    """Make a person who signs in with an address; return their reference."""
    actor = person(database)

    def work(session: Session) -> None:
        session.get_one(Citizen, actor.citizen_id).role = role.value
        session.add(
            CitizenIdentity(
                citizen_id=actor.citizen_id,
                kind=sign_in.KIND,
                subject=sign_in.keyed_hash(sign_in.KIND, email),
                created_at=NOON,
            )
        )

    database.run_here(work)
    return actor.member_ref


def refusal(database: Database, asked: Asked, body: bytes = GOOD) -> ClimactError:
    with pytest.raises(ClimactError) as caught:
        prepare(database, body, asked)
    return caught.value


def test_the_values_of_a_table_are_shown_as_those_of_any_source(
    database: Database,
) -> None:
    done = bring(database)

    assert (done.added, done.rejected, done.failure) == (3, 0, "")
    assert values(database) == {
        "2026-11-24T07:00Z": 31.5,
        "2026-11-24T08:00Z": 36.0,
        "2026-11-24T09:00Z": None,
    }
    found = reading(database)
    assert found.newest is not None
    assert (found.newest.value, found.source) == (36.0, "import")
    assert found.is_brought
    # Nobody calls a table "now"; its step is that of the source of the figure.
    assert found.freshness.currency is Currency.LATE
    assert found.step == timedelta(hours=1)
    (raw,) = database.read_here(lambda s: s.exec(select(RawPayload)).all())
    assert (raw.source, raw.origin, raw.body) == ("import", "no2.csv", GOOD)
    (day,) = [
        found
        for found in rows(database, "observation_bin")
        if found["resolution"] == "day"
    ]
    assert (day["n"], day["mean"], day["expected"]) == (2, 33.75, 24)


def test_a_workbook_goes_in_by_the_same_way(database: Database) -> None:
    columns = ColumnMap("Date et heure", "Valeur mesurée")
    body = (SAMPLES / "workbook.xlsx").read_bytes()
    done = bring(database, body, replace(ASKED, columns=columns), "workbook.xlsx")

    assert done.added == 5
    assert values(database)["2026-11-24T09:00Z"] == 1028.25


def test_a_dry_run_counts_what_is_new_changed_and_known_and_writes_nothing(
    database: Database,
) -> None:
    bring(database)
    before = everything(database)
    body = csv(
        "24/11/2026 08:00;31,5",
        "24/11/2026 09:00;37",
        "24/11/2026 10:00;40",
        "24/11/2026 11:00;41",
        "24/11/2026 12:00;n.d.",
    )
    report = prepare(database, body).report

    assert (report.added, report.revised, report.unchanged) == (1, 2, 1)
    assert [fault.line for fault in report.reading.faults] == [6]
    assert everything(database) == before


def test_the_same_file_twice_changes_nothing(database: Database) -> None:
    bring(database)
    before = everything(database)
    again = prepare(database, now=LATER).report

    assert again.is_known
    assert (again.added, again.revised, again.unchanged) == (0, 0, 3)
    done = bring(database, now=LATER)
    assert (done.added, done.revised, done.unchanged) == (0, 0, 3)
    after = everything(database)
    for name in ("raw_payload", "observation", "observation_bin"):
        assert after[name] == before[name]
    assert not after["observation_revision"]


def test_a_corrected_table_keeps_what_was_before(database: Database) -> None:
    bring(database)
    done = bring(database, GOOD.replace(b"36", b"37"), now=LATER)

    assert (done.added, done.revised, done.unchanged) == (0, 1, 2)
    (old,) = rows(database, "observation_revision")
    assert (old["old_value"], old["new_value"], old["source"]) == (36, 37, "import")


def test_a_table_with_bad_rows_waits_until_they_may_be_left_out(
    database: Database,
) -> None:
    body = GOOD + b"\n24/11/2026 11:00;n.d.\n24/11/2026 08:00;32"
    with pytest.raises(BadInput) as caught:
        bring(database, body)
    assert caught.value.code == "table_faults"
    assert not any(everything(database).values())

    done = bring(database, body, is_partial=True)

    assert (done.added, done.rejected) == (3, 2)
    assert values(database)["2026-11-24T07:00Z"] == 32.0
    assert [
        (row["reason"], row["excerpt"]) for row in rows(database, "observation_reject")
    ] == [
        ("duplicate", "2, Date: 2026-11-24T07:00Z 31.5"),
        ("not_a_number", "5, Valeur: n.d."),
    ]
    with pytest.raises(BadInput):
        bring(database, csv("n.d.;n.d."), is_partial=True)


def test_who_brings_which_file_is_written_down_without_a_name(
    database: Database,
) -> None:
    reference = known(database, "lina@example.org", Role.MODERATOR)
    bring(database, asked=replace(ASKED, email="Lina@example.org"))
    bring(database, GOOD + b"\n24/11/2026 11:00;1", now=LATER)

    mine, ours = database.read_here(lambda s: s.exec(select(AuditEvent)).all())

    assert (mine.actor_ref, ours.actor_ref) == (reference, "system")
    assert (mine.kind, mine.subject) == ("observations_imported", "dioxyde-azote")
    told = json.loads(mine.details)
    assert told.pop("sha256") == prepare(database).sha256
    assert told == {
        "place": "issy-les-moulineaux",
        "series": "main",
        "kind": "published",
        "file": "no2.csv",
        "sheet": "",
        "period_column": "Date",
        "value_column": "Valeur",
        "added": 3,
        "revised": 0,
        "unchanged": 0,
        "rejected": 0,
    }
    assert "lina" not in str(everything(database)).lower()


@pytest.mark.parametrize("role", [Role.CITIZEN, Role.CAPTAIN])
def test_only_staff_may_import(database: Database, role: Role) -> None:
    known(database, "lina@example.org", role)

    for email in ("lina@example.org", "nobody@example.org", "lina"):
        found = refusal(database, replace(ASKED, email=email))
        assert isinstance(found, NotAllowed)
        assert found.code == "not_allowed"
    # Before a file is even looked at.
    asked = replace(ASKED, email="lina@example.org")
    assert isinstance(refusal(database, asked, b""), NotAllowed)


def test_only_a_live_figure_in_its_own_unit_and_place_is_taken(
    database: Database,
) -> None:
    found = refusal(database, replace(ASKED, indicator="budget-climat"))
    assert found.code == "table_figure"
    assert KEY.indicator in str(found.values["found"])
    unit = refusal(database, replace(ASKED, unit="ppb"))
    assert (unit.code, unit.values) == ("table_unit", {"told": "ppb", "kept": "µg/m³"})
    place = refusal(database, replace(ASKED, place="paris"))
    assert (place.code, place.values["place"]) == ("table_series", KEY.place)
    assert refusal(database, replace(ASKED, series="other")).code == "table_series"

    for unit in ("µg/m³", "ug / M3", "μg/m3"):
        prepared = prepare(database, asked=replace(ASKED, unit=unit))
        assert prepared.wanted.unit == "ug/m3"
    carbon = Asked("electricite-maintenant", COLUMNS, unit="g CO₂/kWh")
    assert prepare(database, asked=carbon).wanted.unit == "gCO2/kWh"


def test_a_series_that_a_source_feeds_may_be_completed(database: Database) -> None:
    other = SeriesKey(KEY.indicator, "street", KEY.place)
    value = Observation(other, "2026-11-23", 1.0, "ug/m3", Kind.REAL_TIME)
    origin = observations.Origin("a", 1, NOW)

    def work(session: Session) -> None:
        page = next(prepare(database).source.fetch(table_file.AtHand(NOW), NOW))
        kept = observations.keep_raw(session, "a", page)
        observations.keep(
            session, [value], replace(origin, raw_payload_id=kept.raw_payload_id)
        )

    database.run_here(work)
    asked = replace(ASKED, series="street")

    report = prepare(database, asked=asked).report
    assert {fault.reason for fault in report.reading.faults} == {Refused.OTHER_LENGTH}
    assert prepare(database, csv("24/11/2026;2"), asked).report.added == 1


def test_an_import_never_stands_before_what_a_source_says() -> None:
    assert observed.ranks()[table_file.NAME] == max(observed.ranks().values())


def test_the_state_of_sources_tells_the_day_and_never_a_lateness(
    database: Database,
) -> None:
    assert standing(database).health is Health.NEVER_BROUGHT
    bring(database, name="lina-durand.csv")

    years_later = NOW + timedelta(days=2000)
    found = standing(database, years_later)
    assert (found.health, found.newest) == (Health.BROUGHT, "2026-11-24T08:00Z")
    assert found.succeeded_at == NOW
    # A file may be called after a person: only staff reads its name.
    assert "lina" not in str(found)
    told = database.read_here(lambda s: source_states.operator_standings(s, now=NOW))
    by_name = {item.name: item for item in told}
    assert by_name[table_file.NAME].origin == "lina-durand.csv"
    assert not database.read_here(
        lambda s: source_states.is_due(s, table_file.SOURCE, now=years_later)
    )


def test_a_run_that_was_ended_is_finished_by_the_next_one(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> None:
        raise EOFError

    with monkeypatch.context() as changed:
        changed.setattr(ingestion, "_compute", ended)
        with pytest.raises(EOFError):
            bring(database)
    assert len(values(database)) == 3
    assert not rows(database, "observation_bin")
    assert not prepare(database).report.is_known

    done = bring(database)

    assert (done.added, done.unchanged) == (0, 3)
    assert len(rows(database, "observation_bin")) == 4
    assert prepare(database).report.is_known


@dataclass(frozen=True)
class Fault:
    """One way in which a table is wrong.

    Attributes:
        name: short.
        body: the file.
        code: of the refusal of the whole file, "" when it is read.
        refused: rows refused one by one.
        added: new values that are kept all the same.
    """

    name: str
    body: bytes
    code: str = ""
    refused: tuple[Refused, ...] = ()
    added: int = 0


BOOK = tables.workbook(["24/11/2026 11:00", 50])
FAULTS = (
    Fault("truncated workbook", BOOK[: len(BOOK) // 2], "table_book"),
    Fault("truncated quotation", csv('"24/11/2026 11:00;5'), "table_text"),
    Fault("not a zip", b"PK\x03\x04nothing", "table_book"),
    Fault(
        "password",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "table_locked",
    ),
    Fault("50 MB file", b"x" * 5 * MOST_BYTES, "table_large"),
    Fault("bomb", tables.bomb(110_000_000), "table_bomb"),
    Fault("empty file", b"", "table_empty"),
    Fault("headings only", csv(), "table_faults"),
    Fault("renamed column", csv("a;b", head="Date;Mesure"), "table_column"),
    Fault("wrong types", csv("24/11/2026 11:00;{}"), "", (Refused.NOT_A_NUMBER,)),
    Fault("NaN", csv("24/11/2026 11:00;NaN"), "", (Refused.NOT_FINITE,)),
    Fault("inf", csv("24/11/2026 11:00;-inf"), "", (Refused.NOT_FINITE,)),
    Fault("impossible", csv("24/11/2026 11:00;-999"), "", (Refused.OUT_OF_RANGE,)),
    Fault("gap", csv("24/11/2026 11:00;"), added=1),
    Fault(
        "DST day",
        csv(*(f"2026-10-25T0{hour}:00;5" for hour in range(5))),
        "",
        (Refused.DOUBLE_HOUR,),
        4,
    ),
    Fault(
        "duplicate",
        csv("24/11/2026 11:00;5", "24/11/2026 11:00;6"),
        "",
        (Refused.DUPLICATE,),
        1,
    ),
    Fault("out of order", csv("24/11/2026 12:00;5", "24/11/2026 11:00;6"), added=2),
    Fault(
        "formula without value",
        tables.workbook(["24/11/2026 11:00", "=1+1"]),
        "",
        (Refused.NO_RESULT,),
    ),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_loses_nothing_good(database: Database, fault: Fault) -> None:
    bring(database)
    before = rows(database, "observation")

    def work() -> Run:
        # A good row beside the bad ones, so that something can be kept.
        return bring(database, fault.body, is_partial=True, now=LATER)

    if fault.code or not fault.added:
        with pytest.raises(BadInput) as caught:
            work()
        assert caught.value.code == (fault.code or "table_faults")
    else:
        done = work()
        assert (done.added, done.rejected) == (fault.added, len(fault.refused))
        refused = [row["reason"] for row in rows(database, "observation_reject")]
        assert refused == [reason.value for reason in fault.refused]
    if not fault.code:
        report = prepare(database, fault.body, now=LATER).report
        assert tuple(f.reason for f in report.reading.faults) == fault.refused
    kept = {row["id"]: row for row in rows(database, "observation")}
    assert all(kept[row["id"]] == row for row in before)
    assert standing(database).health is Health.BROUGHT
