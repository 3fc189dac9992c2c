"""The heat-wave vigilance of Hauts-de-Seine, read with the clock held still."""

import json
from datetime import UTC, datetime

import pytest

from climact_issy.connectors import meteo_france_vigilance as vigilance
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.domain.observations import Batch, Kind, Refused
from tests.support.one_answer import OneAnswer
from tests.support.source_cases import PAYLOADS

READ_AT = datetime(2026, 7, 2, 5, 0, tzinfo=UTC)


def place(*items: dict[str, object], domain: str = "92") -> dict[str, object]:
    return {"domain_id": domain, "phenomenon_items": list(items)}


def item(colour: object, phenomenon: object = "6") -> dict[str, object]:
    return {"phenomenon_id": phenomenon, "phenomenon_max_color_id": colour}


def period(
    *places: dict[str, object],
    name: str = "J",
    begins: object = "2026-07-02T04:00:00Z",
) -> dict[str, object]:
    return {
        "echeance": name,
        "begin_validity_time": begins,
        "timelaps": {"domain_ids": list(places)},
    }


def parsed(*periods: dict[str, object]) -> Batch:
    body = json.dumps({"product": {"periods": periods}}).encode()
    return vigilance.parse(Page("x", "application/json", body, READ_AT))


def values(batch: Batch) -> list[tuple[str, float | None, Kind]]:
    return [(found.period, found.value, found.kind) for found in batch.observations]


def test_today_is_published_and_tomorrow_a_forecast() -> None:
    body = (PAYLOADS / "meteo-france-vigilance" / "carte.json").read_bytes()

    batch = vigilance.parse(Page("x", "", body, READ_AT))

    assert values(batch) == [
        ("2026-07-02", 3.0, Kind.PUBLISHED),
        ("2026-07-03", 2.0, Kind.FORECAST),
    ]
    assert batch.observations[0].key.indicator == "vigilance-canicule"
    assert batch.observations[0].key.place == "hauts-de-seine"
    assert not batch.rejects


def test_other_departments_and_phenomena_are_left_out() -> None:
    batch = parsed(period(place(item(4), domain="75"), place(item(2), item(4, "3"))))

    assert values(batch) == [("2026-07-02", 2.0, Kind.PUBLISHED)]


def test_a_map_without_heat_is_never_called_green() -> None:
    assert parsed(period(place(item(1, "1"), item(2, "5")))) == Batch()


def test_the_map_of_tomorrow_stays_a_forecast_when_it_is_read_late() -> None:
    old = period(place(item(3)), name="J1", begins="2026-07-01T22:00:00Z")

    assert values(parsed(old)) == [("2026-07-02", 3.0, Kind.FORECAST)]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (period(place(item(0))), Refused.OUT_OF_RANGE),
        (period(place(item(5))), Refused.OUT_OF_RANGE),
        (period(place(item("rouge"))), Refused.NOT_A_NUMBER),
        (period(place(item(2)), name="J2"), Refused.BAD_PERIOD),
        (period(place(item(2)), begins="2026-07-02T04:00:00"), Refused.NO_TIME_ZONE),
        (period(place(item(2)), begins=None), Refused.BAD_PERIOD),
    ],
)
def test_what_is_no_colour_is_refused_alone(
    bad: dict[str, object], reason: Refused
) -> None:
    good = period(place(item("1")), begins="2026-07-01T04:00:00Z")

    batch = parsed(good, bad)

    assert values(batch) == [("2026-07-01", 1.0, Kind.PUBLISHED)]
    assert [lost.reason for lost in batch.rejects] == [reason]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"product": {', Reason.NOT_JSON),
        (b'{"fault": {"message": "Invalid Credentials"}}', Reason.UNKNOWN_SHAPE),
        (b'{"product": {"periods": [{"echeance": "J"}]}}', Reason.UNKNOWN_SHAPE),
    ],
)
def test_what_is_no_map_is_refused_whole(body: bytes, reason: Reason) -> None:
    with pytest.raises(SourceError) as caught:
        vigilance.parse(Page("x", "", body, READ_AT))

    assert caught.value.reason is reason


def test_a_map_without_our_department_is_refused_whole() -> None:
    with pytest.raises(SourceError):
        parsed(period(place(item(2), domain="75")))


def test_the_map_in_force_is_asked_for_with_a_key() -> None:
    http = OneAnswer(Page("x", "", b"{}", READ_AT))

    assert list(vigilance.fetch(http, READ_AT)) == [http.answer]
    assert list(vigilance.fetch(OneAnswer(None), READ_AT)) == []
    assert http.asked == [("/public/DPVigilance/v1/cartevigilance/encours", None)]
    assert vigilance.SOURCE.key_header == "apikey"
