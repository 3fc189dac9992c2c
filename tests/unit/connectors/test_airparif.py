"""The ATMO index of Issy by Airparif, read with the clock held still."""

import json
from datetime import UTC, datetime

import pytest

from climact_issy.connectors import airparif
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.domain.observations import Batch, Kind, Refused
from tests.support.one_answer import OneAnswer
from tests.support.source_cases import PAYLOADS

READ_AT = datetime(2026, 2, 10, 11, 0, tzinfo=UTC)


def page(*rows: object, at: datetime = READ_AT) -> Page:
    return Page("x", "application/json", json.dumps({"92040": rows}).encode(), at)


def row(day: str = "2026-02-10", word: object = "Bon") -> dict[str, object]:
    return {"date": day, "no2": "Bon", "indice": word}


def values(batch: Batch) -> list[tuple[str, float | None, Kind]]:
    return [(found.period, found.value, found.kind) for found in batch.observations]


def test_today_is_the_index_and_tomorrow_a_forecast() -> None:
    body = (PAYLOADS / "airparif" / "commune.json").read_bytes()

    batch = airparif.parse(Page("x", "", body, READ_AT))

    assert values(batch) == [
        ("2026-02-10", 3.0, Kind.PUBLISHED),
        ("2026-02-11", 2.0, Kind.FORECAST),
    ]
    assert batch.observations[0].key.indicator == "indice-atmo"
    assert batch.observations[0].key.place == "issy-les-moulineaux"
    assert not batch.rejects


def test_the_day_is_the_one_of_paris() -> None:
    # Half past eleven in the evening in London: Paris is a day further.
    late = datetime(2026, 2, 10, 23, 30, tzinfo=UTC)

    batch = airparif.parse(page(row("2026-02-11"), row("2026-02-12"), at=late))

    assert [found.kind for found in batch.observations] == [
        Kind.PUBLISHED,
        Kind.FORECAST,
    ]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("Bon", 1),
        ("moyen", 2),
        ("Dégradé", 3),
        ("DEGRADE", 3),
        ("Mauvais", 4),
        ("Très Mauvais", 5),
        ("Extrêmement  mauvais ", 6),
        ("", None),
        (None, None),
    ],
)
def test_each_official_word_is_a_class(word: object, value: float | None) -> None:
    assert values(airparif.parse(page(row(word=word)))) == [
        ("2026-02-10", value, Kind.PUBLISHED)
    ]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row(word="Absent"), Refused.UNKNOWN_WORD),
        (row(word="Événement"), Refused.UNKNOWN_WORD),
        (row(word="Très bon"), Refused.UNKNOWN_WORD),
        (row(word=3), Refused.UNKNOWN_WORD),
        (row(word=["Bon"]), Refused.NOT_A_NUMBER),
        (row("2026-02"), Refused.BAD_PERIOD),
        (row("demain"), Refused.BAD_PERIOD),
        ({"date": "2026-02-09"}, Refused.MISSING_FIELD),
    ],
)
def test_what_is_no_class_is_refused_alone(
    bad: dict[str, object], reason: Refused
) -> None:
    batch = airparif.parse(page(row("2026-02-08"), bad))

    assert values(batch) == [("2026-02-08", 1.0, Kind.PUBLISHED)]
    assert [lost.reason for lost in batch.rejects] == [reason]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"92040": [', Reason.NOT_JSON),
        (b"[]", Reason.UNKNOWN_SHAPE),
        (b'{"75101": []}', Reason.UNKNOWN_SHAPE),
        (b'{"92040": [1]}', Reason.UNKNOWN_SHAPE),
        (b'{"92040": [{"date": "2026-02-10"}]}', Reason.UNKNOWN_SHAPE),
    ],
)
def test_what_is_no_answer_of_theirs_is_refused_whole(
    body: bytes, reason: Reason
) -> None:
    with pytest.raises(SourceError) as caught:
        airparif.parse(Page("x", "", body, READ_AT))

    assert caught.value.reason is reason


def test_issy_is_asked_for() -> None:
    http = OneAnswer(page())

    assert list(airparif.fetch(http, READ_AT)) == [http.answer]
    assert list(airparif.fetch(OneAnswer(None), READ_AT)) == []
    assert http.asked == [("/indices/prevision/commune", {"insee": "92040"})]
    assert airparif.SOURCE.key_header == "X-Api-Key"
