"""The catalogue: every action, by theme, filtered on the page itself."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.action_row import action_row
from climact_issy.components.demo import demo_mark
from climact_issy.components.landscape import vines
from climact_issy.content import actions, rules
from climact_issy.domain.actions import Theme
from climact_issy.pages.framed import framed
from climact_issy.presenters.actions import ActionView, action_view
from climact_issy.presenters.gesture_words import ICONS, LEAVES, theme_label
from climact_issy.routes import Language
from climact_issy.states.citizen.me import MeState
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link

SCRIPT = "/catalogue.js"
ALL = "all"


def act_page(language: Language) -> rx.Component:
    """Build the catalogue; the whole of it stands in the HTML."""
    t = texts.for_language(language)
    found = [action_view(t, a, rules.printed()) for a in actions.catalogue()]
    return framed(
        t,
        routes.ACT,
        rx.el.div(
            _side(t),
            vines(),
            rx.el.section(
                rx.el.h2(t("Les gestes"), id=ALL, class_name="sr"),
                _filters(t, found),
                _challenges(t),
                *(_group(t, theme, found) for theme in Theme),
                _about_the_budget(t, found),
                class_name="stack g16",
                aria_labelledby=ALL,
            ),
            rx.script(src=SCRIPT, defer=True),
            class_name="wrap p-act",
            custom_attrs={"data-catalogue": "", "data-without": MeState.me.excluded},
        ),
        title=t("Agir"),
        current="act",
    )


def _side(t: Translator) -> rx.Component:
    return rx.el.div(
        rx.el.h1(t("Que ferez\u2011vous aujourd’hui\u00a0?")),
        rx.el.form(
            rx.el.div(
                icon("search"),
                rx.el.input(
                    id="search",
                    type="search",
                    aria_label=t("Chercher un geste"),
                    placeholder=t("Vélo, repas, chauffage…"),
                    auto_complete="off",
                ),
                class_name="field",
            ),
            id="filters",
            role="search",
        ),
        rx.el.nav(
            rx.el.ul(
                *(_theme(t, theme) for theme in Theme),
                class_name="themes",
            ),
            link(
                t("Tous les thèmes"),
                href=f"#{ALL}",
                class_name="chip",
                custom_attrs={"data-theme-link": "", "aria-current": "true"},
            ),
            aria_label=t("Thèmes"),
            class_name="stack",
        ),
        class_name="act-side stack g16",
    )


def _theme(t: Translator, theme: Theme) -> rx.Component:
    return rx.el.li(
        link(
            rx.el.span(icon(ICONS[theme]), class_name=f"leaf {LEAVES[theme]}".rstrip()),
            theme_label(t, theme),
            href=f"#{_anchor(theme)}",
            custom_attrs={"data-theme-link": ""},
        )
    )


def _anchor(theme: Theme) -> str:
    return f"theme-{theme.value}"


def _filters(t: Translator, found: list[ActionView]) -> rx.Component:
    total = len(found)
    return rx.fragment(
        rx.el.div(
            _press("mine", "", t("Tous les gestes"), is_on=True),
            _press("mine", "yes", t("Pour moi")),
            role="group",
            aria_label=t("Pour qui"),
            class_name="seg",
        ),
        _situation(t),
        rx.el.div(
            _press("effort", "1 2", t("facile"), class_name="chip"),
            _press("effort", "3", t("un peu d’effort"), class_name="chip"),
            _press("effort", "4 5", t("un vrai changement"), class_name="chip"),
            _press("city", "yes", t("compte pour la ville"), class_name="chip"),
            role="group",
            aria_label=t("Effort et budget de la ville"),
            class_name="chips",
        ),
        rx.el.p(
            rx.el.output(
                t.n("{n} geste", "{n} gestes", total),
                id="count",
                aria_live="polite",
                custom_attrs={
                    "data-none": t(
                        "Aucun geste ne correspond. Essayez un mot plus court, ou "
                        "retirez un filtre."
                    ),
                    "data-one": t("1 geste"),
                    "data-many": t("{n} gestes trouvés"),
                },
            ),
            class_name="small b",
        ),
        rx.el.noscript(
            rx.el.p(
                t("La recherche demande JavaScript. Tous les gestes sont ici."),
                class_name="box small",
            )
        ),
    )


def _challenges(t: Translator) -> rx.Component:
    return rx.el.p(
        icon("flag", "s20"),
        link(t("Les défis du moment"), href=routes.CHALLENGES.to(t.language)),
        class_name="row small b",
    )


def _press(
    name: str, value: str, words: str, *, is_on: bool = False, class_name: str = ""
) -> rx.Component:
    return rx.el.button(
        words,
        type="button",
        value=value,
        aria_pressed="true" if is_on else "false",
        class_name=class_name,
        custom_attrs={"data-filter": name},
    )


def _situation(t: Translator) -> rx.Component:
    """Say on what "for me" rests, and where to change it."""
    return rx.el.p(
        rx.cond(
            MeState.me.situation != "",
            rx.fragment(MeState.me.situation, *demo_mark(t), " "),
            rx.fragment(t("«\u00a0Pour moi\u00a0» suit ce que vous dites de vous. ")),
        ),
        link(t("Ma situation"), href=f"{routes.ME.to(t.language)}#situation"),
        class_name="small soft",
    )


def _group(t: Translator, theme: Theme, found: list[ActionView]) -> rx.Component:
    anchor = _anchor(theme)
    return rx.el.section(
        rx.el.h2(theme_label(t, theme), id=f"{anchor}-name"),
        rx.el.ul(
            *(action_row(t, view) for view in found if view.theme == theme.value),
            class_name="list",
        ),
        id=anchor,
        class_name="stack",
        aria_labelledby=f"{anchor}-name",
        custom_attrs={"data-group": ""},
    )


def _about_the_budget(t: Translator, found: list[ActionView]) -> rx.Component:
    counted = sum(view.counts_for_city for view in found)
    return rx.el.p(
        icon("info", "s20"),
        rx.el.span(
            rx.el.b(t("{n} gestes sur {total}", n=counted, total=len(found))),
            " ",
            t(
                "touchent, au moins en partie, le budget climat de la ville. Les "
                "autres allègent votre empreinte. Efforts, rythmes et publics sont "
                "nos choix."
            ),
            " ",
            link(t("Nos règles"), href=routes.RULES.to(t.language)),
        ),
        class_name="box small",
    )
