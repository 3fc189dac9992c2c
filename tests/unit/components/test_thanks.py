"""A thank-you says who speaks: a prototype until the city has adopted the site."""

import pytest
import reflex as rx

from climact_issy import texts
from climact_issy.components import thanks as module
from climact_issy.components.thanks import thanks
from climact_issy.presenters.badges import NoteView
from climact_issy.settings import Settings

T = texts.for_language("en")
NOTES = rx.Var("notes", _var_type=list[NoteView]).to(list[NoteView])


@pytest.mark.parametrize("is_adopted", [False, True])
def test_a_prototype_never_speaks_for_the_city(
    monkeypatch: pytest.MonkeyPatch, *, is_adopted: bool
) -> None:
    settings = Settings(is_adopted_by_city=is_adopted)
    monkeypatch.setattr(module, "get_settings", lambda: settings)

    drawn = str(thanks(T, NOTES))

    assert ("note of a prototype, not yet of the city" in drawn) is not is_adopted
    assert "signed_by" in drawn


def test_a_demo_note_is_labelled() -> None:
    drawn = str(thanks(T, NOTES))

    assert "is_demo" in drawn
    assert 'className:"demo"' in drawn
