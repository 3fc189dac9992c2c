"""A preview in words; small groups stay unseen."""

from datetime import date

from climact_issy import texts
from climact_issy.domain.rule_preview import Both, Preview
from climact_issy.presenters.rule_preview import preview_lines
from tests.support.rules import RULES

T = texts.for_language("fr")
EN = texts.for_language("en")
FOUND = Preview(
    date(2026, 10, 26),
    date(2026, 11, 22),
    gestures=1234,
    everybody=Both(9000, 8800, 60),
    places={"la-ferme": Both(5000, 4900, 40), "les-iles": Both(40, 30, 4)},
    gaining=5,
    losing=15,
    capped_before=20,
    capped_after=33,
)


def test_the_preview_says_points_people_and_caps() -> None:
    lines = preview_lines(EN, FOUND, RULES)

    assert lines[:4] == [
        "From 26 October 2026 to 22 November 2026, actions read again: 1234.",
        "All together: 9,000 points, then 8,800.",
        "Actions that bring less than their effort: 20, then 33.",
        "People who would have had more points: 5; fewer: 15; as many: 40.",
    ]
    assert "La Ferme: 5,000 points, then 4,900." in lines


def test_a_neighbourhood_of_few_people_is_not_shown() -> None:
    said = " ".join(preview_lines(T, FOUND, RULES))

    assert "Îles" not in said
    assert "moins de 5 personnes" in said


def test_no_gesture_is_one_line() -> None:
    nothing = Preview(FOUND.first, FOUND.last, 0, Both(0, 0, 0), {}, 0, 0, 0, 0)

    assert len(preview_lines(T, nothing, RULES)) == 1
