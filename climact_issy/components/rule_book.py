"""The versions of the rule: the one in force, the next one, and the history."""

import reflex as rx

from climact_issy.components import prose
from climact_issy.presenters.rule_book import EditionView, RuleBookView
from climact_issy.texts import Translator


def rule_book(
    t: Translator, live: RuleBookView, built: RuleBookView, printed: str
) -> rx.Component:
    """Build the versions: as built until the live ones have been read.

    Args:
        t: the page's translator.
        live: what was read; a Var.
        built: what is known when the pages are built.
        printed: which version the figures of this page are those of.
    """
    return rx.fragment(
        rx.el.p(rx.cond(live.is_ready, live.now, built.now), class_name="b"),
        rx.cond(live.next, rx.el.p(live.next), rx.fragment()),
        rx.el.p(printed, class_name="small soft"),
        rx.el.h3(t("L’histoire de la règle")),
        rx.cond(
            live.is_ready,
            rx.el.ul(rx.foreach(live.editions, _live_edition), class_name="stack"),
            rx.el.ul(*(_edition(each) for each in built.editions), class_name="stack"),
        ),
    )


def _live_edition(edition: EditionView) -> rx.Component:
    return rx.el.li(
        rx.el.b(edition.title),
        # Whoever schedules a version writes in French, whatever the page speaks.
        rx.cond(edition.reason, rx.el.p(edition.reason, lang="fr"), rx.fragment()),
        rx.el.ul(rx.foreach(edition.changes, rx.el.li), class_name="dots small"),
    )


def _edition(edition: EditionView) -> rx.Component:
    return rx.el.li(rx.el.b(edition.title), prose.bullets(*edition.changes))
