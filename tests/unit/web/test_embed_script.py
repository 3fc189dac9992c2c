"""The scripts of embeds are tiny, and the policy lets one run in our frame."""

import base64
import hashlib

from climact_issy.web import embed_script

MOST_BYTES = 2048


def test_each_script_is_at_most_two_kilobytes() -> None:
    for script in (embed_script.inside(), embed_script.around()):
        assert 200 < len(script.encode()) <= MOST_BYTES
        assert "//" not in script.replace("://", "")


def test_the_policy_names_the_very_script() -> None:
    digest = hashlib.sha256(embed_script.inside().encode()).digest()
    assert embed_script.policy() == f"'sha256-{base64.b64encode(digest).decode()}'"


def test_the_script_can_stand_in_a_page() -> None:
    assert "</" not in embed_script.inside()


def test_the_parent_checks_who_speaks_and_what_is_said() -> None:
    text = embed_script.around()
    for check in ("event.origin !== ours", "=== event.source", "Number.isFinite"):
        assert check in text
