"""The real catalogue is fair to ten people, and the test can fail."""

from dataclasses import replace

import pytest

from climact_issy.content import actions, personas, rules
from climact_issy.domain import fairness
from climact_issy.domain.actions import Applicability, Cadence, Period

CATALOGUE = actions.catalogue()
PEOPLE = personas.personas()
ASKED = personas.question(rules.first())


def told(found: tuple[fairness.Culprit, ...]) -> str:
    return "; ".join(
        f"month {c.month}: {c.remedy} {c.slug} (then {c.spread:.0%})" for c in found
    )


def test_ten_people_answer_every_question_differently() -> None:
    assert len({person.key for person in PEOPLE}) == len(PEOPLE) == 10
    assert len({(p.situation, p.cannot) for p in PEOPLE}) == 10
    for person in PEOPLE:
        assert person.label[0] != person.label[1]
        assert bool(person.cannot) == bool(person.reason[0])
    for answer in ("is_tenant", "has_car", "has_garden", "has_shared_heating"):
        assert {getattr(p.situation, answer) for p in PEOPLE} == {True, False}


def test_what_is_named_exists_and_stands_in_one_slot() -> None:
    slugs = {action.slug for action in CATALOGUE if action.is_loggable}
    slots = [slug for slot in ASKED.slots for slug in slot.slugs]

    assert len(slots) == len(set(slots))
    assert set(slots) <= slugs
    for person in PEOPLE:
        assert person.cannot <= slugs


def test_the_question_is_three_hours_and_ten_percent() -> None:
    assert (ASKED.minutes, ASKED.spread) == (180, 0.10)


def test_everybody_can_earn_about_as_much_in_every_month() -> None:
    found = fairness.year(PEOPLE, CATALOGUE, ASKED)

    unfair = [month.month for month in found if month.spread > ASKED.spread]
    assert not unfair, told(fairness.culprits(PEOPLE, CATALOGUE, ASKED))
    # Not fair because nothing is ever different: some month sets people apart.
    assert max(month.spread for month in found) > 0.02


@pytest.mark.parametrize(
    ("slug", "who"),
    [
        ("voiture-au-garage", Applicability(car=True)),
        ("potager", Applicability(garden=True)),
    ],
)
def test_a_seeded_bad_action_is_found_and_named(slug: str, who: Applicability) -> None:
    bad = replace(
        actions.by_slug("prendre-le-velo"),
        slug=slug,
        effort=3,
        minutes=5,
        cadence=Cadence(1, Period.DAY),
        applicability=who,
        months=frozenset({6}),
    )

    found = fairness.culprits(PEOPLE, [*CATALOGUE, bad], ASKED)

    assert [(culprit.month, culprit.slug) for culprit in found] == [(6, slug)]
    assert found[0].spread <= ASKED.spread


def test_an_action_that_some_cannot_do_breaks_it_once_it_pays_too_much() -> None:
    heating = actions.by_slug("chauffer-a-19")
    louder = [
        replace(action, effort=2) if action is heating else action
        for action in CATALOGUE
    ]

    found = fairness.culprits(PEOPLE, louder, ASKED)

    assert {culprit.slug for culprit in found} == {heating.slug}
