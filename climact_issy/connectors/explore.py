"""The Opendatasoft Explore API v2.1, which several of our sources speak.

`records` gives at most 100 rows at once and 10,000 in all; `exports` gives any number
in one body. A few days are read by `records`; a back-fill by `exports`, one window
of time after another, so that no body is large.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any, Final, cast

from climact_issy.connectors.base import Http, Page, Reason, SourceError, by_pages

PAGE_ROWS: Final = 100
WINDOW: Final = timedelta(days=180)
"""Of one export: 180 days of quarter hours are 17,280 rows."""
MOST_PAGES: Final = 10

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Query:
    """What to ask of one data set.

    Attributes:
        dataset: its identifier.
        time_field: field of the instant, also the order.
        fields: those to send; the instant is one of them.
        where: a further condition, "" for none.
        is_paged_within: how far back rows are read by pages.
    """

    dataset: str
    time_field: str
    fields: tuple[str, ...]
    where: str = ""
    is_paged_within: timedelta = timedelta(days=3)


def fetch(http: Http, query: Query, since: datetime) -> Iterator[Page]:
    """Ask for every row from an instant on, oldest first.

    Args:
        http: the port.
        query: what to ask.
        since: aware instant, included.
    """
    now = http.now()
    if now - since <= query.is_paged_within:
        yield from _by_pages(http, query, since)
        return
    start = since
    while start < now:
        end = start + WINDOW
        page = http.get(
            f"{_of(query)}/exports/json",
            _asked(query, start, end if end < now else None),
        )
        if page is not None:
            yield page
        start = end


def rows(page: Page) -> list[Row]:
    """Return the rows of a page of either kind.

    Raises:
        SourceError: it is not JSON, or of no known shape.
    """
    try:
        found = json.loads(page.body)
    except (ValueError, RecursionError):
        raise SourceError(Reason.NOT_JSON, "the body is not JSON") from None
    if isinstance(found, dict):
        found = cast("Row", found).get("results")
    if not isinstance(found, list):
        raise SourceError(Reason.UNKNOWN_SHAPE, "no list of results")
    told = cast("list[object]", found)
    if not all(isinstance(row, dict) for row in told):
        raise SourceError(Reason.UNKNOWN_SHAPE, "a row is no object")
    return cast("list[Row]", told)


def _by_pages(http: Http, query: Query, since: datetime) -> Iterator[Page]:
    asked = _asked(query, since) | {"limit": str(PAGE_ROWS)}
    further = (asked | {"offset": str(n * PAGE_ROWS)} for n in range(1, MOST_PAGES))
    path = f"{_of(query)}/records"
    yield from by_pages(
        http, path, chain([asked], further), lambda page: len(rows(page)), PAGE_ROWS
    )


def _of(query: Query) -> str:
    return f"/api/explore/v2.1/catalog/datasets/{query.dataset}"


def _asked(
    query: Query, start: datetime, end: datetime | None = None
) -> dict[str, str]:
    field = query.time_field
    parts = [f"{field} >= {_literal(start)}"]
    if end is not None:
        parts.append(f"{field} < {_literal(end)}")
    if query.where:
        parts.append(query.where)
    return {
        "select": ",".join(query.fields),
        "where": " and ".join(parts),
        "order_by": field,
        "timezone": "UTC",
    }


def _literal(at: datetime) -> str:
    return f"date'{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}'"
