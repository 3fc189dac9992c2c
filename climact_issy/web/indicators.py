"""The indicators as open data: /api/v1/indicators, one address each, and its CSV.

The third face of one presenter, beside the page and the embed: the same sentences,
levels and chart geometry, for programs.
"""

from dataclasses import asdict
from typing import Final

from fastapi import APIRouter
from starlette.responses import Response

from climact_issy import routes, texts
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.indicators import Indicator, Point, Series
from climact_issy.presenters import embeds, indicators, live
from climact_issy.presenters.embeds import Options
from climact_issy.presenters.indicator_words import plain, sentence
from climact_issy.presenters.indicators import IndicatorView
from climact_issy.presenters.readings import level
from climact_issy.settings import get_settings
from climact_issy.web.indicators_csv import csv_text
from climact_issy.web.live_readings import reading

Item = dict[str, object]
Views = dict[str, IndicatorView]
LICENCE: Final = "See the licence of each item"
AGE: Final = "public, max-age=60"
"""After that, a program asks again with the ETag that every answer carries."""

router = APIRouter(prefix=routes.API_INDICATORS, tags=["indicators"])


@router.get("")
async def list_indicators(response: Response) -> Item:
    """List the newest value of every indicator, with its source and licence."""
    response.headers["Cache-Control"] = AGE
    bundled = catalogue.shown(is_demo=get_settings().is_demo)
    items = [_item(indicator, _said(indicator)) for indicator in bundled]
    for slug in live_indicators.slugs():
        indicator, views = await _live(slug)
        items.append(_item(indicator, _texts(views)))
    return {"items": items, "licence": LICENCE}


@router.get("/{slug}.csv", response_class=Response)
async def download_indicator(slug: str) -> Response:
    """Return the series of one indicator as a CSV file, with its licence on top.

    Raises:
        NotFound: none has this slug; answered as a problem document.
    """
    indicator, _ = await _known(slug)
    return Response(
        csv_text(indicator),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{indicator.slug}.csv"'},
    )


@router.get("/{slug}")
async def read_indicator(slug: str, response: Response) -> Item:
    """Return one indicator with its series and chart; a gap is a null value.

    Raises:
        NotFound: none has this slug; answered as a problem document.
    """
    indicator, views = await _known(slug)
    response.headers["Cache-Control"] = AGE
    return {
        **_item(indicator, _texts(views)),
        "explanation": _words(indicator.explanation),
        "caveat": _words(indicator.caveat),
        "series": [_series(indicator, series) for series in indicator.series],
        "chart": {
            name: asdict(view.chart) if view.chart else None
            for name, view in views.items()
        },
    }


async def _known(slug: str) -> tuple[Indicator, Views]:
    """Return a figure with its series, live or bundled, and what pages say of it.

    Raises:
        NotFound: none has this slug.
    """
    if live_indicators.is_live(slug):
        return await _live(slug)
    indicator = catalogue.by_slug(slug, is_demo=get_settings().is_demo)
    return indicator, {
        name: indicators.view(texts.for_language(name), indicator)
        for name in routes.LANGUAGES
    }


async def shown_now(*, is_demo: bool) -> tuple[Indicator, ...]:
    """Return every indicator; a live one with its last known day.

    Args:
        is_demo: whether the invented ones of a demonstration are among them.
    """
    live_now = [(await _live(slug))[0] for slug in live_indicators.slugs()]
    return (*catalogue.shown(is_demo=is_demo), *live_now)


async def _live(slug: str) -> tuple[Indicator, Views]:
    known, at = await reading(slug)
    described = live_indicators.by_slug(slug)
    return live.filled(described, known), {
        name: live.indicator_view(texts.for_language(name), described, known, at)
        for name in routes.LANGUAGES
    }


def _said(indicator: Indicator) -> dict[str, str]:
    return {
        name: plain(sentence(texts.for_language(name), indicator))
        for name in routes.LANGUAGES
    }


def _texts(views: Views) -> dict[str, str]:
    return {name: view.text for name, view in views.items()}


def _item(indicator: Indicator, said: dict[str, str]) -> Item:
    latest = indicator.latest
    site = get_settings().address
    return {
        "slug": indicator.slug,
        "title": _words(indicator.title),
        "sentence": said,
        "level": level(indicator).value,
        "value": latest.value if latest else None,
        "class": _class(indicator, latest),
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
        "page": site + routes.indicator(indicator.slug).fr,
        "embed": site + embeds.path(indicator.slug, Options()),
        "picture": site + embeds.picture(indicator.slug, Options(), "png"),
    }


def _class(indicator: Indicator, point: Point | None) -> Item | None:
    """Return the official class of a value with its scale, None for a measure."""
    if indicator.classes is None or point is None:
        return None
    grade = indicator.classes.grade(point.value)
    if grade is None:
        return None
    return {"scale": _words(indicator.classes.scale), "word": _words(grade.word)}


def _series(indicator: Indicator, series: Series) -> Item:
    return {
        "key": series.key,
        "label": _words(series.label),
        "points": [_point(indicator, point) for point in series.points],
    }


def _point(indicator: Indicator, point: Point) -> Item:
    return {
        "period": point.period,
        "label": _words(point.label),
        "value": point.value,
        "class": _class(indicator, point),
        "status": point.status.value if point.value is not None else None,
        "source_url": point.source_url or None,
    }


def _words(pair: tuple[str, str]) -> dict[str, str]:
    return dict(zip(routes.LANGUAGES, pair, strict=True))
