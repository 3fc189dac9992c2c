"""What every source shares: how it fails, and how its JSON is read."""

from datetime import UTC, datetime

import pytest

from climact_issy.connectors.base import (
    ConnectorError,
    Page,
    Reason,
    SourceError,
    decoded,
    objects,
)


def test_a_failure_says_whether_it_may_pass() -> None:
    assert ConnectorError("451", is_temporary=True).is_temporary
    assert str(ConnectorError("refused", is_temporary=False)) == "refused"


def test_json_is_read_and_what_is_none_is_said() -> None:
    at = datetime(2026, 2, 10, tzinfo=UTC)

    assert decoded(Page("x", "", b'{"a": 1}', at)) == {"a": 1}
    for body in (b'{"a":', b"\xff\xfe", b"[" * 100_000):
        with pytest.raises(SourceError) as caught:
            decoded(Page("x", "", body, at))
        assert caught.value.reason is Reason.NOT_JSON


def test_a_list_of_objects_is_found_below_its_names() -> None:
    assert objects({"a": {"b": [{"c": 1}]}}, "a", "b") == [{"c": 1}]
    assert objects([{"c": 1}]) == [{"c": 1}]
    for other in ({}, {"a": []}, {"a": {"b": {}}}, {"a": {"b": [1]}}, None, 5):
        with pytest.raises(SourceError) as caught:
            objects(other, "a", "b")
        assert caught.value.reason is Reason.UNKNOWN_SHAPE
