"""Episodes of pollution in Île-de-France, read with the clock held still."""

import json
from datetime import UTC, datetime

import pytest

from climact_issy.connectors import airparif_episodes
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.domain.observations import Batch, Kind, Refused
from tests.support.one_answer import OneAnswer
from tests.support.source_cases import PAYLOADS

READ_AT = datetime(2026, 2, 10, 11, 0, tzinfo=UTC)


def told(*levels: object, is_on: object = None) -> dict[str, object]:
    rows = [{"nom": "PM10", "niveau": level} for level in levels]
    return {"polluants": rows} | ({} if is_on is None else {"actif": is_on})


def page(body: object, at: datetime = READ_AT) -> Page:
    return Page("x", "application/json", json.dumps(body).encode(), at)


def parsed(body: object, at: datetime = READ_AT) -> Batch:
    return airparif_episodes.parse(page(body, at))


def values(batch: Batch) -> list[tuple[str, float | None, Kind]]:
    return [(found.period, found.value, found.kind) for found in batch.observations]


def test_a_quiet_day_is_no_episode_and_tomorrow_is_a_forecast() -> None:
    body = (PAYLOADS / "airparif-episodes" / "quiet.json").read_bytes()

    batch = airparif_episodes.parse(Page("x", "", body, READ_AT))

    assert values(batch) == [
        ("2026-02-10", 0.0, Kind.PUBLISHED),
        ("2026-02-11", 0.0, Kind.FORECAST),
    ]
    assert batch.observations[0].key.indicator == "episode-pollution"
    assert batch.observations[0].key.place == "ile-de-france"


@pytest.mark.parametrize(
    ("levels", "value"),
    [
        ((), 0),
        (("-", "-"), 0),
        (("-", "information"), 1),
        (("Information-Recommandation",), 1),
        (("information et recommandation", "alerte"), 2),
        (("Alerte sur persistance", "-"), 2),
    ],
)
def test_the_day_has_the_highest_level_of_its_pollutants(
    levels: tuple[str, ...], value: float
) -> None:
    batch = parsed({"jour": told(*levels, is_on=value > 0)})

    assert values(batch) == [("2026-02-10", value, Kind.PUBLISHED)]


def test_the_day_is_that_of_reading_in_paris() -> None:
    late = datetime(2026, 2, 10, 23, 30, tzinfo=UTC)

    assert values(parsed({"jour": told()}, late))[0][0] == "2026-02-11"


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        # One level that nobody knows: the rest would look safer than it is.
        (told("-", "80"), Refused.UNKNOWN_WORD),
        (told("-", "vigilance"), Refused.UNKNOWN_WORD),
        (told("alerte", None), Refused.MISSING_FIELD),
        (told("alerte", {}), Refused.NOT_A_NUMBER),
        (told(is_on=True), Refused.OUT_OF_RANGE),
        (told("-", is_on=True), Refused.OUT_OF_RANGE),
        (told("alerte", is_on=False), Refused.OUT_OF_RANGE),
    ],
)
def test_a_day_that_cannot_be_sure_is_refused_whole(
    day: dict[str, object], reason: Refused
) -> None:
    batch = parsed({"jour": day, "demain": told("information", is_on=True)})

    assert values(batch) == [("2026-02-11", 1.0, Kind.FORECAST)]
    assert [lost.reason for lost in batch.rejects] == [reason]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"jour": ', Reason.NOT_JSON),
        (b"[]", Reason.UNKNOWN_SHAPE),
        (b'{"demain": {"polluants": []}}', Reason.UNKNOWN_SHAPE),
        (b'{"jour": []}', Reason.UNKNOWN_SHAPE),
        (b'{"jour": {"polluants": ["NO2", "information"]}}', Reason.UNKNOWN_SHAPE),
        (b'{"jour": {"polluants": [{"nom": "O3"}]}}', Reason.UNKNOWN_SHAPE),
    ],
)
def test_what_is_no_answer_of_theirs_is_refused_whole(
    body: bytes, reason: Reason
) -> None:
    with pytest.raises(SourceError) as caught:
        airparif_episodes.parse(Page("x", "", body, READ_AT))

    assert caught.value.reason is reason


def test_both_days_come_in_one_answer() -> None:
    http = OneAnswer(page({"jour": told()}))

    assert list(airparif_episodes.fetch(http, READ_AT)) == [http.answer]
    assert list(airparif_episodes.fetch(OneAnswer(None), READ_AT)) == []
    assert http.asked == [("/episodes/en-cours-et-prevus", None)]
