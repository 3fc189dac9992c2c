"""The frame of every page: skip link, top bar, tabs, main, footer."""

from collections.abc import Sequence
from dataclasses import dataclass

import reflex as rx

from climact_issy.ui.icons import icon
from climact_issy.ui.link import link
from climact_issy.ui.values import Content


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of the navigation.

    Attributes:
        label: its word.
        href: its address.
        icon_name: its icon.
        is_current: whether this page belongs to it.
        is_action: whether it is the one that acts (orange).
    """

    label: str
    href: str
    icon_name: str
    is_current: bool = False
    is_action: bool = False


@dataclass(frozen=True, slots=True)
class FootLink:
    """One link of the footer.

    Attributes:
        label: its words.
        href: its address.
        language: language of the words when it is not the page's, "" else.
    """

    label: str
    href: str
    language: str = ""


def tabs_bar(label: str, tabs: Sequence[Tab]) -> rx.Component:
    """Build the navigation: at the bottom on a phone, in the top bar on a desk."""
    return rx.el.nav(
        rx.el.ul(*(rx.el.li(_tab(tab)) for tab in tabs)),
        class_name="tabs",
        aria_label=label,
    )


def _tab(tab: Tab) -> rx.Component:
    return link(
        icon(tab.icon_name),
        tab.label,
        href=tab.href,
        class_name="do" if tab.is_action else "",
        custom_attrs={"aria-current": "page"} if tab.is_current else {},
    )


def top_bar(
    brand: str,
    home: str,
    tabs: rx.Component,
    *aside: Content,
    class_name: str = "",
) -> rx.Component:
    """Build the top bar: mark and name, tabs, then what stands at the end."""
    return rx.el.header(
        rx.el.div(
            link(
                rx.el.svg(
                    rx.el.svg.use(href="/icons.svg#mark"),
                    view_box="0 0 40 40",
                    aria_hidden="true",
                ),
                brand,
                href=home,
                class_name="brand",
            ),
            tabs,
            *aside,
            class_name="wrap",
        ),
        class_name=f"top {class_name}".rstrip(),
    )


def footer(*sentences: Content, label: str, links: Sequence[FootLink]) -> rx.Component:
    """Build the footer: its links first, then its sentences."""
    return rx.el.footer(
        rx.el.div(
            rx.el.nav(
                rx.el.ul(*(rx.el.li(_foot_link(found)) for found in links)),
                aria_label=label,
            ),
            *sentences,
            class_name="wrap stack",
        ),
        class_name="foot",
    )


def _foot_link(found: FootLink) -> rx.Component:
    spoken = (
        {"lang": found.language, "hreflang": found.language} if found.language else {}
    )
    return link(found.label, href=found.href, custom_attrs=spoken)


def shell(
    *children: Content,
    skip: str,
    name: str,
    top: rx.Component,
    foot: rx.Component,
    notices: Sequence[Content] = (),
    main_class: str = "",
) -> rx.Component:
    """Assemble a page; `main` can take the focus of the skip link.

    Args:
        children: what stands in main.
        skip: words of the skip link.
        name: name of the page, read out when the skip link is used.
        top: the top bar.
        foot: the footer.
        notices: live regions and banners, before main.
        main_class: classes of main.
    """
    return rx.fragment(
        link(skip, href="#main", class_name="skip"),
        top,
        *notices,
        rx.el.main(
            *children, id="main", tab_index=-1, aria_label=name, class_name=main_class
        ),
        foot,
    )
