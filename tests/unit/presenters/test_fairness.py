"""The fairness of the catalogue, with figures computed from the content."""

from climact_issy import texts
from climact_issy.content import actions, personas, rules
from climact_issy.domain import fairness
from climact_issy.presenters.fairness import fairness_view

T = texts.for_language("fr")
EN = texts.for_language("en")


def test_the_figures_are_those_of_the_widest_month() -> None:
    asked = personas.question(rules.first())
    widest = max(
        fairness.year(personas.personas(), actions.catalogue(), asked),
        key=lambda month: month.spread,
    )

    view = fairness_view(T, rules.first())

    assert [points for _, points in view.rows] == [
        str(widest.points[persona.key]) for persona in personas.personas()
    ]
    spread = T.number(round(widest.spread * 100, 1))
    assert f"{spread}\u00a0%" in view.lead
    assert "10\u00a0%" in view.lead
    assert "3 heures" in view.lead


def test_every_persona_is_told_with_what_is_out_of_reach() -> None:
    french, english = (fairness_view(t, rules.first()).rows for t in (T, EN))

    assert len(french) == len(english) == 10
    assert french[0][0].startswith("Locataire")
    assert english[0][0].startswith("Tenant")
    reasons = [
        persona.reason[0] for persona in personas.personas() if persona.reason[0]
    ]
    assert all(any(reason in who for who, _ in french) for reason in reasons)


def test_the_notes_say_what_shares_a_place() -> None:
    assert "repas principaux, 14 par semaine" in " ".join(
        fairness_view(T, rules.first()).notes
    )
    assert "trips, 14 a week" in " ".join(fairness_view(EN, rules.first()).notes)
