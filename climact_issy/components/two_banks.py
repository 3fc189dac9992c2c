"""Two banks and the river between: two measures that are never added."""

import reflex as rx

from climact_issy.presenters.impacts import CityView, FootprintView, ImpactView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.mark import shape


def two_banks(
    t: Translator,
    impact: ImpactView,
    *,
    passport: rx.Component | None = None,
) -> rx.Component:
    """Draw the city's budget on one bank, the person's footprint on the other.

    Args:
        t: the page's translator.
        impact: what the action changes; a Var where the quantity is live.
        passport: where the footprint's figure comes from, under the banks.
    """
    return rx.el.div(
        rx.el.div(
            _city(t, impact.city),
            _river(),
            _footprint(t, impact.footprint),
            class_name="banks",
        ),
        rx.el.p(
            icon("notplus", "s20"),
            rx.el.span(
                rx.el.b(t("Deux rives, deux mesures.")),
                " ",
                t("On ne les additionne jamais."),
            ),
            class_name="row small",
        ),
        *([passport] if passport is not None else []),
        class_name="stack",
    )


def _city(t: Translator, view: CityView) -> rx.Component:
    return rx.el.section(
        rx.el.h3(icon("town", "s20"), t("Budget climat de la ville")),
        rx.el.p(shape(f"disc-{view.shape}"), view.word, class_name="num row g4"),
        rx.el.p(view.sentence, class_name="mini soft"),
        class_name="bank",
    )


def _footprint(t: Translator, view: FootprintView) -> rx.Component:
    return rx.el.section(
        rx.el.h3(icon("foot", "s20"), t("Mon empreinte")),
        rx.cond(
            view.value,
            rx.el.p(view.value, class_name="num nw"),
            rx.el.p(t("pas de chiffre"), class_name="num"),
        ),
        rx.el.p(view.between, class_name="mini soft"),
        class_name="bank",
    )


def _river() -> rx.Component:
    return rx.el.svg(
        rx.el.svg.path(
            d="M14 0C2 50 26 110 12 200H42C56 120 28 60 42 0z", fill="var(--water)"
        ),
        rx.el.svg.path(d="M28 10C18 60 40 120 27 190", class_name="bank-dots"),
        view_box="0 0 54 200",
        preserve_aspect_ratio="none",
        aria_hidden="true",
    )
