"""A component as the script it compiles to, with its letters readable."""

import re

import reflex as rx

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def rendered(component: rx.Component) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), str(component))
