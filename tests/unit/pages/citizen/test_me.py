"""My page: a stranger is invited, a person finds what is theirs."""

from climact_issy.pages.citizen.me import me_page


def test_a_stranger_is_invited_and_brought_back() -> None:
    assert "/connexion?next=/moi" in str(me_page("fr"))


def test_the_form_asks_the_four_questions_that_the_state_reads() -> None:
    page = str(me_page("fr"))
    for name in ("is_tenant", "has_car", "has_garden", "has_shared_heating"):
        assert f'name:"{name}"' in page
    assert 'name:"pseudonym"' in page


def test_signing_out_is_a_plain_form() -> None:
    page = str(me_page("en"))
    assert 'action:"/auth/sign-out"' in page
    assert 'method:"post"' in page
