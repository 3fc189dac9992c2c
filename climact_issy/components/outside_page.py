"""A page of somebody else inside ours: only when the visitor asks for it."""

import reflex as rx

from climact_issy.texts import Translator
from climact_issy.ui.button import button
from climact_issy.ui.link import link

FRAME = "outside"


def outside_page(t: Translator, name: str, address: str) -> list[rx.Component]:
    """Build the frame of an outside page, nothing without an address.

    The frame has no address of its own: the link opens its page there. So nothing
    is asked of the other site before the click, with or without our script.

    Args:
        t: the page's translator.
        name: what the other service is called.
        address: its page, "" when none is set.
    """
    if not address:
        return []
    quietly = {"referrerPolicy": "no-referrer"}
    return [
        rx.el.section(
            rx.el.h2(t("La page de {name}", name=name)),
            rx.el.p(
                t(
                    "{name} est un autre service que Clim’Act Issy. Rien ne lui est "
                    "demandé avant votre clic.",
                    name=name,
                )
            ),
            button(
                t("J’affiche la page de {name} ici", name=name),
                rank="two",
                href=address,
                target=FRAME,
                custom_attrs=quietly,
            ),
            rx.el.iframe(
                name=FRAME,
                title=t("Page de {name}", name=name),
                sandbox="allow-scripts",
                custom_attrs=quietly,
                class_name="outside-frame",
            ),
            rx.el.p(
                t("Le cadre reste vide\u00a0?"),
                " ",
                link(
                    t("Ouvrir {name} sur son propre site", name=name),
                    href=address,
                    custom_attrs=quietly,
                ),
                class_name="small taps",
            ),
            class_name="stack",
        )
    ]
