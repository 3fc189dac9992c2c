"""The whole page table: every static address of the site, in both languages.

Only what people create is ever dynamic; each action, indicator and
neighbourhood is a page of its own, prerendered in its language.
"""

from collections.abc import Iterator
from dataclasses import replace

from climact_issy import routes, texts
from climact_issy.content import (
    actions,
    indicators,
    live_indicators,
    neighbourhoods,
)
from climact_issy.pages.citizen.act import act_page
from climact_issy.pages.citizen.action import action_page
from climact_issy.pages.citizen.badges import badges_page
from climact_issy.pages.citizen.challenge import challenge_page
from climact_issy.pages.citizen.challenges import challenges_page
from climact_issy.pages.citizen.climate_budget import climate_budget_page
from climact_issy.pages.citizen.code import code_page
from climact_issy.pages.citizen.figure_pair import figure_pair_page
from climact_issy.pages.citizen.home import home_page
from climact_issy.pages.citizen.indicator import indicator_page
from climact_issy.pages.citizen.indicators import indicators_page
from climact_issy.pages.citizen.live_indicator import live_indicator_page
from climact_issy.pages.citizen.me import me_page
from climact_issy.pages.citizen.neighbourhood import neighbourhood_page
from climact_issy.pages.citizen.neighbourhoods import neighbourhoods_page
from climact_issy.pages.citizen.ranking import ranking_page
from climact_issy.pages.citizen.seasons import seasons_page
from climact_issy.pages.citizen.study import study_page
from climact_issy.pages.citizen.teams import teams_page
from climact_issy.pages.citizen.weather import weather_page
from climact_issy.pages.citizen.welcome import welcome_page
from climact_issy.pages.entry import Page, entry, with_discovery
from climact_issy.pages.information.about import about_page
from climact_issy.pages.information.accessibility import accessibility_page
from climact_issy.pages.information.embedding import embedding_page
from climact_issy.pages.information.legal import legal_page
from climact_issy.pages.information.privacy import privacy_page
from climact_issy.pages.information.rules import rules_page
from climact_issy.pages.information.source_health import source_health_page
from climact_issy.pages.information.sources import sources_page
from climact_issy.routes import Language
from climact_issy.settings import get_settings
from climact_issy.states.citizen.actions import LogState
from climact_issy.states.citizen.already import AlreadyState
from climact_issy.states.citizen.badges import BadgesState
from climact_issy.states.citizen.board import BoardState
from climact_issy.states.citizen.challenges import (
    ChallengesState,
    ChallengeState,
    CountsForState,
)
from climact_issy.states.citizen.codes import CodeState
from climact_issy.states.citizen.daily import DailyState
from climact_issy.states.citizen.figure_pairs import PairState
from climact_issy.states.citizen.live_figures import LiveState
from climact_issy.states.citizen.me import MeState
from climact_issy.states.citizen.place import PlaceState
from climact_issy.states.citizen.rules import RulesState
from climact_issy.states.citizen.seasons import SeasonsState
from climact_issy.states.citizen.shares import SharesState
from climact_issy.states.citizen.simulation import SimulationState
from climact_issy.states.citizen.source_health import SourceHealthState
from climact_issy.states.citizen.teams import RankingState, TeamsState
from climact_issy.states.citizen.weather import BoostsState, WeatherState
from climact_issy.texts import Translator


def pages() -> Iterator[Page]:
    """Yield every page of the site, French first."""
    for language in routes.LANGUAGES:
        yield from map(_with_city_card, _main_pages(language))
        yield from _challenge_pages(language)
        yield from _race_pages(language)
        yield from _information_pages(language)
        yield from _catalogue_pages(language)
        yield from _source_pages(language)


def _with_city_card(page: Page) -> Page:
    """Give the home page the card that shows where the shared goal is."""
    if page.route != routes.HOME.to(page.language):
        return page
    return replace(page, card=f"{routes.SHARE_CITY}?lang={page.language}")


def _main_pages(language: Language) -> Iterator[Page]:
    t = texts.for_language(language)
    yield entry(
        language,
        routes.HOME,
        (
            t("agir pour le climat à Issy-les-Moulineaux"),
            t("Les chiffres du climat à Issy, en clair, et un geste à votre portée."),
        ),
        lambda: home_page(language),
        [BoardState.load, DailyState.load, BoostsState.load],
    )
    yield entry(
        language,
        routes.ACT,
        (t("Agir"), t("Tous les gestes, avec leur effort et leur effet sourcé.")),
        lambda: act_page(language),
        [MeState.load],
    )
    yield entry(
        language,
        routes.NEIGHBOURHOODS,
        (
            t("La course des quartiers"),
            t("Sept quartiers, une règle juste, un objectif commun."),
        ),
        lambda: neighbourhoods_page(language),
        [BoardState.load, SharesState.load_everybody],
    )
    yield entry(
        language,
        routes.INDICATORS,
        (t("Chiffres"), t("Les chiffres du climat, datés, situés et sourcés.")),
        lambda: indicators_page(language),
        [LiveState.load_all],
    )
    yield entry(
        language,
        routes.CLIMATE_BUDGET,
        (
            t("Le budget climat d’Issy"),
            t("Où en est la ville, ce qui compte, et ce que des gestes changeraient."),
        ),
        lambda: climate_budget_page(language),
        [SimulationState.load],
    )
    yield entry(
        language,
        routes.ME,
        (t("Moi"), t("Vos points, vos semaines actives et vos réglages.")),
        lambda: me_page(language),
        [MeState.load, SharesState.load_mine, BadgesState.load],
    )
    yield entry(
        language,
        routes.WELCOME,
        (t("Votre quartier"), t("Choisissez votre quartier sur la carte.")),
        lambda: welcome_page(language),
        [MeState.load],
    )
    yield entry(
        language,
        routes.TEAMS,
        (t("Mes équipes"), t("Rejoindre une équipe et jouer pour elle.")),
        lambda: teams_page(language),
        [TeamsState.load],
    )
    yield entry(
        language,
        routes.RANKING,
        (t("Classement privé"), t("Par choix, sous pseudonyme, autour de vous.")),
        lambda: ranking_page(language),
        [RankingState.load, SharesState.load_mine],
    )
    yield entry(
        language,
        routes.BADGES,
        (t("Mes badges"), t("Ce que vous faites, reconnu pas à pas.")),
        lambda: badges_page(language),
        [BadgesState.load],
    )
    yield entry(
        language,
        routes.CODE,
        (t("J’ai un code"), t("Le code d’un évènement, validé d’un tap.")),
        lambda: code_page(language),
        [CodeState.load],
    )


def _challenge_pages(language: Language) -> Iterator[Page]:
    t = texts.for_language(language)
    yield entry(
        language,
        routes.CHALLENGES,
        (t("Les défis"), t("Ce que l’on fait à plusieurs en ce moment à Issy.")),
        lambda: challenges_page(language),
        [ChallengesState.load],
    )
    yield entry(
        language,
        routes.CHALLENGE,
        (t("Un défi"), t("Ce qui compte, où il en est, et votre part.")),
        lambda: challenge_page(language),
        [ChallengeState.load],
    )
    yield entry(
        language,
        routes.WEATHER,
        (
            t("La météo du climat"),
            t("Les règles qui ouvrent un défi quand une mesure passe un seuil."),
        ),
        lambda: weather_page(language),
        [WeatherState.load],
    )


def _race_pages(language: Language) -> Iterator[Page]:
    t = texts.for_language(language)
    yield entry(
        language,
        routes.SEASONS,
        (t("Saisons passées"), t("Comment chaque saison s’est terminée.")),
        lambda: seasons_page(language),
        [SeasonsState.load],
    )
    yield entry(
        language,
        routes.FAIRNESS,
        (
            t("Pourquoi ce classement est juste"),
            t("La règle essayée sur des saisons inventées, chiffres à l’appui."),
        ),
        lambda: study_page(language),
    )


def _information_pages(language: Language) -> Iterator[Page]:
    t = texts.for_language(language)
    for route, words, build in (
        (
            routes.ABOUT,
            (t("À propos"), t("Ce qu’est Clim’Act Issy, et ce qu’il n’est pas.")),
            about_page,
        ),
        (
            routes.RULES,
            (t("Règles"), t("Points, plafonds et classement : la règle publiée.")),
            rules_page,
        ),
        (
            routes.SOURCES,
            (t("Sources"), t("D’où vient chaque chiffre, et sous quelle licence.")),
            sources_page,
        ),
        (
            routes.ACCESSIBILITY,
            (t("Accessibilité"), t("Déclaration d’accessibilité du site.")),
            accessibility_page,
        ),
        (
            routes.PRIVACY,
            (t("Données personnelles"), t("Ce que nous gardons, et vos droits.")),
            privacy_page,
        ),
        (
            routes.LEGAL,
            (t("Mentions légales"), t("Éditeur, direction et hébergement du site.")),
            legal_page,
        ),
        (
            routes.EMBEDDING,
            (
                t("Montrer un chiffre sur votre site"),
                t("Le code à coller pour montrer un chiffre du climat, sans suivi."),
            ),
            embedding_page,
        ),
    ):
        loads = [RulesState.load] if route is routes.RULES else None
        yield entry(language, route, words, lambda build=build: build(language), loads)


def _source_pages(language: Language) -> Iterator[Page]:
    t = texts.for_language(language)
    at = routes.LANGUAGES.index(language)
    yield entry(
        language,
        routes.COMPARE,
        (
            t("Comparer deux chiffres"),
            t("Deux chiffres du climat sur le même temps, chacun dans son unité."),
        ),
        lambda: figure_pair_page(language),
        [PairState.load],
    )
    yield entry(
        language,
        routes.SOURCE_HEALTH,
        (
            t("État des sources"),
            t("D’où viennent les chiffres qui changent, et s’ils arrivent."),
        ),
        lambda: source_health_page(language),
        [SourceHealthState.load],
    )
    for figure in live_indicators.live_indicators():
        yield with_discovery(
            entry(
                language,
                routes.indicator(figure.slug),
                (f"{figure.title[at]}, {figure.place[at]}", figure.explanation[at]),
                lambda figure=figure: live_indicator_page(language, figure),
                [LiveState.load],
            )
        )


def _catalogue_pages(language: Language) -> Iterator[Page]:
    t = texts.for_language(language)
    at = routes.LANGUAGES.index(language)
    for action in actions.catalogue():
        live = [LiveState.load_known] if live_indicators.moved_by(action) else []
        yield entry(
            language,
            routes.action(action.slug),
            (action.title[at], action.why[at]),
            lambda action=action: action_page(language, action),
            [LogState.load, CountsForState.load, AlreadyState.load, *live],
        )
    for indicator in indicators.shown(is_demo=get_settings().is_demo):
        page = entry(
            language,
            routes.indicator(indicator.slug),
            (
                f"{indicator.title[at]}, {indicator.place[at]}",
                indicator.explanation[at],
            ),
            lambda indicator=indicator: indicator_page(language, indicator),
            [LiveState.load_known],
        )
        yield with_discovery(page)
    for place in neighbourhoods.neighbourhoods():
        page = entry(
            language,
            routes.neighbourhood(place.slug),
            _neighbourhood_words(t, place.name),
            lambda place=place: neighbourhood_page(language, place),
            [BoardState.load, SharesState.load_place, PlaceState.load],
        )
        card = f"{routes.SHARE_NEIGHBOURHOODS}/{place.slug}.png?lang={language}"
        yield replace(page, card=card)


def _neighbourhood_words(t: Translator, name: str) -> tuple[str, str]:
    return name, t("{name} dans la course des quartiers d’Issy.", name=name)
