"""The climate budget in pieces: where the city is, what counts, who emits."""

import reflex as rx

from climact_issy.presenters.budget import BudgetView, SplitView
from climact_issy.texts import Translator
from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.mark import shape
from climact_issy.ui.sheet import more


def standing(t: Translator, view: BudgetView) -> list[rx.Component]:
    """Tell where the city is, and what each year was given."""
    tiles = [
        rx.el.div(
            rx.el.dt(figure.name, class_name="mini soft"),
            rx.el.dd(
                rx.el.b(figure.value, class_name="num big"),
                rx.el.span(figure.detail, class_name="mini"),
            ),
        )
        for figure in view.figures
    ]
    return [
        rx.el.h2(t("Où en est la ville")),
        rx.el.dl(*tiles, class_name="stand"),
        rx.el.details(
            rx.el.summary(t("Plafonds et objectifs, par an"), icon("down", "s20 end")),
            rx.el.p(
                t(
                    "Un tiret\u00a0: aucune page trouvée ne donne ce chiffre. Nous ne "
                    "le devinons pas."
                ),
                class_name="small",
            ),
            _plain_table(view),
        ),
    ]


def _plain_table(view: BudgetView) -> rx.Component:
    twin = view.aims
    return rx.el.table(
        rx.el.caption(twin.caption, class_name="sr"),
        rx.el.thead(
            rx.el.tr(
                rx.el.th(twin.corner, scope="col"),
                *(rx.el.th(head, scope="col", class_name="n") for head in twin.heads),
            )
        ),
        rx.el.tbody(
            *(
                rx.el.tr(
                    rx.el.th(row.head, scope="row"),
                    *(rx.el.td(cell, class_name="n") for cell in row.cells),
                )
                for row in twin.rows
            )
        ),
    )


def boundary(t: Translator, view: BudgetView) -> list[rx.Component]:
    """Tell what the accounts hold beside what they leave out."""
    return [
        rx.el.h2(t("Ce que la ville compte")),
        rx.el.div(
            _side(t("Dans les comptes"), "full", view.inside),
            _side(t("Hors des comptes"), "empty", view.outside),
            class_name="two-sides",
        ),
        rx.el.p(
            t(
                "C’est notre lecture de la règle publiée, à confirmer par la Ville. "
                "Les parts de chaque secteur n’ont pas été trouvées."
            ),
            class_name="mini soft",
        ),
    ]


def _side(title: str, disc: str, lines: tuple[str, ...]) -> rx.Component:
    return rx.el.div(
        rx.el.h3(
            shape(f"disc-{disc}"),
            title,
            class_name="row",
        ),
        rx.el.ul(*(rx.el.li(line) for line in lines), class_name="dots small"),
    )


def emitters(t: Translator, view: BudgetView) -> list[rx.Component]:
    """Tell who emits, as each published page says it; no page is chosen."""
    return [
        rx.el.h2(t("Qui émet à Issy")),
        *([rx.el.p(view.split_sentence, class_name="small")] if view.splits else []),
        rx.el.div(*(_split(t, s) for s in view.splits), class_name="two-sides"),
        more(
            t("D’autres chiffres se contredisent"),
            *(
                rx.el.div(
                    rx.el.h3(found.what),
                    rx.el.ul(
                        *(rx.el.li(reading) for reading in found.readings),
                        class_name="dots small",
                    ),
                    _source(t, found.source_url, found.what),
                )
                for found in view.disagreements
            ),
        ),
    ]


def _split(t: Translator, split: SplitView) -> rx.Component:
    pairs = [
        part
        for who, share in split.shares
        for part in (rx.el.dt(who), rx.el.dd(share, class_name="num"))
    ]
    return rx.el.div(
        rx.el.h3(split.page),
        rx.el.dl(*pairs, class_name="split small"),
        _source(t, split.source_url, split.page),
    )


def _source(t: Translator, address: str, what: str) -> rx.Component:
    return rx.el.p(
        link(
            t("Voir la source"),
            rx.el.span(f"\u00a0: {what}", class_name="sr"),
            href=address,
        ),
        class_name="pages small",
    )
