"""The indicators as open data: /api/v1/indicators, one address each, and its CSV."""

from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from climact_issy import routes
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import Indicator, Point, Series
from climact_issy.presenters.live import filled
from climact_issy.settings import get_settings
from climact_issy.web.indicators_csv import csv_text
from climact_issy.web.live_readings import reading

Item = dict[str, object]
LICENCE: Final = "See the licence of each item"

router = APIRouter(prefix=routes.API_INDICATORS, tags=["indicators"])


@router.get("")
async def list_indicators() -> Item:
    """List the newest value of every indicator, with its source and licence."""
    live = [await _live(slug) for slug in live_indicators.slugs()]
    shown = (*catalogue.shown(is_demo=get_settings().is_demo), *live)
    return {"items": [_item(indicator) for indicator in shown], "licence": LICENCE}


@router.get("/{slug}.csv", response_class=Response)
async def download_indicator(slug: str) -> Response:
    """Return the series of one indicator as a CSV file, with its licence on top.

    Raises:
        NotFound: none has this slug; answered as a problem document.
    """
    indicator = await _known(slug)
    return Response(
        csv_text(indicator),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{indicator.slug}.csv"'},
    )


@router.get("/{slug}")
async def read_indicator(slug: str) -> Item:
    """Return one indicator with its series; a gap is a null value.

    Raises:
        NotFound: none has this slug; answered as a problem document.
    """
    indicator = await _known(slug)
    return {
        **_item(indicator),
        "explanation": _words(indicator.explanation),
        "caveat": _words(indicator.caveat),
        "series": [_series(series) for series in indicator.series],
    }


async def _known(slug: str) -> Indicator:
    """Return a figure with its series, live or bundled.

    Raises:
        NotFound: none has this slug.
    """
    if live_indicators.is_live(slug):
        return await _live(slug)
    return catalogue.by_slug(slug, is_demo=get_settings().is_demo)


async def _live(slug: str) -> Indicator:
    known, _ = await reading(slug)
    return filled(live_indicators.by_slug(slug), known)


def _item(indicator: Indicator) -> Item:
    latest = indicator.latest
    return {
        "slug": indicator.slug,
        "title": _words(indicator.title),
        "value": latest.value if latest else None,
        "unit": indicator.unit[0],
        "period": latest.period if latest else None,
        "status": latest.status.value if latest else None,
        "place": indicator.place[0],
        "ceiling": indicator.ceiling,
        "source": indicator.source,
        "source_url": indicator.source_url or None,
        "licence": indicator.licence,
        "version": indicator.version,
        "retrieved_on": indicator.retrieved_on.isoformat(),
        "is_demo": indicator.is_demo,
        "page": get_settings().address + routes.indicator(indicator.slug).fr,
    }


def _series(series: Series) -> Item:
    return {
        "key": series.key,
        "label": _words(series.label),
        "points": [_point(point) for point in series.points],
    }


def _point(point: Point) -> Item:
    return {
        "period": point.period,
        "label": _words(point.label),
        "value": point.value,
        "status": point.status.value if point.value is not None else None,
        "source_url": point.source_url or None,
    }


def _words(pair: tuple[str, str]) -> dict[str, str]:
    return dict(zip(routes.LANGUAGES, pair, strict=True))
