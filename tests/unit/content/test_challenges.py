"""Templates and first challenges: complete, bilingual, honest about who proposes."""

from dataclasses import replace
from datetime import date

import pytest

from climact_issy.content import challenges
from climact_issy.domain.challenges import Draft, Kind, Scope, checked
from climact_issy.domain.errors import NotFound
from tests.support.sources import PACKAGE

WEDNESDAY = date(2026, 11, 25)
SISTERS = {
    "ecole-a-pied",
    "ecole-a-velo",
    "tri-en-equipe",
    "collecte-d-appareils",
    "reparer-ensemble",
    "seconde-vie-numerique",
}


def completed(draft: Draft) -> Draft:
    """Fill in what only whoever runs a challenge can say."""
    is_of_team = draft.scope is Scope.TEAM and draft.kind is not Kind.RACE
    return replace(
        draft,
        owner_team="classe" if is_of_team else "",
        place=draft.place or ("Salle polyvalente" if draft.kind is Kind.EVENT else ""),
    )


@pytest.mark.parametrize("found", challenges.templates(), ids=lambda t: t.draft.slug)
def test_every_template_makes_a_complete_draft(found: challenges.Template) -> None:
    draft = completed(found.starting("mon-defi", WEDNESDAY))

    assert checked(draft, challenges.countable()) is draft
    assert (draft.days, draft.template) == (found.days, found.draft.slug)
    assert all(found.advice)


def test_every_kind_has_a_template() -> None:
    assert {found.draft.kind for found in challenges.templates()} == set(Kind)


def test_the_jobs_of_the_sister_pilots_have_theirs() -> None:
    slugs = {found.draft.slug for found in challenges.templates()}

    assert slugs >= SISTERS


@pytest.mark.parametrize("slug", ["ecole-a-pied", "ecole-a-velo"])
def test_at_school_an_adult_counts_and_no_pupil_has_an_account(slug: str) -> None:
    draft = challenges.template(slug).draft

    assert draft.scope is Scope.TEAM
    assert "Aucun élève n’a de compte" in draft.summary[0]
    assert "No pupil has an account" in draft.summary[1]


def test_an_unknown_template_is_not_found() -> None:
    with pytest.raises(NotFound):
        challenges.template("rien")


@pytest.mark.parametrize("is_demo", [False, True])
def test_the_first_challenges_are_complete(*, is_demo: bool) -> None:
    drafts = [f.starting(WEDNESDAY) for f in challenges.first(is_demo=is_demo)]

    for draft in drafts:
        assert checked(draft, challenges.countable()) is draft
        assert draft.is_demo is is_demo
        assert draft.starts_on.weekday() == 0
    assert len({draft.slug for draft in drafts}) == len(drafts)


def test_a_real_site_starts_without_a_past_or_an_invented_place() -> None:
    drafts = [f.starting(WEDNESDAY) for f in challenges.first(is_demo=False)]

    assert drafts
    assert all(draft.starts_on >= date(2026, 11, 23) for draft in drafts)
    assert not any(draft.place for draft in drafts)


def test_every_icon_is_in_the_sprite() -> None:
    sprite = (PACKAGE.parent / "assets" / "icons.svg").read_text("utf-8")
    drafts = [t.draft for t in challenges.templates()]
    drafts += [f.draft for f in challenges.first(is_demo=True)]

    assert not [d.slug for d in drafts if f'id="{d.icon}"' not in sprite]
