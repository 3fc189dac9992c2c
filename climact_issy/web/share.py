"""Cards for social networks: what the city, or one neighbourhood, has come to."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from climact_issy import database, routes, texts
from climact_issy.content import neighbourhoods
from climact_issy.domain.gestures import Board
from climact_issy.presenters import share_cards
from climact_issy.presenters.share_cards import CardView
from climact_issy.services import leaderboards, seasons
from climact_issy.settings import get_settings
from climact_issy.texts import Translator
from climact_issy.web import pictures, share_card

KEPT_SECONDS: Final = 60.0
"""A card shows figures at most this old; a gesture does not draw it again."""

router = APIRouter(include_in_schema=False)

Write = Callable[[Translator, Board], CardView]
Language = Annotated[str, Query(max_length=16)]
_kept: dict[tuple[str, str], tuple[float, bytes]] = {}


@router.get(routes.SHARE_CITY)
async def city(lang: Language = "fr") -> Response:
    """Answer the card of the shared goal, 1200 by 630 pixels."""
    is_demo = get_settings().is_demo
    return await _card(
        "", lang, lambda t, board: share_cards.city_card(t, board, is_demo=is_demo)
    )


@router.get(routes.SHARE_NEIGHBOURHOODS + "/{slug}.png")
async def neighbourhood(slug: str, lang: Language = "fr") -> Response:
    """Answer the card of a neighbourhood, 1200 by 630 pixels.

    Raises:
        NotFound: no neighbourhood has this slug.
    """
    neighbourhoods.by_slug(slug)
    is_demo = get_settings().is_demo
    return await _card(
        slug,
        lang,
        lambda t, board: share_cards.neighbourhood_card(
            t, board, slug, is_demo=is_demo
        ),
    )


async def _card(slug: str, language: str, write: Write) -> Response:
    t = texts.for_language(language)
    key = (slug, t.language)
    until, picture = _kept.get(key, (0.0, b""))
    if until <= time.monotonic():
        drawing = share_card.card(write(t, await _board()))
        picture = await pictures.png(drawing, zoom=1.0)
        _kept[key] = (time.monotonic() + KEPT_SECONDS, picture)
    headers = {"Cache-Control": f"public, max-age={int(KEPT_SECONDS)}"}
    return Response(picture, headers=headers, media_type="image/png")


def forget() -> None:
    """Drop every card (tests)."""
    _kept.clear()


async def _board() -> Board:
    now = datetime.now(UTC)
    rule = await database.read(lambda s: seasons.rule(s, now=now))
    return await database.read(lambda s: leaderboards.board(s, rules=rule, now=now))
