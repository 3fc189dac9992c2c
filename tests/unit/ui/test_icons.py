"""Every icon that code asks for is in the sprite."""

import re

from climact_issy.ui.icons import icon
from tests.support.drawings import ASSETS, code, ids


def test_every_icon_named_in_the_code_is_in_the_sprite() -> None:
    named = set(re.findall(r'(?<![\w_])icon\(\s*"([\w-]+)"', code()))
    named |= set(re.findall(r'icon_name="([\w-]+)"', code()))

    assert named
    assert named <= ids(ASSETS / "icons.svg")


def test_an_icon_is_hidden_from_assistive_technology() -> None:
    drawn = str(icon("bike", "s20"))

    assert '"aria-hidden":"true"' in drawn
    assert 'className:"i s20"' in drawn
    assert 'href:"/icons.svg#bike"' in drawn
