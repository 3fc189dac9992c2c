"""`climact rules schedule`: what it keeps, what it prints, what it refuses."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from climact_issy import database as climact_database
from climact_issy.cli import scheduling
from climact_issy.database import Database
from climact_issy.services import rules
from climact_issy.settings import Settings
from tests.support.versions import body

SOON = date.today() + timedelta(days=9)  # noqa: DTZ011 - any day that is well after today


@pytest.fixture
def file(tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings = Settings(database_url=address)
    monkeypatch.setattr(scheduling, "get_settings", lambda: settings)
    found = tmp_path / "next.toml"
    found.write_text(body(day_cap=50), "utf-8")
    return found


def versions(address: str) -> list[int]:
    database: Database = climact_database.open(address)
    try:
        return [e.rules.version for e in database.read_here(rules.history)]
    finally:
        climact_database.close()


def test_a_version_is_kept_and_its_month_printed(
    file: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert scheduling.main([str(file), SOON.isoformat(), "Plus juste"]) == 0

    said = capsys.readouterr().out
    assert said.startswith("Version 2 of the rule is scheduled and holds from")
    assert "Points cap of a day: 60, then 50" in said
    assert "no action to read again" in said
    assert "rebuilt at the next start" in said
    assert versions(address) == [1, 2]


def test_a_dry_run_keeps_nothing(
    file: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert scheduling.main([str(file), SOON.isoformat(), "", "--dry-run"]) == 0

    assert "would hold" in capsys.readouterr().out
    assert versions(address) == [1]


def test_faults_are_one_sentence_a_line(
    file: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("day_cap = 0\nbonus = 1", "utf-8")

    assert scheduling.main([str(file), "2020-01-01", ""]) == scheduling.REFUSED

    said = capsys.readouterr().err.splitlines()
    assert any(line.startswith("starts_on: a version begins on") for line in said)
    assert "bonus: no rule has this name." in said
    assert versions(address) == [1]


def test_a_database_that_was_not_migrated_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    monkeypatch.setattr(scheduling, "get_settings", lambda: settings)
    file = tmp_path / "next.toml"
    file.write_text(body(), "utf-8")

    code = scheduling.main([str(file), SOON.isoformat(), ""])

    assert code == scheduling.REFUSED
    assert "climact migrate" in capsys.readouterr().err
