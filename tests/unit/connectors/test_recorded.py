"""One real day travels with the code."""

from datetime import UTC, datetime, timedelta

import pytest

from climact_issy.connectors import recorded
from climact_issy.connectors.base import Page, SourceError
from climact_issy.domain.observations import Refused

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class Nobody:
    """A port that must not be asked."""

    def now(self) -> datetime:
        return NOW

    def get(self, path: str, params: object = None) -> Page | None:
        raise AssertionError(path, params)


def pages() -> list[Page]:
    return list(recorded.fetch(Nobody(), NOW))


def test_it_has_the_quarter_hours_of_its_file() -> None:
    (page,) = pages()

    batch = recorded.parse(page)

    found = {item.period: item.value for item in batch.observations}
    assert len(found) == 97
    assert not batch.rejects
    # Read in the file: 02:00 in Paris is midnight in UTC.
    assert found["2023-09-21T00:00Z"] == 12
    assert found["2023-09-21T06:15Z"] == 21
    assert page.retrieved_at == NOW


def test_it_asks_nobody_and_is_read_once() -> None:
    assert recorded.SOURCE.address == ""
    assert recorded.SOURCE.pace is None
    assert recorded.SOURCE.overlap == timedelta(0)


def test_another_file_is_refused() -> None:
    with pytest.raises(SourceError, match="no columns"):
        recorded.parse(Page("x", "text/csv", b"a,b\n1,2\n", NOW))


def test_a_bad_line_is_refused_alone() -> None:
    body = b"datetime_local,co2_g_per_kwh\n2023-09-21T02:00:00,12\n"

    batch = recorded.parse(Page("x", "text/csv", body, NOW))

    assert [found.reason for found in batch.rejects] == [Refused.NO_TIME_ZONE]
