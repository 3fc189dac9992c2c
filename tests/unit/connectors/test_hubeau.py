"""The nitrates in the tap water of Issy, read with the clock held still."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from climact_issy.connectors import hubeau
from climact_issy.connectors.base import Page, Reason, SourceError
from climact_issy.domain.observations import Batch, Kind, Refused
from tests.support.source_cases import PAYLOADS

READ_AT = datetime(2023, 9, 20, 10, 0, tzinfo=UTC)
AT = "2023-08-18T09:30:00Z"


def page(body: bytes | list[dict[str, object]]) -> Page:
    told = body if isinstance(body, bytes) else json.dumps({"data": body}).encode()
    return Page("https://hubeau.eaufrance.fr/x", "application/json", told, READ_AT)


def row(at: str = AT, value: object = 21.4, **other: object) -> dict[str, object]:
    return {
        "code_commune": "92040",
        "code_parametre": "1340",
        "code_prelevement": f"of {at}",
        "date_prelevement": at,
        "resultat_numerique": value,
        "resultat_alphanumerique": None,
        "libelle_unite": "mg/L",
        "limite_qualite_parametre": "<=50 mg/L",
        **other,
    }


def values(batch: Batch) -> list[tuple[str, float | None]]:
    return [(found.period, found.value) for found in batch.observations]


class Fake:
    """The port, with answers of given lengths."""

    def __init__(self, *lengths: int) -> None:
        self.lengths = list(lengths)
        self.asked: list[dict[str, str]] = []

    def now(self) -> datetime:
        return READ_AT

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Page | None:
        assert path == "/api/v1/qualite_eau_potable/resultats_dis"
        self.asked.append(dict(params or {}))
        return page([row()] * self.lengths.pop(0))


def test_the_answer_is_read_without_other_towns_and_parameters() -> None:
    body = (PAYLOADS / "hubeau-eau-potable" / "resultats_dis.json").read_bytes()

    batch = hubeau.parse(page(body))

    assert values(batch) == [("2023-08-18T09:30Z", 21.4)]
    assert batch.observations[0].unit == "mg/L"
    assert batch.observations[0].kind is Kind.PUBLISHED
    assert not batch.rejects


def test_the_recorded_row_of_another_town_and_parameter_is_read_by_its_own_codes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    body = (PAYLOADS / "hubeau-eau-potable" / "resultats_dis.json").read_bytes()
    monkeypatch.setattr(hubeau, "COMMUNE", "59310")
    monkeypatch.setattr(hubeau, "NITRATES", "1399")
    monkeypatch.setattr(hubeau, "UNIT", "mg(Cl2)/L")

    assert values(hubeau.parse(page(body))) == [("2023-08-18T11:01Z", 0.67)]


def test_issy_and_nitrates_are_asked_for_from_a_day_on_page_by_page() -> None:
    http = Fake(hubeau.PAGE_ROWS, 3)

    # Half past eleven in the evening in London is the next day in Paris.
    pages = list(hubeau.fetch(http, datetime(2023, 8, 17, 22, 30, tzinfo=UTC)))

    assert len(pages) == 2
    assert [asked["page"] for asked in http.asked] == ["1", "2"]
    assert http.asked[0]["code_commune"] == "92040"
    assert http.asked[0]["code_parametre"] == "1340"
    assert http.asked[0]["date_min_prelevement"] == "2023-08-18"


def test_a_decimal_comma_is_read_where_there_is_no_number() -> None:
    told = row(value=None, resultat_alphanumerique="0,67")

    assert values(hubeau.parse(page([told]))) == [("2023-08-18T09:30Z", 0.67)]


def test_a_sample_without_a_result_is_a_gap() -> None:
    assert values(hubeau.parse(page([row(value=None)]))) == [
        ("2023-08-18T09:30Z", None)
    ]


def test_of_two_places_in_one_minute_the_higher_one_counts() -> None:
    one, other = row(value=12, code_prelevement="a"), row(value=9, code_prelevement="b")

    batch = hubeau.parse(page([one, other]))

    assert values(batch) == [("2023-08-18T09:30Z", 12.0)]
    assert not batch.rejects


def test_one_sample_told_twice_is_kept_once() -> None:
    batch = hubeau.parse(page([row(value=12), row(value=9)]))

    assert values(batch) == [("2023-08-18T09:30Z", 9.0)]
    assert [found.reason for found in batch.rejects] == [Refused.DUPLICATE]


@pytest.mark.parametrize(
    ("value", "written", "reason"),
    [
        ("ND", None, Refused.NOT_A_NUMBER),
        (None, "<0,5", Refused.NOT_A_NUMBER),
        (float("nan"), None, Refused.NOT_FINITE),
        (-1, None, Refused.OUT_OF_RANGE),
        (1001, None, Refused.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_a_result_is_refused_alone(
    value: object, written: object, reason: Refused
) -> None:
    bad = row("2023-08-19T09:30:00Z", value, resultat_alphanumerique=written)

    batch = hubeau.parse(page([row(), bad]))

    assert values(batch) == [("2023-08-18T09:30Z", 21.4)]
    assert [found.reason for found in batch.rejects] == [reason]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"data": [{', Reason.NOT_JSON),
        (b'{"code": "ValidatorError"}', Reason.UNKNOWN_SHAPE),
        (b'{"data": [1]}', Reason.UNKNOWN_SHAPE),
        (b'{"data": [{"code_commune": "92040", "x": 1}]}', Reason.UNKNOWN_SHAPE),
    ],
)
def test_what_is_no_answer_of_theirs_is_refused_whole(
    body: bytes, reason: Reason
) -> None:
    with pytest.raises(SourceError) as caught:
        hubeau.parse(page(body))

    assert caught.value.reason is reason


@pytest.mark.parametrize(
    "other",
    [{"libelle_unite": "µg/L"}, {"limite_qualite_parametre": "<=40 mg/L"}],
    ids=["unit", "limit"],
)
def test_another_limit_or_unit_than_the_page_names_waits_for_a_person(
    other: dict[str, str],
) -> None:
    with pytest.raises(SourceError) as caught:
        hubeau.parse(page([row(**other)]))

    assert caught.value.reason is Reason.UNKNOWN_SHAPE


def test_an_empty_page_is_no_mistake() -> None:
    assert hubeau.parse(page([])) == Batch()
