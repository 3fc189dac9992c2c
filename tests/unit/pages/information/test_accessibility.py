import pytest

from climact_issy.pages.information.accessibility import accessibility_page
from tests.support.rendered import rendered


@pytest.mark.parametrize(
    "required",
    [
        "non conforme",
        "RGAA",
        "aucun audit",
        "Défenseur des droits",
        "Libre réponse 71120",
        "https://formulaire.defenseurdesdroits.fr/",
        "Contact",
    ],
)
def test_the_statement_says_what_the_law_asks_for(required: str) -> None:
    assert required in rendered(accessibility_page("fr"))


def test_the_statement_exists_in_english() -> None:
    page = rendered(accessibility_page("en"))
    assert "not compliant" in page
    assert "Voies de recours" not in page
