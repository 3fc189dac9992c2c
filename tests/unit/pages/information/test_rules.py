from climact_issy.content import rules
from climact_issy.pages.information.rules import rules_page
from tests.support.rendered import rendered


def test_the_page_shows_the_rule_in_force() -> None:
    page = rendered(rules_page("fr"))
    assert f"Règle n° {rules.first().version}" in page
    assert f"Au plus {rules.first().day_cap} points par jour" in page


def test_the_page_leads_to_the_race_of_its_language() -> None:
    assert 'href:"/en/neighbourhoods"' in rendered(rules_page("en"))
