"""Entities of a broker in both of their forms, read with the clock held still."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.connectors import ngsi_ld
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.domain.observations import Batch, Refused
from tests.support.source_cases import PAYLOADS

FOLDER = PAYLOADS / "ngsi-ld"
READ_AT = datetime(2016, 3, 15, 11, 20, tzinfo=UTC)
HERE = {"addressLocality": "Issy-les-Moulineaux", "addressCountry": "FR"}


def recorded(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.jsonld").read_text("utf-8"))


def page(*entities: object) -> Page:
    return Page("x", "application/ld+json", json.dumps(entities).encode(), READ_AT)


def parsed(*entities: object) -> Batch:
    return ngsi_ld.parse(page(*entities))


def values(batch: Batch) -> list[tuple[str, float | None]]:
    return [(found.period, found.value) for found in batch.observations]


def air(**changes: object) -> dict[str, Any]:
    """The official example, as if it stood in Issy and on a known clock."""
    told = recorded("AirQualityObserved")
    told |= {"address": HERE, "dateObserved": "2016-03-15T11:00:00Z"}
    return told | changes


def normalized(value: object, unit: str = "GQ") -> dict[str, object]:
    """A station in the other form."""
    return {
        "id": "urn:ngsi-ld:AirQualityObserved:1",
        "type": "AirQualityObserved",
        "address": {"type": "Property", "value": HERE},
        "dateObserved": {
            "type": "Property",
            "value": {"@type": "DateTime", "@value": "2016-03-15T12:00:00+01:00"},
        },
        "NO2": {"type": "Property", "value": value, "unitCode": unit},
    }


def kpi(**changes: object) -> dict[str, Any]:
    told = recorded("KeyPerformanceIndicator")
    return told | {"address": {"type": "Property", "value": HERE}} | changes


def test_the_official_examples_are_of_other_towns() -> None:
    batch = parsed(recorded("AirQualityObserved"), recorded("KeyPerformanceIndicator"))

    assert batch == Batch()


def test_both_forms_say_the_same() -> None:
    short, long = parsed(air()), parsed(normalized(69))

    assert values(short) == values(long) == [("2016-03-15T11:00Z", 69.0)]
    assert short.observations == long.observations
    assert short.observations[0].unit == "ug/m3"


def test_an_interval_counts_from_its_start() -> None:
    told = "2016-03-15T11:00:00Z/2016-03-15T12:00:00Z"

    assert values(parsed(air(dateObserved=told))) == [("2016-03-15T11:00Z", 69.0)]


def test_names_without_a_context_are_understood() -> None:
    told = {f"https://smartdatamodels.org/x/{name}": v for name, v in air().items()}
    told["type"] = "https://smartdatamodels.org/x/AirQualityObserved"

    assert values(parsed(told)) == [("2016-03-15T11:00Z", 69.0)]


def test_an_indicator_is_known_by_its_name() -> None:
    known = kpi(
        name={"type": "Property", "value": "nitrogen-dioxide"},
        kpiValue={"type": "Property", "value": 20, "unitCode": "GQ"},
    )

    assert values(parsed(known)) == [("2016-06-29T15:59Z", 20.0)]
    assert [lost.reason for lost in parsed(kpi()).rejects] == [Refused.UNKNOWN_SERIES]


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        # As the official example is: nobody says on which clock.
        (air(dateObserved="2016-03-15T11:00:00"), Refused.NO_TIME_ZONE),
        (air(NO2="ND"), Refused.NOT_A_NUMBER),
        (air(NO2=float("nan")), Refused.NOT_FINITE),
        (air(NO2=-3), Refused.OUT_OF_RANGE),
        (air(address="Issy"), Refused.MISSING_FIELD),
        (normalized(69, "GP"), Refused.OTHER_UNIT),
        (kpi(name="nitrogen-dioxide", kpiValue={}), Refused.NOT_A_NUMBER),
    ],
)
def test_what_cannot_be_a_value_is_refused_alone(
    entity: dict[str, object], reason: Refused
) -> None:
    good = air(dateObserved="2016-03-15T10:00:00Z")

    batch = parsed(good, entity)

    assert values(batch) == [("2016-03-15T10:00Z", 69.0)]
    assert [lost.reason for lost in batch.rejects] == [reason]


def test_a_station_of_other_gases_is_no_mistake() -> None:
    other = air()
    del other["NO2"]

    assert parsed(air(), other).rejects == ()


STATIONS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 3), st.none() | st.floats(0.0, 500.0)),
    unique_by=lambda told: told[:2],
)
"""Number of a station, hour, and what it tells."""


@given(STATIONS)
def test_of_several_stations_at_one_instant_the_highest_counts(
    told: list[tuple[int, int, float | None]],
) -> None:
    batch = parsed(
        *(
            air(id=f"urn:{number}", NO2=value, dateObserved=f"2016-03-15T1{hour}:00Z")
            for number, hour, value in told
        )
    )

    hours = {hour for _, hour, _ in told}
    assert len(batch.observations) == len(hours)
    for found in batch.observations:
        hour = int(found.period[12])
        known = [v for _, at, v in told if at == hour and v is not None]
        assert found.value == (max(known) if known else None)
        assert found.key == ngsi_ld.KEY
    assert not batch.rejects


def test_a_station_that_tells_an_instant_twice_counts_as_it_told_it_last() -> None:
    batch = parsed(air(NO2=80), air(NO2=30), air(id="urn:other", NO2=50))

    assert values(batch) == [("2016-03-15T11:00Z", 50.0)]
    assert [lost.reason for lost in batch.rejects] == [Refused.DUPLICATE]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'[{"type"', Reason.NOT_JSON),
        (b"[1]", Reason.UNKNOWN_SHAPE),
        (b'{"title": "Bad Request"}', Reason.UNKNOWN_SHAPE),
        (b'[{"type": "AirQualityObserved"}]', Reason.UNKNOWN_SHAPE),
    ],
)
def test_what_is_no_answer_of_a_broker_is_refused_whole(
    body: bytes, reason: Reason
) -> None:
    with pytest.raises(SourceError) as caught:
        ngsi_ld.parse(Page("x", "", body, READ_AT))

    assert caught.value.reason is reason


class Broker:
    """A port with so many entities, or one that has not changed."""

    def __init__(self, count: int | None) -> None:
        self.count = count
        self.asked: list[dict[str, str]] = []

    def now(self) -> datetime:
        return READ_AT

    def get(self, path: str, params: Any = None) -> Page | None:  # noqa: ANN401 - as the port
        assert path == "/ngsi-ld/v1/entities"
        self.asked.append(dict(params))
        if self.count is None:
            return None
        left = self.count - int(params["offset"])
        return page(*[air()] * max(min(left, int(params["limit"])), 0))


@pytest.mark.parametrize(
    ("count", "pages"), [(None, 0), (0, 1), (99, 1), (100, 2), (250, 3), (5000, 10)]
)
def test_a_broker_is_asked_page_by_page_and_not_for_ever(
    count: int | None, pages: int
) -> None:
    broker = Broker(count)

    found = list(ngsi_ld.fetch(broker, READ_AT))

    assert len(found) == pages
    assert broker.asked[0]["type"] == "AirQualityObserved,KeyPerformanceIndicator"
