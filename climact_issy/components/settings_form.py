"""What a person may change of themselves: name, neighbourhood, situation, language."""

import reflex as rx

from climact_issy import routes
from climact_issy.presenters.me import MeView
from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.connection import live_controls
from climact_issy.ui.field import choice
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.values import Event, Text

MAX_PSEUDONYM = 40


def pseudonym_form(t: Translator, me: MeView, on_submit: Event) -> rx.Component:
    """Ask for the name that the person wants to be greeted by."""
    return rx.el.form(
        rx.el.label(t("Mon pseudonyme"), html_for="pseudonym", class_name="b small"),
        rx.el.div(
            icon("me"),
            rx.el.input(
                id="pseudonym",
                name="pseudonym",
                default_value=me.pseudonym,
                max_length=MAX_PSEUDONYM,
                auto_complete="nickname",
                required=True,
                custom_attrs={"aria-describedby": "pseudonym-why"},
            ),
            class_name="field",
        ),
        rx.el.p(
            t(
                "Personne ne le voit, sauf dans le classement privé si vous y entrez. "
                "Évitez votre nom complet."
            ),
            id="pseudonym-why",
            class_name="small soft",
        ),
        live_controls(
            button(t("J’enregistre mon pseudonyme"), rank="two", type="submit")
        ),
        on_submit=on_submit,
        class_name="stack",
    )


def situation_form(t: Translator, me: MeView, on_submit: Event) -> rx.Component:
    """Ask the four questions behind the "for me" filter; each may stay open."""
    return rx.el.form(
        _choice(
            t,
            "is_tenant",
            t("Mon logement"),
            me.is_tenant,
            (t("je loue"), t("je suis propriétaire")),
        ),
        _choice(
            t,
            "has_car",
            t("Une voiture à la maison"),
            me.has_car,
            (t("oui"), t("non")),
        ),
        _choice(
            t,
            "has_garden",
            t("Un jardin ou un balcon"),
            me.has_garden,
            (t("oui"), t("non")),
        ),
        _choice(
            t,
            "has_shared_heating",
            t("Mon chauffage"),
            me.has_shared_heating,
            (t("collectif"), t("individuel")),
        ),
        live_controls(
            button(t("J’enregistre ma situation"), rank="two", type="submit")
        ),
        on_submit=on_submit,
        class_name="stack",
    )


def settings_links(t: Translator, *, welcome_href: str) -> rx.Component:
    """Link to the neighbourhood question, the other language and the data page."""
    other = "fr" if t.language == "en" else "en"
    rows = [
        ("quarters", t("Changer de quartier"), welcome_href, {}),
        (
            "globe",
            "Français" if other == "fr" else "English",
            routes.ME.to(other),
            {"lang": other, "hreflang": other},
        ),
        ("people", t("Mes équipes"), routes.TEAMS.to(t.language), {}),
        ("stairs", t("Classement privé"), routes.RANKING.to(t.language), {}),
        ("lock", t("Mes données"), routes.PRIVACY.to(t.language), {}),
    ]
    return rx.el.ul(
        *(
            rx.el.li(
                icon(name),
                link(label, href=href, class_name="cover grow b", custom_attrs=spoken),
                icon("next", "s20"),
            )
            for name, label, href, spoken in rows
        ),
        class_name="list",
    )


def sign_out_form(t: Translator) -> rx.Component:
    """End the session by a plain form, which needs no script."""
    return rx.el.form(
        rx.el.input(type="hidden", name="language", default_value=t.language),
        button(t("Je me déconnecte"), rank="three", type="submit"),
        action=routes.AUTH_SIGN_OUT,
        method="post",
        # Reflex would otherwise keep the form from leaving.
        on_submit=None,
        class_name="leave",
    )


def erase_link(t: Translator) -> rx.Component:
    """Link to the page that erases the account; it asks once more."""
    return rx.el.p(
        button(
            t("Supprimer mon compte"),
            rank="three",
            href=f"{routes.AUTH_ERASE}?language={t.language}",
        ),
        class_name="leave",
    )


def _choice(
    t: Translator,
    name: str,
    label: str,
    given: Text,
    words: tuple[str, str],
) -> rx.Component:
    options = (("", t("je ne dis rien")), ("yes", words[0]), ("no", words[1]))
    return choice(label, name, given, options)
