"""The people of the demo are invented, enough, and where they should be."""

from climact_issy.content import actions, demo_people, neighbourhoods
from climact_issy.domain.people import OUTSIDE, UNKNOWN


def test_there_are_enough_names_and_all_differ() -> None:
    names = demo_people.pseudonyms()
    needed = sum(place.count(300) for place in demo_people.places())

    assert len(set(names)) == len(names) >= needed
    assert all(1 <= len(name) <= 40 for name in names)


def test_every_neighbourhood_has_its_people_and_one_has_too_few() -> None:
    places = {place.neighbourhood: place for place in demo_people.places()}
    seven = {place.slug for place in neighbourhoods.neighbourhoods()}

    assert set(places) == seven | {OUTSIDE, UNKNOWN}
    small = [slug for slug in seven if places[slug].count(300) < 10]
    assert small == ["les-iles"]


def test_every_persona_says_in_both_languages_what_there_is_to_do() -> None:
    for persona in demo_people.personas():
        french, english = persona.sentence
        assert french != english
        assert min(len(french), len(english)) > 20
        assert all(actions.by_slug(slug).is_loggable for slug in persona.actions)
        assert persona.neighbourhood == "" or neighbourhoods.by_slug(
            persona.neighbourhood
        )
