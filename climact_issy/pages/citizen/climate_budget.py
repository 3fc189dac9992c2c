"""The climate budget: where the city is, what counts, and what people could change."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components.charts import chart, table_twin
from climact_issy.components.climate_budget import boundary, emitters, standing
from climact_issy.components.indicator_sentence import indicator_sentence
from climact_issy.components.simulator import Hands, choices, further, result
from climact_issy.content import budget as content
from climact_issy.content import commune, indicators
from climact_issy.domain.simulation import USUAL_PEOPLE
from climact_issy.pages.framed import framed
from climact_issy.presenters.budget import BudgetView, budget_view
from climact_issy.presenters.information import Link
from climact_issy.presenters.simulation import crowd_view, groups, people_words
from climact_issy.routes import Language
from climact_issy.states.citizen.simulation import PANEL, SimulationState
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.mark import level_tag
from climact_issy.ui.sheet import more
from climact_issy.ui.slider import slider

SCRIPT = "/address.js"
SIMULATOR = "simulateur"


def climate_budget_page(language: Language) -> rx.Component:
    """Build the page; all but the simulator's answer reads without script."""
    t = texts.for_language(language)
    view = budget_view(
        t,
        content.budget(),
        indicators.by_slug(content.BUDGET),
        content.simulated(),
    )
    return framed(
        t,
        routes.CLIMATE_BUDGET,
        rx.el.div(
            rx.el.section(
                *_head(t, view),
                *([rx.el.figure(chart(view.chart))] if view.chart else []),
                table_twin(t, view.table),
                *standing(t, view),
                class_name="fig-main stack",
            ),
            rx.el.section(
                *boundary(t, view),
                *emitters(t, view),
                _sources(t, view),
                class_name="fig-side stack",
            ),
            class_name="wrap fig budget",
        ),
        _simulator(t, view),
        rx.script(src=SCRIPT, defer=True),
        title=t("Le budget climat d’Issy"),
        current="indicators",
    )


def _head(t: Translator, view: BudgetView) -> list[rx.Component]:
    return [
        rx.el.p(view.eyebrow, class_name="soft b small"),
        rx.el.h1(indicator_sentence(view.sentence), class_name="say"),
        rx.el.p(
            *([level_tag(view.level, view.level_word)] if view.level else []),
            rx.el.span(view.pace, class_name="small"),
            class_name="row wraps",
        ),
        rx.el.p(
            button(t("J’essaie le simulateur"), href=f"#{SIMULATOR}", icon_name="spark")
        ),
    ]


def _sources(t: Translator, view: BudgetView) -> rx.Component:
    return rx.el.ul(
        *(rx.el.li(link(found.label, href=found.href)) for found in view.links),
        rx.el.li(link(view.source, href=view.source_url)),
        class_name="pages",
        aria_label=t("Sources"),
    )


def _simulator(t: Translator, view: BudgetView) -> rx.Component:
    live = SimulationState.view
    is_here = _is_answered(t)
    shown = groups(
        t, content.simulated(), USUAL_PEOPLE, content.budget().required_cut_t
    )
    crowd = crowd_view(t, commune.population())
    return rx.el.section(
        rx.el.div(
            rx.el.header(
                rx.el.h2(t("Et si des habitants le faisaient\u00a0?"), id=SIMULATOR),
                rx.el.p(
                    t(
                        "Choisissez des gestes et le nombre d’habitants. Vous verrez "
                        "quelle part de la baisse d’une année cela peut faire."
                    )
                ),
                class_name="stack",
            ),
            rx.el.div(
                live_controls(
                    slider(
                        t("Combien d’habitants participent"),
                        rx.cond(is_here, live.people, people_words(t, USUAL_PEOPLE)),
                        last=crowd.last,
                        at=SimulationState.notch,
                        on_change=lambda at: SimulationState.gather(at.to(int)),
                        ends=(t("personne"), t("tout Issy")),
                        slider_key=SimulationState.moves.to_string(),  # pyright: ignore[reportAttributeAccessIssue] - a class attribute of a State is a Var
                    )
                ),
                rx.el.p(crowd.note, class_name="mini soft"),
                class_name="sim-people",
            ),
            rx.el.div(
                *(
                    choices(
                        t,
                        group,
                        live,
                        is_here,
                        {o.slug: SimulationState.choose(o.slug) for o in group.options},
                    )
                    for group in shown
                ),
                _assumptions(t),
                _apart(t, view),
                class_name="sim-choices stack g16",
            ),
            rx.el.div(
                result(t, live, is_here, _hands(), clash_id=PANEL),
                further(t, live, is_here),
                class_name="sim-side stack",
            ),
            class_name="wrap sim",
        ),
        rx.el.noscript(
            rx.el.p(
                t(
                    "Sans JavaScript, rien ne se choisit ici. Les parts sont celles "
                    "de {people}.",
                    people=people_words(t, USUAL_PEOPLE),
                ),
                class_name="wrap box small",
            )
        ),
        class_name="sim-band",
        aria_labelledby=SIMULATOR,
        custom_attrs={"data-address": live.address},
    )


def _is_answered(t: Translator) -> rx.Var[bool]:
    """Whether the server has answered in the language of the page."""
    return SimulationState.view.language == t.language  # pyright: ignore[reportReturnType] - a class attribute of a State is a Var


def _hands() -> Hands:
    return Hands(
        swap=SimulationState.swap,
        keep=SimulationState.keep,
        undo=SimulationState.undo,
        clear=SimulationState.clear,
    )


def _assumptions(t: Translator) -> rx.Component:
    return rx.el.p(
        icon("info", "s20"),
        rx.el.span(
            rx.el.b(t("Pourquoi «\u00a0de 0 à\u00a0»\u00a0?")),
            " ",
            t(
                "Les comptes voient ces gestes, mais personne ne publie quelle part. "
                "Elle peut être nulle ou entière. Et tout le monde ne peut pas faire "
                "chaque geste."
            ),
        ),
        class_name="box small",
    )


def _apart(t: Translator, view: BudgetView) -> rx.Component:
    return rx.el.div(
        _links(
            t.n(
                "{n} geste compte, sans chiffre publié",
                "{n} gestes comptent, sans chiffre publié",
                len(view.without_figure),
            ),
            view.without_figure,
        ),
        _links(
            t.n(
                "{n} geste dont personne ne sait s’il compte",
                "{n} gestes dont personne ne sait s’ils comptent",
                len(view.unclear),
            ),
            view.unclear,
        ),
        _links(
            t.n(
                "{n} geste que la ville ne compte pas",
                "{n} gestes que la ville ne compte pas",
                len(view.not_counted),
            ),
            view.not_counted,
            t(
                "Ici leur part est de 0. Ils allègent votre empreinte, ailleurs "
                "dans le monde."
            ),
        ),
    )


def _links(summary: str, found: tuple[Link, ...], words: str = "") -> rx.Component:
    return more(
        summary,
        *([rx.el.p(words, class_name="small")] if words else []),
        rx.el.ul(
            *(rx.el.li(link(one.label, href=one.href)) for one in found),
            class_name="pages",
        ),
    )
