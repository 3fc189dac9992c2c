"""`climact weather`: each rule says why, and staff open one in their own name."""

from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner, Result

from climact_issy import cli
from climact_issy.database import Database
from climact_issy.domain.people import Role
from climact_issy.services import boosts, citizens
from climact_issy.settings import get_settings
from tests.support.weather import ATMO, VIGILANCE, measure


@pytest.fixture
def opened(address: str, monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setenv("CLIMACT_DATABASE_URL", address)
    get_settings.cache_clear()
    return Database(address)


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


def moderator(opened: Database, role: Role = Role.MODERATOR) -> str:
    now = datetime.now(UTC)
    return opened.run_here(
        lambda s: citizens.create(s, language="fr", now=now, role=role).member_ref
    )


def test_each_rule_says_what_it_sees_and_why(opened: Database) -> None:
    measure(opened, ATMO, 3, now=datetime.now(UTC))
    opened.close()

    said = run("weather").output

    assert "meteo-air: The air is polluted, automatic" in said
    assert "ATMO index of Issy: degraded, today" in said
    assert "at least 4: not reached" in said
    assert "among the lowest 10% of 30 days, 2 hours: no value" in said
    assert said.count("Nothing opens") == 3


def test_staff_see_why_a_challenge_is_proposed_and_decide(opened: Database) -> None:
    now = datetime.now(UTC)
    measure(opened, VIGILANCE, 3, now=now)
    (slug,) = opened.run_here(lambda s: boosts.open_due(s, now=now))
    opened.close()

    why = "Hauts-de-Seine was under orange vigilance for a heat wave."
    assert f"{slug}: submitted, waits for staff. On" in run("weather").output
    assert why in run("challenge", "list").output
    approved = run("challenge", "approve", slug).output
    assert why in approved
    assert approved.endswith(f"{slug} is now approved.\n")
    assert run("challenge", "schedule", slug).exit_code == 0


def test_a_moderator_opens_a_rule_after_a_dry_run(opened: Database) -> None:
    now = datetime.now(UTC)
    measure(opened, ATMO, 4, now=now)
    who, other = moderator(opened), moderator(opened, Role.CITIZEN)
    opened.close()

    dry = run("weather", "open", "meteo-air", "--as", who, "--dry-run")
    assert "would run from" in dry.output
    assert "ATMO index of Issy was “bad”" in dry.output
    assert run("challenge", "list").output == ""
    assert run("weather", "open", "meteo-air", "--as", other).exit_code == 2
    done = run("weather", "open", "meteo-air", "--as", who)
    assert " runs from " in done.output
    assert "habit, running" in run("challenge", "list").output
    again = run("weather", "open", "meteo-air", "--as", who)
    assert (again.exit_code, "short while ago" in again.output) == (2, True)


def test_without_a_measure_nothing_is_opened_by_hand(opened: Database) -> None:
    who = moderator(opened)
    opened.close()

    found = run("weather", "open", "meteo-canicule", "--as", who)

    assert found.exit_code == 2
    assert "No value of the moment reaches the threshold" in found.output


def test_an_unknown_rule_is_answered_with_the_known_ones() -> None:
    found = run("weather", "open", "meteo-pluie")

    assert found.exit_code == 2
    assert "Known: meteo-air, meteo-canicule, meteo-electricite." in found.output
