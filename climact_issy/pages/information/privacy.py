"""Personal data: what is kept, why, how long, and the rights over it.

Every sentence is a promise about the code: whoever adds a column or changes a
duration changes this page in the same commit.
"""

import reflex as rx

from climact_issy import routes, texts
from climact_issy.components import prose
from climact_issy.pages.framed import framed
from climact_issy.presenters import information
from climact_issy.presenters.information import Fact, Link
from climact_issy.routes import Language
from climact_issy.settings import get_settings
from climact_issy.texts import Translator


def privacy_page(language: Language) -> rx.Component:
    """Build the page on personal data."""
    t = texts.for_language(language)
    title = t("Données personnelles")
    return framed(
        t,
        routes.PRIVACY,
        prose.article(
            title,
            t(
                "Le moins possible, visible de vous seul, jamais vendu, jamais "
                "transmis."
            ),
            _without_account(t),
            _kept(t),
            _shown(t),
            _duration(t),
            _browser(t),
            _rights(t),
            _open(t),
        ),
        title=title,
    )


def _without_account(t: Translator) -> rx.Component:
    return prose.section(
        t("Sans compte"),
        prose.paragraph(
            t(
                "Tout se lit sans compte. Aucune mesure d’audience, aucune "
                "publicité, aucun service tiers : les pages, les polices et "
                "les dessins viennent d’ici."
            )
        ),
        anchor="without-account",
    )


def _kept(t: Translator) -> rx.Component:
    return prose.section(
        t("Ce que nous gardons, et pourquoi"),
        prose.facts(
            Fact(
                t("Votre adresse e-mail"),
                t(
                    "pour vous envoyer le lien de connexion. Elle attend en clair "
                    "dans la file d’envoi ; ensuite, il n’en reste qu’une "
                    "empreinte chiffrée, qui permet de vous reconnaître sans la "
                    "relire."
                ),
            ),
            Fact(t("Votre pseudonyme et votre langue"), t("pour vous parler.")),
            Fact(
                t("Votre quartier"),
                t("pour la course. Vous pouvez répondre « je ne sais pas »."),
            ),
            Fact(
                t("Votre situation"),
                t(
                    "locataire ou propriétaire, voiture, jardin, chauffage "
                    "collectif : seulement si vous répondez, pour trier les gestes."
                ),
            ),
            Fact(
                t("Vos gestes"),
                t(
                    "le geste, la quantité, l’heure, les points, le quartier du "
                    "moment. Ils sont rangés sous un numéro tiré au hasard, pas "
                    "sous votre nom."
                ),
            ),
            Fact(
                t("Ce que vous faites déjà"),
                t("les gestes que vous dites faire déjà, pour les reconnaître."),
            ),
            Fact(
                t("Vos défis"),
                t(
                    "ceux que vous rejoignez, les jours que vous y cochez et les "
                    "gestes qui y comptent, sous le même numéro."
                ),
            ),
            Fact(
                t("Vos équipes et vos choix"),
                t(
                    "les équipes que vous rejoignez et celle pour qui vous jouez, "
                    "votre quartier de la saison prochaine, votre objectif de la "
                    "semaine, une pause, et si vous entrez dans le classement privé."
                ),
            ),
            Fact(
                t("Votre connexion"),
                t(
                    "l’empreinte d’un jeton, les dates, et un résumé du "
                    "navigateur, pour vous garder connecté et pouvoir fermer la "
                    "porte."
                ),
            ),
            Fact(
                t("Les essais de connexion"),
                t(
                    "une empreinte chiffrée de l’adresse e-mail et de l’adresse "
                    "réseau, pour freiner les abus."
                ),
            ),
            Fact(
                t("Vos évènements et les codes faux"),
                t(
                    "l’évènement où un code ou une liste papier vous a compté, sous le "
                    "même numéro\u00a0; un code faux est retenu quelques minutes, "
                    "pour que deviner soit lent."
                ),
            ),
            Fact(
                t("Ce qui semble inhabituel"),
                t(
                    "beaucoup de gestes en quelques minutes, ou beaucoup de comptes "
                    "depuis une même connexion : une personne de l’équipe regarde, "
                    "rien n’est puni automatiquement."
                ),
            ),
        ),
        prose.paragraph(
            t(
                "Nous ne demandons ni nom, ni adresse postale, ni date de "
                "naissance, ni position. Le service s’adresse aux personnes de "
                "15 ans et plus."
            )
        ),
        anchor="kept",
    )


def _shown(t: Translator) -> rx.Component:
    return prose.section(
        t("Ce que les autres voient"),
        prose.bullets(
            t(
                "Des totaux : l’objectif commun, les paliers des quartiers, "
                "les gestes du jour d’un quartier."
            ),
            t(
                "Aucun quartier de moins de 10 participants n’est compté, "
                "aucun autre décompte de moins de 5 personnes n’est publié."
            ),
            t(
                "Aucune liste de personnes. Vos points et vos gestes ne sont "
                "visibles que de vous."
            ),
        ),
        anchor="shown",
    )


def _duration(t: Translator) -> rx.Component:
    return prose.section(
        t("Combien de temps"),
        prose.facts(
            Fact(t("Lien et code de connexion"), t("10 minutes, une seule fois.")),
            Fact(
                t("Session"),
                t(
                    "30 jours sans visite, 90 jours au plus, ou jusqu’à votre "
                    "déconnexion."
                ),
            ),
            Fact(
                t("File d’envoi des e-mails"),
                t("jusqu’à l’envoi, et 7 jours au plus s’il échoue."),
            ),
            Fact(t("Ce qui semble inhabituel"), t("60 jours.")),
            Fact(
                t("Compte"),
                t(
                    "tant que vous le gardez. L’effacement automatique des comptes "
                    "inactifs depuis 2 ans est prévu, il n’existe pas encore."
                ),
            ),
            Fact(
                t("Gestes et points"),
                t(
                    "sans limite, sous leur numéro : le registre ne s’efface pas. "
                    "Une fois le compte supprimé, plus rien ne relie ce numéro à "
                    "vous."
                ),
            ),
        ),
        anchor="duration",
    )


def _browser(t: Translator) -> rx.Component:
    return prose.section(
        t("Dans votre navigateur"),
        prose.paragraph(
            t(
                "Un cookie de connexion, déposé quand vous vous connectez, un "
                "autre, de quelques minutes, quand vous demandez un lien, et "
                "un numéro d’onglet qui disparaît avec l’onglet. Ils sont "
                "indispensables au service : aucun bandeau n’est nécessaire."
            )
        ),
        anchor="browser",
    )


def _rights(t: Translator) -> rx.Component:
    settings = get_settings()
    return prose.section(
        t("Vos droits"),
        prose.paragraph(
            t(
                "Vous pouvez demander à voir vos données, les corriger, les "
                "recevoir dans un fichier, les effacer, ou vous opposer à leur "
                "usage. Le pseudonyme, le quartier, la situation et la langue "
                "se changent dans la page Moi, où le compte s’efface aussi ; "
                "le reste se demande à l’adresse ci-dessous."
            )
        ),
        prose.facts(
            information.controller(t, settings), information.contact(t, settings)
        ),
        prose.paragraph(
            t(
                "Si la réponse ne vous convient pas, vous pouvez adresser une "
                "plainte à la CNIL."
            )
        ),
        prose.links(
            Link(
                t("Adresser une plainte à la CNIL"),
                "https://www.cnil.fr/fr/adresser-une-plainte",
            ),
            Link(t("Changer mes réglages"), routes.ME.to(t.language)),
        ),
        anchor="rights",
    )


def _open(t: Translator) -> rx.Component:
    return prose.section(
        t("Ce qui reste à décider"),
        prose.paragraph(
            t(
                "La base légale (mission d’intérêt public ou consentement), "
                "l’analyse d’impact et le délégué à la protection des données "
                "seront fixés avant toute ouverture au public par la Ville. Ce "
                "prototype ne les remplace pas."
            )
        ),
        anchor="open",
    )
