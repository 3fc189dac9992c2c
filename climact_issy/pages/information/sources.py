"""Sources: every data set, licence and editorial choice behind the screens."""

from datetime import datetime

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components import prose
from climact_issy.content import actions as catalogue
from climact_issy.content import indicators as figures
from climact_issy.content import release
from climact_issy.domain.actions import Action
from climact_issy.pages.framed import framed
from climact_issy.presenters import sources
from climact_issy.presenters.information import Link
from climact_issy.presenters.sources import SourceGroup, SourceLine
from climact_issy.routes import Language
from climact_issy.settings import get_settings
from climact_issy.texts import Translator
from climact_issy.ui.link import link


def sources_page(language: Language) -> rx.Component:
    """Build the page of sources; best-before days are judged on the build's day."""
    t = texts.for_language(language)
    actions = catalogue.catalogue()
    title = t("Sources")
    return framed(
        t,
        routes.SOURCES,
        prose.article(
            title,
            _lead(t),
            _indicators(t),
            _factors(t, actions),
            _geometry(t),
            _choices(t, actions),
            _missing(t),
        ),
        title=title,
    )


def _lead(t: Translator) -> str:
    if get_settings().is_demo:
        return t(
            "Hors ce qui est marqué « démo », aucun chiffre de ce site n’est "
            "inventé. Voici d’où vient chacun, sous quelle licence, et ce que "
            "nous n’avons pas trouvé."
        )
    return t(
        "Aucun chiffre de ce site n’est inventé. Voici d’où vient chacun, sous "
        "quelle licence, et ce que nous n’avons pas trouvé."
    )


def _indicators(t: Translator) -> rx.Component:
    return prose.section(
        t("Les chiffres du climat"),
        _lines(t, sources.indicator_lines(t, figures.indicators())),
        anchor="indicators",
    )


def _factors(t: Translator, actions: tuple[Action, ...]) -> rx.Component:
    today = datetime.now(texts.PARIS).date()
    used = sources.factors_in_use(actions)
    groups = sources.factor_groups(t, used, today=today)
    return prose.section(
        t("Les facteurs d’émission"),
        prose.paragraph(
            t(
                "Un facteur dit combien de CO₂e émet une chose : un kilomètre, "
                "un repas, un jean. Le CO₂e évité par un geste est la "
                "différence de deux facteurs, écrite sur la page du geste."
            )
        ),
        prose.paragraph(release.statement("best_before")[t.language == "en"]),
        *(_group(t, group) for group in groups),
        anchor="factors",
    )


def _group(t: Translator, group: SourceGroup) -> rx.Component:
    return prose.fold(group.title, _lines(t, group.lines))


def _lines(t: Translator, lines: tuple[SourceLine, ...]) -> rx.Component:
    return rx.el.ul(*(_line(t, line) for line in lines), class_name="origins")


def _line(t: Translator, line: SourceLine) -> rx.Component:
    producer: rx.Component | str = line.source
    if line.href:
        producer = link(line.source, href=line.href)
    extra = [rx.el.p(line.warning, class_name="small")] if line.warning else []
    return rx.el.li(
        rx.el.h3(line.title),
        rx.el.p(line.detail, class_name="small soft"),
        rx.el.p(t("Source :"), " ", producer, class_name="small"),
        rx.el.p(t("Licence :"), " ", line.licence, class_name="small"),
        *extra,
    )


def _geometry(t: Translator) -> rx.Component:
    return prose.section(
        t("La carte"),
        prose.paragraph(release.statement("shapes")[t.language == "en"]),
        prose.paragraph(
            t(
                "Leurs contours officiels n’ont pas été obtenus ; ceux de la "
                "carte seront remplacés dès qu’ils le seront."
            )
        ),
        prose.bullets(
            t(
                "Limite de la commune : IGN Admin Express COG 2018, "
                "simplifiée, reprise du dépôt france-geojson. Licence Ouverte "
                "(IGN, INSEE)."
            ),
            t(
                "Secteurs des écoles maternelles 2019-2020 : Ville "
                "d’Issy-les-Moulineaux, data.issy.com. Licence non lue à la "
                "source, sans doute Licence Ouverte : à confirmer."
            ),
        ),
        prose.links(
            Link("data.issy.com", "https://data.issy.com/"),
            Link("france-geojson", "https://github.com/gregoiredavid/france-geojson"),
        ),
        anchor="map",
    )


def _choices(t: Translator, actions: tuple[Action, ...]) -> rx.Component:
    side = t.language == "en"
    silent = sources.without_figure(actions)
    return prose.section(
        t("Nos choix éditoriaux"),
        prose.paragraph(
            t(
                "Ces points ne viennent d’aucune source officielle. Nous les "
                "assumons, et ils peuvent changer."
            )
        ),
        prose.bullets(
            t("La sélection des gestes, leurs titres et leurs explications."),
            release.statement("effort")[side],
            release.statement("boundary")[side],
            t(
                "Le budget de la ville et l’empreinte d’une personne sont deux "
                "comptes différents : nous ne les additionnons jamais."
            ),
            t(
                "Quand un geste ne compte qu’en partie pour la ville, nous "
                "écrivons « entre 0 et… » : aucune part n’est publiée."
            ),
            t(
                "Voiture : la valeur publiée par kilomètre vaut pour 1,6 "
                "personne à bord. La fourchette va d’une voiture partagée à un "
                "conducteur seul."
            ),
            t.n(
                "{n} geste n’a pas de chiffre publié : nous n’en inventons pas. Il "
                "rapporte des points, aucun CO₂e.",
                "{n} gestes n’ont pas de chiffre publié : nous n’en inventons pas. "
                "Ils rapportent des points, aucun CO₂e.",
                silent,
            ),
            release.statement("yearly")[side],
        ),
        anchor="choices",
    )


def _missing(t: Translator) -> rx.Component:
    return prose.section(
        t("Ce que nous n’avons pas trouvé"),
        prose.paragraph(
            t(
                "Nous avons cherché ces données publiques sans les obtenir. "
                "Leur place reste vide plutôt que devinée."
            )
        ),
        prose.bullets(
            t(
                "Toute population plus fine que la commune, et les contours "
                "officiels des quartiers."
            ),
            t("Le détail par secteur du budget climat de la ville."),
            t("La qualité de l’air mesurée à Issy, année par année."),
            t(
                "La consommation d’électricité de la commune, et le facteur "
                "d’émission de ses réseaux de chaleur."
            ),
            t(
                "Les déchets par habitant du territoire, l’inventaire des "
                "arbres, l’historique des compteurs vélo."
            ),
            t("Une série de températures de Paris ou d’Île-de-France."),
            t("Les indicateurs de smartLINA."),
        ),
        prose.paragraph(
            t(
                "Deux pages officielles se contredisent sur qui émet à Issy : "
                "nous montrons les deux."
            )
        ),
        anchor="missing",
    )
