"""Why the race is fair: the rule, tried on invented seasons, for anyone to read."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components import prose
from climact_issy.components.charts import chart, table_twin
from climact_issy.content import rules as published
from climact_issy.content import study as published_study
from climact_issy.pages.framed import framed
from climact_issy.presenters.drawing import Chart
from climact_issy.presenters.indicator_tables import TableView
from climact_issy.presenters.information import Link
from climact_issy.presenters.study import study_view
from climact_issy.routes import Language
from climact_issy.texts import Translator


def study_page(language: Language) -> rx.Component:
    """Build the page; nothing on it is live."""
    t = texts.for_language(language)
    view = study_view(t, published.printed(), published_study.study())
    title = t("Pourquoi ce classement est juste")
    return framed(
        t,
        routes.FAIRNESS,
        prose.article(
            title,
            t(
                "La règle est publiée avant la saison. Nous l’avons essayée sur des "
                "milliers de saisons inventées, et voici ce qu’elle vaut."
            ),
            prose.section(
                t("La règle, annoncée d’avance"),
                prose.bullets(*view.rule),
                anchor="rule",
            ),
            prose.section(
                t("Comment nous l’avons essayée"),
                prose.bullets(*view.method),
                anchor="method",
            ),
            prose.section(
                t("Si tous les quartiers se valent"),
                *map(prose.paragraph, view.equal),
                anchor="equal",
            ),
            prose.section(
                t("Inviter du monde ne pénalise pas"),
                *map(prose.paragraph, view.inviting),
                *_drawn(t, view.inviting_chart, view.inviting_table),
                anchor="inviting",
            ),
            prose.section(
                t("Si un quartier est vraiment meilleur"),
                *map(prose.paragraph, view.better),
                *_drawn(t, view.better_chart, view.better_table),
                anchor="better",
            ),
            prose.section(
                t("Ce que cette étude ne dit pas"),
                prose.bullets(*view.limits),
                anchor="limits",
            ),
            prose.section(
                t("Refaire l’étude"),
                prose.paragraph(view.again),
                prose.links(
                    Link(
                        t("Voir où en est la course"),
                        routes.NEIGHBOURHOODS.to(t.language),
                    ),
                    Link(t("Lire toute la règle"), routes.RULES.to(t.language)),
                    Link(t("Saisons passées"), routes.SEASONS.to(t.language)),
                ),
                anchor="again",
            ),
        ),
        title=title,
        current="neighbourhoods",
    )


def _drawn(t: Translator, drawing: Chart, table: TableView) -> list[rx.Component]:
    """Draw a result, with the table that says the same."""
    return [rx.el.h3(table.caption), chart(drawing), table_twin(t, table)]
