"""Two figures as one table: /api/v1/pairs.csv, joined by period.

The page of a comparison offers it, and without any script its form asks for it.
"""

from datetime import date
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from climact_issy import routes, texts
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.errors import BadInput, NotFound
from climact_issy.domain.figure_pairs import Rhythm, by_year
from climact_issy.presenters import live
from climact_issy.presenters.figure_pairs import live_track
from climact_issy.presenters.pair_words import Known
from climact_issy.web.indicators_csv import provenance, sheet
from climact_issy.web.live_readings import reading

HEADS: Final = (
    "period",
    "a_value",
    "a_unit",
    "a_status",
    "a_remark_fr",
    "a_remark_en",
    "b_value",
    "b_unit",
    "b_status",
    "b_remark_fr",
    "b_remark_en",
)

router = APIRouter(tags=["indicators"])


@router.get(routes.API_PAIR, response_class=Response)
async def download_pair(a: str = "", b: str = "") -> Response:
    """Return two figures as one CSV file by period; a gap is an empty value.

    Args:
        a: slug of one figure.
        b: slug of another one of the same rhythm: two by year, or two live ones.

    Raises:
        NotFound: a figure does not exist, or the two have no table in common.
        BadInput: it is twice the same figure.
    """
    both = (await _known(a), await _known(b))
    if a == b:
        code = "same_figure"
        raise BadInput(code)
    first, second = (known.track.rhythm for known in both)
    if first is not second or first is Rhythm.NONE:
        code = "no_common_table"
        raise NotFound(code)
    return Response(
        pair_text(*both),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{a}+{b}.csv"'},
    )


def pair_text(one: Known, other: Known) -> str:
    """Write every period that either figure knows, with the provenance of both."""
    lines: list[str] = []
    for letter, known in (("a", one), ("b", other)):
        for language in routes.LANGUAGES:
            told = provenance(texts.for_language(language), known.indicator)
            lines += [f"{letter}. {line}" for line in told]
    periods = sorted({*one.track.points, *other.track.points})
    rows = [
        [_period(one.track.rhythm, at), *_cells(one, at), *_cells(other, at)]
        for at in periods
    ]
    return sheet(lines, HEADS, rows)


async def _known(slug: str) -> Known:
    """Return a real figure with its results in time.

    Raises:
        NotFound: none has this slug; the invented ones share no table with it.
    """
    if not live_indicators.is_live(slug):
        indicator = catalogue.by_slug(slug)
        return Known(indicator, by_year(indicator))
    found, _ = await reading(slug)
    filled = live.filled(live_indicators.by_slug(slug), found)
    return Known(filled, live_track(filled, found))


def _period(rhythm: Rhythm, at: int) -> str:
    return date.fromordinal(at).isoformat() if rhythm is Rhythm.DAY else str(at)


def _cells(known: Known, at: int) -> list[object]:
    point = known.track.points.get(at)
    unit = known.indicator.unit[0]
    if point is None or point.value is None:
        return ["", unit, "", "", ""]
    return [point.value, unit, point.status.value, *point.remark]
