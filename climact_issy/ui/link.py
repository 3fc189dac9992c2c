"""Plain links: the browser loads the prerendered page, script or no script.

`rx.el.a` is React Router's client link in Reflex 0.10: it would keep the
`<html lang>` of the first page and needs the script. This one is an `<a>`.
"""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.inline import A

from climact_issy.ui.values import Content, Text


def link(
    *inside: Content,
    href: Text,
    class_name: Text = "",
    **attributes: Any,  # noqa: ANN401 - attributes of the HTML element
) -> rx.Component:
    """Build a plain link.

    Args:
        inside: its words.
        href: an address of this site, an anchor, or an outside address.
        class_name: its classes.
        attributes: further attributes of the HTML element.
    """
    return A.create(*inside, href=href, class_name=class_name, **attributes)
