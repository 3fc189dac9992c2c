"""About: the programme, the two pilots, and what this site is today."""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components import prose
from climact_issy.pages.framed import framed
from climact_issy.presenters import information
from climact_issy.routes import Language
from climact_issy.settings import Settings, get_settings
from climact_issy.texts import Translator


def about_page(language: Language) -> rx.Component:
    """Build the page that says who is behind what."""
    t = texts.for_language(language)
    title = t("À propos")
    return framed(
        t,
        routes.ABOUT,
        prose.article(
            title,
            t(
                "Clim’Act Issy transforme les chiffres du climat "
                "d’Issy-les-Moulineaux en gestes que chacun peut faire, seul "
                "ou avec ses voisins."
            ),
            _today(t, get_settings()),
            _programme(t),
            _pilot(t),
            _indicators(t),
            _why(t),
            _references(t),
        ),
        title=title,
    )


def _today(t: Translator, settings: Settings) -> rx.Component:
    if settings.is_adopted_by_city:
        status = t("Un service de la Ville d’Issy-les-Moulineaux.")
    else:
        status = t(
            "Un prototype indépendant, pas un service de la Ville. Ni la "
            "Ville d’Issy-les-Moulineaux ni le programme CLIMABOROUGH ne "
            "l’ont commandé, relu ou adopté."
        )
    kept = [
        t(
            "Les chiffres affichés sont publiés par d’autres : chacun "
            "porte sa source, sa date et sa licence."
        ),
        t(
            "Les gestes sont déclarés par les personnes qui les font. Ce "
            "ne sont pas des mesures, et leur somme n’est jamais présentée "
            "comme une économie de la ville."
        ),
        t(
            "Les chiffres se lisent sans compte. Noter un geste demande "
            "une adresse e-mail, rien d’autre."
        ),
    ]
    if settings.is_demo:
        kept.append(
            t(
                "Cette copie est une démonstration : les personnes, les gestes "
                "et les points y sont inventés, et marqués « démo »."
            )
        )
    return prose.section(
        t("Ce qu’est ce site aujourd’hui"),
        prose.note(status),
        prose.bullets(*kept),
        anchor="today",
    )


def _programme(t: Translator) -> rx.Component:
    return prose.section(
        t("CLIMABOROUGH, le programme"),
        prose.paragraph(
            t(
                "CLIMABOROUGH est un programme européen d’innovation (Horizon "
                "Europe, n° 101096464). Il aide des villes à essayer, avec "
                "leurs habitants, des outils utiles à la transition climatique."
            )
        ),
        prose.facts(*information.programme_facts(t)),
        prose.paragraph(
            t(
                "La méthode est le partenariat d’innovation : jusqu’à 24 "
                "projets pilotes, choisis en deux appels, deux par ville. "
                "Issy-les-Moulineaux fait partie du second appel, avec "
                "Grenoble, Prijedor, Sofia et Pilsen."
            )
        ),
        anchor="climaborough",
    )


def _pilot(t: Translator) -> rx.Component:
    return prose.section(
        t("Clim’Act Issy, le pilote des gestes"),
        prose.paragraph(
            t(
                "Le 11 décembre 2025, le jury a retenu à titre provisoire deux "
                "pilotes pour Issy. Le premier, Clim’Act Issy, veut "
                "transformer les enjeux du climat en actions simples et "
                "participatives."
            )
        ),
        prose.paragraph(
            t(
                "Nous n’avons trouvé, dans les sources publiques, ni "
                "l’entreprise qui le porte, ni son adresse, ni sa date "
                "d’ouverture. Ce site en est une lecture possible, à partir de "
                "données ouvertes."
            )
        ),
        anchor="climact",
    )


def _indicators(t: Translator) -> rx.Component:
    return prose.section(
        t("smartLINA, le pilote des chiffres"),
        prose.paragraph(
            t(
                "Le second pilote, smartLINA, rassemble les données "
                "environnementales locales et les rend lisibles pour les "
                "décisions de la commune. C’est un projet distinct de Clim’Act "
                "Issy."
            )
        ),
        prose.paragraph(
            t(
                "smartLINA ne publie à ce jour ni format ni accès à ses "
                "données : aucun chiffre de ce site n’en vient. Une place est "
                "prévue pour ses indicateurs le jour où ils seront ouverts."
            )
        ),
        anchor="smartlina",
    )


def _why(t: Translator) -> rx.Component:
    return prose.section(
        t("Pourquoi un tel outil à Issy"),
        prose.paragraph(
            t(
                "Depuis 2021, la Ville vote un budget climat : un plafond "
                "d’émissions pour chaque année. Les comptes arrivent un an "
                "après ; aucun geste ne peut s’y voir tout de suite."
            )
        ),
        prose.paragraph(
            t(
                "Le Défi Zéro Carbone de la ville réunit une centaine de "
                "participants par an, environ 500 depuis son lancement, soit "
                "moins de 1 % des habitants. L’appel européen demandait "
                "comment toucher les autres."
            )
        ),
        prose.paragraph(
            t(
                "Restons mesurés : pour tenir le plafond de 2030, il faut "
                "environ 5 925 tonnes de moins chaque année. Si 2 000 "
                "habitants évitaient chacun 150 kg sur le territoire, cela "
                "ferait 300 tonnes, 5 % d’une seule année."
            )
        ),
        anchor="why",
    )


def _references(t: Translator) -> rx.Component:
    return prose.section(
        t("D’où viennent ces informations"),
        prose.paragraph(
            t(
                "Pages lues en novembre 2026, certaines dans une copie plus "
                "ancienne. Les lauréats sont annoncés comme provisoires."
            )
        ),
        prose.links(*information.references(t)),
        anchor="references",
    )
