import reflex as rx

from climact_issy import texts
from climact_issy.components.code_form import (
    CodeSight,
    code_form,
    code_thanks,
    has_sent,
    mark_sent,
)
from climact_issy.presenters.codes import CodeView
from tests.support.rendered import rendered

FR = texts.for_language("fr")
REFUSAL = "Nous ne connaissons pas ce code."
SIGHT = CodeSight(
    text=rx.Var.create("CDFH-2345"),
    refusal=REFUSAL,
    is_busy=False,
    must_sign_in=rx.Var("signed_out").to(bool),
    sign_in_href="/connexion?next=%2Fcode%3Fcode%3D",
)


def form() -> str:
    return rendered(code_form(FR, SIGHT, None))


def test_the_field_is_made_for_thumbs_and_cameras() -> None:
    drawn = form()
    for attribute in (
        'autoCapitalize:"characters"',
        'autoComplete:"off"',
        'inputMode:"text"',
        'enterKeyHint:"go"',
        ':"CDFH-2345"',
        'method:"get"',
        "spellCheck:false",
        'htmlFor:"code"',
    ):
        assert attribute in drawn


def test_a_refusal_is_tied_to_the_field() -> None:
    drawn = form()
    assert '"aria-describedby":"code-help code-error"' in drawn
    assert 'id:"code-error",' in drawn
    assert REFUSAL in drawn


def test_signing_in_keeps_what_was_typed() -> None:
    drawn = form()
    assert '"/connexion?next=%2Fcode%3Fcode%3D"+' in drawn
    assert drawn.count("encodeURIComponent") == 2
    assert drawn.count('id:"redeem"') == 2


def test_a_thank_you_says_the_points_once_to_who_listens() -> None:
    drawn = rendered(
        code_thanks(
            FR,
            CodeView(
                has_outcome=True,
                title="Merci",
                points="+22",
                points_sentence="Vous gagnez 22 points.",
                event="Atelier",
            ),
            me_href="/moi",
            act_href="/agir",
            another=rx.noop(),
        )
    )
    assert "Vous gagnez 22 points." in drawn
    assert 'href:"/moi"' in drawn
    assert "Annuler" not in drawn


def test_a_page_knows_by_itself_that_it_sent_a_code() -> None:
    assert "sent_code" in str(has_sent())
    assert "sent_code" in str(mark_sent()).lower().replace("sentcode", "sent_code")


def test_what_was_typed_outlives_the_field() -> None:
    assert "typed_code" in form().split("defaultValue:")[1][:200]
