"""The catalogue stands whole in the HTML; its filter only hides."""

from pathlib import Path

from climact_issy.content import actions
from climact_issy.pages.citizen.act import SCRIPT, act_page
from climact_issy.settings import ROOT


def test_every_action_is_in_the_page_without_any_script() -> None:
    page = str(act_page("fr"))
    for action in actions.catalogue():
        assert f"/agir/{action.slug}" in page


def test_the_filter_script_is_served_from_here_and_reads_what_the_page_writes() -> None:
    script = Path(ROOT / "assets" / SCRIPT.removeprefix("/")).read_text("utf-8")
    page = str(act_page("en"))
    marks = ("data-catalogue", "data-group", "data-words", "data-filter")
    for mark in marks:
        assert mark in page
        assert mark in script
    for name in ("search", "filters", "count"):
        assert f'id:"{name}"' in page
        assert name in script
