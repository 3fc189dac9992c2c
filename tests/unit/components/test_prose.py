from climact_issy.components import prose
from climact_issy.presenters.information import Fact, Link
from tests.support.rendered import rendered


def test_a_section_can_be_pointed_at() -> None:
    made = rendered(prose.section("Titre", prose.paragraph("Phrase"), anchor="caps"))
    assert 'id:"caps"' in made
    assert made.index("Titre") < made.index("Phrase")


def test_a_table_names_its_columns_and_its_rows() -> None:
    made = rendered(prose.table("Points", ("Effort", "Points"), (("facile", "5"),)))
    assert made.count('scope:"col"') == 2
    assert made.count('scope:"row"') == 1
    assert "caption" in made


def test_a_missing_fact_is_set_apart() -> None:
    missing = rendered(prose.facts(Fact("Éditeur", "à compléter", is_missing=True)))
    known = rendered(prose.facts(Fact("Éditeur", "Mairie")))
    assert 'jsx("em"' in missing
    assert 'jsx("em"' not in known


def test_what_opens_on_demand_needs_no_script() -> None:
    made = rendered(prose.fold("Plus", prose.paragraph("caché")))
    assert 'jsx("details"' in made
    assert "onClick" not in made


def test_links_are_plain_links() -> None:
    made = rendered(prose.links(Link("Règles", "/regles")))
    assert 'href:"/regles"' in made
    assert 'jsx("a"' in made
