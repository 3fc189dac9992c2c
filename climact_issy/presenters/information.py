"""The facts of the information pages: references, the programme, the publisher."""

from dataclasses import dataclass

from climact_issy.settings import Settings
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a list of facts: what, and its value in words.

    Attributes:
        label: what it is.
        value: ready to show.
        is_missing: nobody has filled it in yet.
    """

    label: str
    value: str
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A page elsewhere that a reader can check.

    Attributes:
        label: what it says, in words.
        href: its address.
    """

    label: str
    href: str


def programme_facts(t: Translator) -> tuple[Fact, ...]:
    """Describe CLIMABOROUGH in four lines.

    Source: the project's CORDIS record and the pages of its partners.
    """
    return (
        Fact(t("Durée"), t("janvier 2023 à décembre 2026")),
        Fact(t("Coordination"), "ANCI Toscana"),
        Fact(t("Partenaires"), t("28 organisations")),
        Fact(t("Villes"), t("12, et 2 villes observatrices")),
    )


def references(t: Translator) -> tuple[Link, ...]:
    """List the public pages the page "About" rests on."""
    return (
        Link(
            t(
                "Issy.com, « Climaborough consacre deux projets à Issy » (24 "
                "décembre 2025)"
            ),
            "https://www.issy.com/actualites/donnees-climat-et-engagement-citoyen-climaborough-consacre-deux-projets-a-issy",
        ),
        Link(
            t("Climaborough.eu, l’appel pour Issy-les-Moulineaux"),
            "https://climaborough.eu/public-procurement/follower-cities-climaborough-tender/issy-les-moulineaux",
        ),
        Link(
            t("CORDIS, fiche du projet 101096464"),
            "https://cordis.europa.eu/project/id/101096464",
        ),
        Link(
            t("Issy.com, « Un budget climat pour agir » (23 décembre 2025)"),
            "https://www.issy.com/decouvrir-issy/agir-pour-le-climat/lutter-contre-le-changement-climatique/un-budget-climat-pour",
        ),
        Link(
            t("Issy.com, le budget climat 2026"),
            "https://www.issy.com/actualites/transition-ecologique-le-budget-climat-2026-precise-les-objectifs-et-les-actions",
        ),
    )


def legal_facts(t: Translator, settings: Settings) -> tuple[Fact, ...]:
    """Say who publishes and hosts this site, from the settings.

    An empty setting shows "to be completed"; production refuses to start on it.
    """
    return (
        _set(t, t("Éditeur"), settings.publisher),
        contact(t, settings),
        _set(
            t,
            t("Directeur ou directrice de la publication"),
            settings.publication_director,
        ),
        _set(t, t("Hébergeur"), settings.hosting_provider),
    )


def controller(t: Translator, settings: Settings) -> Fact:
    """Say who answers for personal data: the publisher."""
    return _set(t, t("Responsable"), settings.publisher)


def contact(t: Translator, settings: Settings) -> Fact:
    """Say how to reach the publisher, the same on every page that asks for it."""
    return _set(t, t("Contact"), settings.publisher_contact)


def _set(t: Translator, label: str, value: str) -> Fact:
    return Fact(label, value or t("à compléter"), is_missing=not value)
