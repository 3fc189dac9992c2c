"""The addresses of the site: one of each kind of page, and all of them."""

from dataclasses import dataclass

from climact_issy import routes
from climact_issy.content import actions, indicators, neighbourhoods
from climact_issy.routes import Language, Route


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page.

    Attributes:
        name: what it is called in the reports.
        route: its addresses.
        is_live: whether it is a page of the app; the others need no script.
        is_mine: whether somebody is signed in.
        is_main: whether it is checked on a desk too.
    """

    name: str
    route: Route
    is_live: bool = True
    is_mine: bool = False
    is_main: bool = False


def kinds() -> list[Kind]:
    """Return one page of each kind."""
    code = Route("/auth/code", "/auth/code?language=en")
    confirm = Route("/auth/confirm?token=x", "/auth/confirm?token=x&language=en")
    return [
        Kind("home", routes.HOME, is_main=True),
        Kind("act", routes.ACT, is_main=True),
        Kind("action", routes.action("prendre-le-velo"), is_main=True),
        Kind("action-mine", routes.action("composter"), is_mine=True),
        Kind("action-once", routes.action("purger-les-radiateurs")),
        Kind("action-yearly", routes.action("isoler-son-logement")),
        Kind("race", routes.NEIGHBOURHOODS, is_main=True),
        Kind("race-mine", routes.NEIGHBOURHOODS, is_mine=True),
        Kind("neighbourhood", routes.neighbourhood("centre-ville")),
        Kind("neighbourhood-unranked", routes.neighbourhood("les-iles")),
        Kind("indicators", routes.INDICATORS, is_main=True),
        Kind("compare", routes.COMPARE),
        Kind(
            "compare-chosen",
            routes.comparison("electricite-annee", "budget-climat"),
            is_main=True,
        ),
        Kind(
            "compare-index",
            routes.comparison("electricite-annee", "budget-climat", is_index=True),
        ),
        Kind(
            "compare-apart",
            routes.comparison("electricite-mois-heure", "co2-mauna-loa"),
        ),
        Kind("climate-budget", routes.CLIMATE_BUDGET, is_main=True),
        Kind(
            "climate-budget-chosen",
            routes.simulation(10_000, ["teletravailler", "composter"]),
        ),
        *(
            Kind(f"indicator-{found.slug}", routes.indicator(found.slug))
            for found in _one_a_shape()
        ),
        Kind("me", routes.ME),
        Kind("me-mine", routes.ME, is_mine=True, is_main=True),
        Kind("welcome", routes.WELCOME, is_mine=True),
        Kind("teams", routes.TEAMS, is_mine=True),
        Kind("ranking", routes.RANKING, is_mine=True),
        Kind("challenges", routes.CHALLENGES, is_main=True),
        Kind("challenge-goal", routes.challenge("issy-sans-moteur"), is_main=True),
        Kind("challenge-race", routes.challenge("demo-course-passee")),
        Kind("challenge-pledge", routes.challenge("sans-dechet-jetable"), is_mine=True),
        Kind("challenge-event", routes.challenge("demo-repair-cafe"), is_mine=True),
        Kind("challenge-missing", routes.challenge("nulle-part")),
        Kind("weather", routes.WEATHER, is_main=True),
        Kind("event-code", Route(f"{routes.CODE.fr}?code=CDFH-JKMN", routes.CODE.en)),
        Kind("event-code-mine", routes.CODE, is_mine=True),
        Kind("badges", routes.BADGES),
        Kind("badges-mine", routes.BADGES, is_mine=True, is_main=True),
        Kind("sign-in", routes.SIGN_IN, is_live=False),
        Kind("code", code, is_live=False),
        Kind("confirm", confirm, is_live=False),
        Kind("about", routes.ABOUT),
        Kind("rules", routes.RULES),
        Kind("sources", routes.SOURCES),
        Kind("accessibility", routes.ACCESSIBILITY),
        Kind("privacy", routes.PRIVACY),
        Kind("legal", routes.LEGAL),
        Kind("embedding", routes.EMBEDDING, is_main=True),
    ]


def _one_a_shape() -> list[indicators.Indicator]:
    found: dict[object, indicators.Indicator] = {}
    for indicator in indicators.shown(is_demo=True):
        found.setdefault(indicator.shape, indicator)
    return list(found.values())


def every_page() -> list[tuple[str, Language]]:
    """Return every prerendered address of the demonstration, with its language."""
    found = [
        *(r for r in routes.PAGES.values() if r != routes.SIGN_IN),
        *(routes.action(a.slug) for a in actions.catalogue()),
        *(routes.indicator(i.slug) for i in indicators.shown(is_demo=True)),
        *(routes.neighbourhood(n.slug) for n in neighbourhoods.neighbourhoods()),
    ]
    return [(route.to(name), name) for route in found for name in routes.LANGUAGES]
