"""What the demo people do together is invented, labelled and fits the rest."""

from climact_issy.content import challenges, demo_company, demo_people, neighbourhoods
from climact_issy.domain.teams import NAME_LENGTHS

KEYS = {persona.key for persona in demo_people.personas()}


def test_every_team_says_that_it_is_invented() -> None:
    teams = demo_company.teams()

    assert len({team.slug for team in teams}) == len(teams)
    assert all("d’essai" in team.name for team in teams)
    assert all(
        NAME_LENGTHS[0] <= len(team.name) <= NAME_LENGTHS[1] and team.people >= 3
        for team in teams
    )
    assert all(
        team.neighbourhood == "" or neighbourhoods.by_slug(team.neighbourhood)
        for team in teams
    )


def test_teams_are_of_many_sizes_and_some_are_too_small_for_a_number() -> None:
    sizes = [team.people for team in demo_company.teams()]

    assert 6 <= len(sizes) <= 10
    assert len(set(sizes)) == len(sizes)
    assert any(5 <= size < 10 for size in sizes)
    assert any(size < 5 for size in sizes)


def test_every_meeting_is_an_event_of_a_demo_alone() -> None:
    events = {
        first.draft.slug
        for first in challenges.first(is_demo=True)
        if first.draft.kind == "event"
    }
    real = {first.draft.slug for first in challenges.first(is_demo=False)}
    met = {meeting.event for meeting in demo_company.meetings()}

    assert met
    assert met <= events
    assert not met & real


def test_whoever_is_named_can_be_signed_in_as() -> None:
    named = [
        *(team.personas for team in demo_company.teams()),
        *(meeting.personas for meeting in demo_company.meetings()),
        demo_company.board().personas,
        demo_company.evidence().personas,
    ]

    assert {key for keys in named for key in keys} <= KEYS


def test_a_smaller_demo_has_smaller_counts() -> None:
    assert demo_company.scaled(40, demo_company.WHOLE) == 40
    assert demo_company.scaled(40, demo_company.WHOLE // 2) == 20
    assert demo_company.scaled(40, 1) == 1
    assert demo_company.scaled(0, 1000) == 0


def test_photos_have_every_fate() -> None:
    photos = demo_company.evidence()

    assert photos.waiting
    assert photos.rejected
    assert photos.waiting + photos.rejected < 50
    assert photos.reason
