from datetime import timedelta

import pytest

from climact_issy.models.citizen import Citizen, CitizenIdentity
from climact_issy.pages.information.privacy import privacy_page
from climact_issy.services import outbox, sessions, sign_in
from tests.support.rendered import rendered


def test_the_durations_are_those_of_the_code() -> None:
    page = rendered(privacy_page("en"))
    assert timedelta(minutes=10) == sign_in.LIFETIME
    assert "10 minutes, once only." in page
    assert timedelta(days=30) == sessions.IDLE
    assert timedelta(days=90) == sessions.ABSOLUTE
    assert "30 days without a visit, 90 days at most" in page
    assert timedelta(days=7) == outbox.KEPT
    assert "7 days at most" in page


def test_a_new_column_about_a_person_is_told_on_the_page() -> None:
    # Adding a column here means: the page says what it is for.
    assert set(Citizen.model_fields) == {
        "id",
        "member_ref",
        "pseudonym",
        "role",
        "neighbourhood",
        "neighbourhood_chosen_at",
        "is_tenant",
        "has_car",
        "has_garden",
        "has_shared_heating",
        "language",
        "is_demo",
        "demo_key",
        "created_at",
        "next_neighbourhood",
        "team",
        "next_team",
        "is_on_board",
        "weekly_goal",
        "paused_until",
    }
    assert set(CitizenIdentity.model_fields) == {
        "id",
        "citizen_id",
        "kind",
        "subject",
        "created_at",
    }


@pytest.mark.parametrize("anchor", ["kept", "shown", "duration", "browser", "rights"])
def test_what_why_how_long_and_rights_are_sections(anchor: str) -> None:
    assert f'id:"{anchor}"' in rendered(privacy_page("fr"))
