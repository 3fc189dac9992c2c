"""The ATMO index of Issy by Atmo Data, read with the clock held still."""

import json
from datetime import UTC, datetime

import pytest

from climact_issy.connectors import atmo_data
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.domain.observations import Batch, Kind, Refused
from tests.support.one_answer import OneAnswer
from tests.support.source_cases import PAYLOADS

READ_AT = datetime(2026, 2, 10, 11, 0, tzinfo=UTC)


def feature(
    day: object = "2026-02-10", code: object = 2, **other: object
) -> dict[str, object]:
    told = {"date_ech": day, "code_qual": code, "code_zone": "92040", **other}
    return {"type": "Feature", "properties": told}


def parsed(*features: object) -> Batch:
    body = json.dumps({"type": "FeatureCollection", "features": features})
    return atmo_data.parse(Page("x", "application/json", body.encode(), READ_AT))


def values(batch: Batch) -> list[tuple[str, float | None, Kind]]:
    return [(found.period, found.value, found.kind) for found in batch.observations]


def test_today_is_the_index_and_tomorrow_a_forecast() -> None:
    body = (PAYLOADS / "atmo-data" / "indices.json").read_bytes()

    batch = atmo_data.parse(Page("x", "", body, READ_AT))

    assert values(batch) == [
        ("2026-02-10", 4.0, Kind.PUBLISHED),
        ("2026-02-11", 2.0, Kind.FORECAST),
    ]
    assert batch.observations[0].key.indicator == "indice-atmo"


def test_other_communes_are_left_out() -> None:
    assert parsed(feature(code_zone="97101")) == Batch()


def test_a_day_may_be_written_as_an_instant() -> None:
    batch = parsed(feature("2026-02-09T23:00:00Z"))

    assert values(batch) == [("2026-02-10", 2.0, Kind.PUBLISHED)]


def test_of_several_releases_the_newest_counts() -> None:
    batch = parsed(
        feature(code=3, date_dif="2026-02-10"), feature(code=1, date_dif="2026-02-09")
    )

    assert values(batch) == [("2026-02-10", 3.0, Kind.PUBLISHED)]
    assert [lost.reason for lost in batch.rejects] == [Refused.DUPLICATE]


def test_what_was_released_before_its_day_is_a_forecast_on_that_day_too() -> None:
    batch = parsed(
        feature("2026-02-09", date_dif="2026-02-09"),
        feature("2026-02-10", date_dif="2026-02-09"),
    )

    assert values(batch) == [
        ("2026-02-09", 2.0, Kind.PUBLISHED),
        ("2026-02-10", 2.0, Kind.FORECAST),
    ]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        # Absent and "événement" are no classes.
        (feature(code=0), Refused.OUT_OF_RANGE),
        (feature(code=7), Refused.OUT_OF_RANGE),
        (feature(code=2.5), Refused.OUT_OF_RANGE),
        (feature(code="Bon"), Refused.NOT_A_NUMBER),
        (feature(1762574400000), Refused.BAD_PERIOD),
        (feature(date_dif=1762574400000), Refused.BAD_PERIOD),
        (feature("2026-02-10T00:00:00"), Refused.NO_TIME_ZONE),
        ({"type": "Feature"}, Refused.MISSING_FIELD),
    ],
)
def test_what_is_no_class_is_refused_alone(
    bad: dict[str, object], reason: Refused
) -> None:
    batch = parsed(feature("2026-02-08"), bad)

    assert values(batch) == [("2026-02-08", 2.0, Kind.PUBLISHED)]
    assert [lost.reason for lost in batch.rejects] == [reason]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"features": [', Reason.NOT_JSON),
        (b'{"message": "Expired JWT Token"}', Reason.UNKNOWN_SHAPE),
        (b'{"features": [{"properties": {"x": 1}}]}', Reason.UNKNOWN_SHAPE),
    ],
)
def test_what_is_no_answer_of_theirs_is_refused_whole(
    body: bytes, reason: Reason
) -> None:
    with pytest.raises(SourceError) as caught:
        atmo_data.parse(Page("x", "", body, READ_AT))

    assert caught.value.reason is reason


def test_issy_is_asked_for_from_a_day_on_until_tomorrow() -> None:
    http = OneAnswer(None)

    assert list(atmo_data.fetch(http, datetime(2026, 2, 1, 23, 30, tzinfo=UTC))) == []
    assert http.asked == [
        (
            "/api/v2/data/indices/atmo",
            {
                "format": "geojson",
                "code_zone": "92040",
                "date": "2026-02-11",
                "date_historique": "2026-02-02",
                "with_geom": "false",
            },
        )
    ]
    answer = Page("x", "", b"{}", READ_AT)
    assert list(atmo_data.fetch(OneAnswer(answer), READ_AT)) == [answer]
    assert atmo_data.SOURCE.login is not None
    assert atmo_data.SOURCE.needs_key
