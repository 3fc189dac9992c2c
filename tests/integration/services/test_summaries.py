"""A summary is kept as it was computed: what is missing stays missing."""

from dataclasses import replace
from datetime import UTC, date, datetime

from climact_issy.database import Database
from climact_issy.domain.observations import SeriesKey
from climact_issy.domain.summaries import Baseline, Range, Slope, Summary, Trend, Usual
from climact_issy.services import summaries

KEY = SeriesKey("velos-quai-d-issy", "main", "issy-les-moulineaux")
SPAN = (date(2025, 11, 1), date(2026, 11, 29))
WHOLE = Summary(
    key=KEY,
    period="2026-11-29T17:00Z",
    computed_at=datetime(2026, 11, 29, 18, 20, tzinfo=UTC),
    n=9000,
    days=394,
    span=SPAN,
    usual=Usual(11, 18, 42, Range(20.0, 24.0, 29.5)),
    trend=Trend(52, SPAN, Slope(-1.0, 0.5, 2.0)),
    baseline=Baseline(-3.5, 28, (date(2025, 11, 3), date(2025, 11, 30))),
    per_person=0.000646,
    people=12463067,
)
EMPTY = replace(
    WHOLE, usual=None, trend=None, baseline=None, per_person=None, people=None
)
LITTLE = replace(
    EMPTY,
    usual=Usual(11, None, 3, None),
    trend=Trend(0, None, None),
    baseline=Baseline(None, 3, None),
)


def test_what_is_written_is_what_is_read(database: Database) -> None:
    assert database.read_here(lambda s: summaries.of(s, KEY)) is None
    for found in (WHOLE, EMPTY, LITTLE, WHOLE):
        database.run_here(lambda s, found=found: summaries.write(s, found))
        assert database.read_here(lambda s: summaries.of(s, KEY)) == found


def test_each_figure_has_its_own_row(database: Database) -> None:
    other = replace(WHOLE, key=replace(KEY, indicator="dioxyde-azote"))
    for found in (WHOLE, other):
        database.run_here(lambda s, found=found: summaries.write(s, found))
    assert database.read_here(summaries.known) == {
        "velos-quai-d-issy",
        "dioxyde-azote",
    }

    database.run_here(lambda s: summaries.forget(s, KEY))
    assert database.read_here(summaries.known) == {"dioxyde-azote"}
