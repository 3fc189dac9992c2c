"""Rules: how points and the race work, generated from the rule in force."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components import prose
from climact_issy.components.rule_book import rule_book
from climact_issy.content import rules as published
from climact_issy.domain.points import Rules
from climact_issy.domain.rulebook import Edition
from climact_issy.pages.framed import framed
from climact_issy.presenters.fairness import FairnessView, fairness_view
from climact_issy.presenters.information import Link
from climact_issy.presenters.rule_book import rule_book as present
from climact_issy.presenters.rules import RulesView, rules_view
from climact_issy.routes import Language
from climact_issy.states.citizen.rules import RulesState
from climact_issy.texts import Translator


def rules_page(language: Language) -> rx.Component:
    """Build the page of the published rule."""
    t = texts.for_language(language)
    printed = published.printed()
    view = rules_view(t, printed)
    title = t("Règles")
    return framed(
        t,
        routes.RULES,
        prose.article(
            title,
            t(
                "Les points suivent l’effort, jamais la quantité ni le CO₂e. "
                "Une règle qui change devient une nouvelle version, annoncée ici "
                "avec sa date ; ce qui est déjà noté garde la sienne."
            ),
            _versions(t, printed),
            _points(t, view),
            _caps(t, view),
            _race(t, view),
            _fair(t, view),
            _everybody(t, fairness_view(t, printed)),
            _common(t, view),
        ),
        title=title,
    )


def _versions(t: Translator, printed: Rules) -> rx.Component:
    return prose.section(
        t("La règle en vigueur"),
        rule_book(
            t,
            RulesState.book,
            present(t, _editions(printed), printed.starts_on),
            t(
                "Les nombres de cette page sont ceux de la règle n° {version}.",
                version=printed.version,
            ),
        ),
        anchor="version",
    )


def _editions(printed: Rules) -> list[Edition]:
    first = published.first()
    later = [] if printed == first else [Edition(printed)]
    return [Edition(first), *later]


def _everybody(t: Translator, view: FairnessView) -> rx.Component:
    return prose.section(
        t("Tout le monde peut gagner autant"),
        prose.paragraph(view.lead),
        prose.table(view.caption, (t("Qui"), t("Points")), view.rows),
        prose.bullets(*view.notes),
        anchor="everybody",
    )


def _points(t: Translator, view: RulesView) -> rx.Component:
    return prose.section(
        t("Les points"),
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
