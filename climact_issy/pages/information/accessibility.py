"""Accessibility: the statement the law asks for, true of what exists."""

from datetime import date

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components import prose
from climact_issy.pages.framed import framed
from climact_issy.presenters import information
from climact_issy.presenters.information import Fact, Link
from climact_issy.routes import Language
from climact_issy.settings import get_settings
from climact_issy.texts import Translator

STATED_ON = date(2026, 11, 23)
"""Day this statement was last checked against the product: change both together."""


def accessibility_page(language: Language) -> rx.Component:
    """Build the accessibility statement (RGAA 4.1, article 47 of law 2005-102)."""
    t = texts.for_language(language)
    title = t("Accessibilité : non conforme")
    return framed(
        t,
        routes.ACCESSIBILITY,
        prose.article(
            title,
            t(
                "Chacun doit pouvoir lire les chiffres, trouver un geste et le "
                "noter. Voici où en est ce site, et comment nous dire ce qui "
                "bloque."
            ),
            _state(t),
            _done(t),
            _gaps(t),
            _contact(t),
            _remedy(t),
            _made(t),
        ),
        title=title,
    )


def _state(t: Translator) -> rx.Component:
    return prose.section(
        t("État de conformité"),
        prose.note(
            t(
                "Ce site est non conforme au référentiel général "
                "d’amélioration de l’accessibilité (RGAA 4.1) : aucun audit de "
                "conformité n’a encore été réalisé."
            )
        ),
        prose.paragraph(
            t(
                "C’est la loi qui veut ce mot tant qu’il n’y a pas d’audit "
                "valide. Il ne dit pas que tout est inaccessible : il dit que "
                "personne ne l’a vérifié critère par critère."
            )
        ),
        anchor="state",
    )


def _done(t: Translator) -> rx.Component:
    return prose.section(
        t("Ce qui est déjà fait"),
        prose.bullets(
            t("Les textes, les chiffres et leurs sources se lisent sans JavaScript."),
            t("La carte et les graphiques ont un jumeau en phrases ou en tableau."),
            t(
                "Aucune information ne passe par la seule couleur : un mot et "
                "une forme l’accompagnent."
            ),
            t(
                "La langue de chaque page est déclarée ; le texte supporte "
                "l’agrandissement et un écran de 320 pixels de large."
            ),
            t(
                "Le parcours se fait au clavier ; le focus est visible ; la "
                "première touche de tabulation mène au contenu."
            ),
            t(
                "Les animations s’arrêtent quand votre appareil le demande ; "
                "un thème sombre suit vos réglages."
            ),
            t(
                "Un outil automatique (axe-core) vérifie les pages dans les "
                "deux langues. Il ne voit qu’une partie des critères."
            ),
        ),
        anchor="done",
    )


def _gaps(t: Translator) -> rx.Component:
    return prose.section(
        t("Contenus non accessibles"),
        prose.paragraph(
            t("Faute d’audit, cette liste n’est pas complète. Nous savons déjà que :")
        ),
        prose.bullets(
            t(
                "aucun essai n’a encore été mené avec des personnes utilisant "
                "un lecteur d’écran ;"
            ),
            t("noter un geste demande JavaScript, alors que lire n’en demande pas ;"),
            t(
                "les pages des producteurs de données, vers lesquelles nous "
                "renvoyons, ne dépendent pas de nous."
            ),
        ),
        prose.paragraph(
            t(
                "Aucune dérogation pour charge disproportionnée n’est "
                "demandée. Le schéma pluriannuel et le plan d’action annuel ne "
                "sont pas encore publiés."
            )
        ),
        anchor="gaps",
    )


def _contact(t: Translator) -> rx.Component:
    return prose.section(
        t("Nous écrire"),
        prose.paragraph(
            t(
                "Si un contenu ou un service vous est inaccessible, "
                "dites-le-nous : nous vous orienterons vers une autre façon de "
                "faire, ou vous l’enverrons sous une autre forme."
            )
        ),
        prose.facts(information.contact(t, get_settings())),
        anchor="contact",
    )


def _remedy(t: Translator) -> rx.Component:
    return prose.section(
        t("Voies de recours"),
        prose.paragraph(
            t(
                "Vous nous avez signalé un défaut qui vous empêche d’accéder à "
                "un contenu ou à un service, et vous n’avez pas obtenu de "
                "réponse satisfaisante ? Vous pouvez saisir le Défenseur des "
                "droits."
            )
        ),
        prose.links(
            Link(
                t("Écrire au Défenseur des droits"),
                "https://formulaire.defenseurdesdroits.fr/",
            ),
            Link(
                t("Rencontrer un délégué dans votre région"),
                "https://www.defenseurdesdroits.fr/saisir/delegues",
            ),
        ),
        prose.paragraph(
            t(
                "Par courrier, gratuit et sans timbre : Défenseur des droits, "
                "Libre réponse 71120, 75342 Paris CEDEX 07. Par téléphone : 09 "
                "69 39 00 00."
            )
        ),
        anchor="remedy",
    )


def _made(t: Translator) -> rx.Component:
    return prose.section(
        t("Établissement de cette déclaration"),
        prose.facts(
            Fact(t("Établie le"), t.date(STATED_ON)),
            Fact(t("Technologies"), t("HTML, CSS, SVG, JavaScript")),
            Fact(t("Audit"), t("non réalisé")),
        ),
        anchor="made",
    )
