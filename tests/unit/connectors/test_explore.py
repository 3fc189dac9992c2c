"""A few days are asked page by page, a long past window by window."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from climact_issy.connectors import explore
from climact_issy.connectors.base import Page

NOW = datetime(2023, 9, 12, 17, 0, tzinfo=UTC)
QUERY = explore.Query("a-set", "at", ("at", "value"), where="place = 'x'")


class Fake:
    """The port, with pages of given lengths; None stands for "not changed"."""

    def __init__(self, *lengths: int | None) -> None:
        self.lengths = list(lengths)
        self.asked: list[tuple[str, dict[str, str]]] = []

    def now(self) -> datetime:
        return NOW

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Page | None:
        self.asked.append((path, dict(params or {})))
        length = self.lengths.pop(0)
        if length is None:
            return None
        body = json.dumps({"results": [{"at": i} for i in range(length)]}).encode()
        return Page(path, "application/json", body, NOW)


def test_pages_follow_until_one_is_not_full() -> None:
    http = Fake(100, 100, 7)

    pages = list(explore.fetch(http, QUERY, NOW - timedelta(days=1)))

    assert [len(explore.rows(page)) for page in pages] == [100, 100, 7]
    assert [asked.get("offset") for _, asked in http.asked] == [None, "100", "200"]
    path, asked = http.asked[0]
    assert path == "/api/explore/v2.1/catalog/datasets/a-set/records"
    assert asked == {
        "select": "at,value",
        "where": "at >= date'2023-09-11T17:00:00Z' and place = 'x'",
        "order_by": "at",
        "timezone": "UTC",
        "limit": "100",
    }


def test_what_has_not_changed_ends_the_reading() -> None:
    http = Fake(None)

    assert not list(explore.fetch(http, QUERY, NOW))
    assert len(http.asked) == 1


def test_a_long_past_is_exported_in_windows_that_meet() -> None:
    http = Fake(5, 5, 5)
    since = NOW - 2 * explore.WINDOW - timedelta(days=10)

    pages = list(explore.fetch(http, QUERY, since))

    assert len(pages) == 3
    wheres = [asked["where"] for _, asked in http.asked]
    middle = f"{since + explore.WINDOW:%Y-%m-%dT%H:%M:%SZ}"
    assert f"at < date'{middle}'" in wheres[0]
    assert f"at >= date'{middle}'" in wheres[1]
    assert "at < " not in wheres[2]
    assert all(path.endswith("/exports/json") for path, _ in http.asked)


def test_an_export_is_a_bare_list() -> None:
    page = Page("x", "application/json", b'[{"at": 1}]', NOW)

    assert explore.rows(page) == [{"at": 1}]
