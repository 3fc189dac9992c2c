"""The frame of every page of the site, in its language."""

from typing import Literal

import reflex as rx

from climact_issy import routes
from climact_issy.routes import Route
from climact_issy.settings import get_settings
from climact_issy.texts import Translator
from climact_issy.ui.connection import lost_banner
from climact_issy.ui.shell import FootLink, Tab, footer, shell, tabs_bar, top_bar
from climact_issy.ui.values import Content

Section = Literal["home", "neighbourhoods", "act", "indicators", "me"]
BRAND = "Clim’Act Issy"


def frame(  # noqa: PLR0913 - the parts of a page that differ
    t: Translator,
    route: Route,
    *children: Content,
    title: str,
    current: Section | None = None,
    points_chip: rx.Component | None = None,
    demo_tag: rx.Component | None = None,
    notice: rx.Component | None = None,
    top_class: str = "",
    main_class: str = "",
    is_live: bool = True,
) -> rx.Component:
    """Put a page in the frame of the site.

    Args:
        t: translator of the page's language.
        route: the page's addresses, for the link to the other language.
        children: what stands in main.
        title: name of the page, without the site's.
        current: the tab this page belongs to.
        points_chip: the visitor's points, at the end of the top bar.
        demo_tag: the word "démo" beside the points.
        notice: the live region of messages.
        top_class: "sky" when the page starts with the sky.
        main_class: classes of main.
        is_live: whether the page tells when the connection is lost.
    """
    aside = [part for part in (points_chip, demo_tag) if part is not None]
    lost = t("Connexion perdue. Vos gestes notés sont en sécurité, nous réessayons.")
    banners = [lost_banner(lost)] if is_live else []
    return shell(
        *children,
        skip=t("Aller au contenu"),
        name=title or BRAND,
        top=top_bar(
            BRAND,
            routes.HOME.to(t.language),
            tabs_bar(t("Navigation principale"), _tabs(t, current)),
            *([rx.el.span(*aside, class_name="row end")] if aside else []),
            class_name=top_class,
        ),
        foot=_foot(t, route),
        notices=[*banners, *([notice] if notice is not None else [])],
        main_class=main_class,
    )


def _tabs(t: Translator, current: Section | None) -> list[Tab]:
    known: list[tuple[Section, str, Route, str]] = [
        ("home", t("Accueil"), routes.HOME, "home"),
        ("neighbourhoods", t("Quartiers"), routes.NEIGHBOURHOODS, "quarters"),
        ("act", t("Agir"), routes.ACT, "act"),
        ("indicators", t("Chiffres"), routes.INDICATORS, "figures"),
        ("me", t("Moi"), routes.ME, "me"),
    ]
    return [
        Tab(label, route.to(t.language), icon, name == current, name == "act")
        for name, label, route, icon in known
    ]


def _foot(t: Translator, route: Route) -> rx.Component:
    other = "fr" if t.language == "en" else "en"
    links = [
        (t("À propos"), routes.ABOUT),
        (t("Règles"), routes.RULES),
        (t("Sources"), routes.SOURCES),
        (t("Accessibilité : non conforme"), routes.ACCESSIBILITY),
        (t("Données personnelles"), routes.PRIVACY),
        (t("Mentions légales"), routes.LEGAL),
    ]
    sentences: list[Content] = []
    if not get_settings().is_adopted_by_city:
        sentences.append(
            rx.el.p(
                t("Prototype indépendant : ce n’est pas un service de la Ville."),
                class_name="soft",
            )
        )
    return footer(
        *sentences,
        label=t("Pied de page"),
        links=[
            *(FootLink(label, page.to(t.language)) for label, page in links),
            FootLink(
                "Français" if other == "fr" else "English", route.to(other), other
            ),
        ],
    )
