"""What somebody who is not signed in finds on a page of one's own."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.stranger import stranger


def test_the_way_in_leads_back_to_the_page() -> None:
    t = texts.for_language("fr")

    fixed = str(stranger(t, "Titre", "Une phrase.", back="/equipes"))
    bound = str(stranger(t, "Titre", back=rx.Var("somewhere", _var_type=str)))

    assert "/connexion?next=" in fixed
    assert "/equipes" in fixed
    assert "somewhere" in bound
