"""Rules: how points and the race work, generated from the rule in force."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components import prose
from climact_issy.content import rules as published
from climact_issy.pages.framed import framed
from climact_issy.presenters.information import Link
from climact_issy.presenters.rules import RulesView, rules_view
from climact_issy.routes import Language
from climact_issy.texts import Translator


def rules_page(language: Language) -> rx.Component:
    """Build the page of the published rule."""
    t = texts.for_language(language)
    view = rules_view(t, published.current())
    title = t("Règles")
    return framed(
        t,
        routes.RULES,
        prose.article(
            title,
            t(
                "Les points suivent l’effort, jamais la quantité ni le CO₂e. "
                "La règle est publiée avant la saison et ne change pas en "
                "cours de route."
            ),
            _points(t, view),
            _caps(t, view),
            _race(t, view),
            _fair(t, view),
            _common(t, view),
        ),
        title=title,
    )


def _points(t: Translator, view: RulesView) -> rx.Component:
    return prose.section(
        t("Les points"),
        prose.paragraph(view.version),
        prose.table(
            t("Points d’un geste déclaré, selon l’effort"),
            (t("Effort"), t("Points")),
            view.effort_rows,
        ),
        prose.paragraph(
            t(
                "L’effort de chaque geste est notre choix éditorial, de 1 à 5. "
                "Le CO₂e évité est affiché à part et ne donne aucun point : "
                "sinon, une seule chaudière changée finirait la partie."
            )
        ),
        prose.table(
            t("Ce que change la preuve"),
            (t("Preuve"), t("Points")),
            view.tier_rows,
        ),
        prose.paragraph(
            t(
                "Aujourd’hui, tous les gestes sont déclarés : les autres "
                "preuves ne sont pas encore ouvertes."
            )
        ),
        anchor="points",
    )


def _caps(t: Translator, view: RulesView) -> rx.Component:
    return prose.section(t("Les plafonds"), prose.bullets(*view.caps), anchor="caps")


def _race(t: Translator, view: RulesView) -> rx.Component:
    return prose.section(
        t("La course des quartiers"),
        prose.paragraph(
            t(
                "Un quartier est classé sur les points moyens de ses "
                "participants, pas sur leur somme : recruter plus ne suffit "
                "pas. La moyenne est rapprochée de celle de la commune, "
                "d’autant plus que le groupe est petit."
            )
        ),
        prose.note(view.formula),
        prose.bullets(*view.formula_words),
        prose.paragraph(view.example),
        prose.links(
            Link(t("Voir où en est la course"), routes.NEIGHBOURHOODS.to(t.language))
        ),
        anchor="race",
    )


def _fair(t: Translator, view: RulesView) -> rx.Component:
    return prose.section(
        t("Nouveaux venus, ex æquo, petits groupes"),
        prose.bullets(*view.fairness),
        anchor="fair",
    )


def _common(t: Translator, view: RulesView) -> rx.Component:
    return prose.section(
        t("L’objectif commun"),
        prose.paragraph(view.goal),
        prose.paragraph(
            t(
                "Il n’y a ni lot, ni tirage au sort, ni classement public des "
                "personnes. Vos points ne sont visibles que de vous."
            )
        ),
        anchor="goal",
    )
