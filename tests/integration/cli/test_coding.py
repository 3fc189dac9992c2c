"""From codes to a sheet of paper, and from a paper list to points."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from climact_issy import database as climact_database
from climact_issy.cli import coding
from climact_issy.database import Database
from climact_issy.domain.civic import civic_day
from climact_issy.models import CitizenIdentity
from climact_issy.services import citizens, deployment, seasons, sign_in
from tests.support.events import SLUG, event, ledger, texts

NOW = datetime.now(UTC)
TODAY = civic_day(NOW)
EMAIL = "lina@example.org"


@pytest.fixture
def opened(database: Database) -> Database:
    """A real database with a season, an event of today and one account."""

    def work(session: Session) -> None:
        deployment.claim(session, "real", now=NOW)
        seasons.ensure(session, now=NOW)
        actor = citizens.create(session, language="fr", now=NOW)
        session.add(
            CitizenIdentity(
                citizen_id=actor.citizen_id,
                kind=sign_in.KIND,
                subject=sign_in.keyed_hash(sign_in.KIND, EMAIL),
                created_at=NOW,
            )
        )

    database.run_here(work)
    event(database, starts_on=TODAY, ends_on=TODAY + timedelta(days=1))
    return database


def ask(**changes: object) -> coding.Given:
    given = {"event": SLUG, "count": 3, "uses": 1, "first": None, "last": None}
    return given | {"label": ""} | changes


def paper(tmp_path: Path, *rows: str, **options: bool) -> coding.Given:
    file = tmp_path / "list.csv"
    file.write_text("\n".join(["email;event;day", *rows]), "utf-8")
    chosen = {"is_applied": False, "is_partial": False} | options
    return {"file": str(file)} | chosen


def test_a_batch_is_made_and_printed(opened: Database, tmp_path: Path) -> None:
    code, said = coding.run("create", ask())
    assert (code, said) == (0, [f"Batch 1: 3 codes for {SLUG}."])
    output = tmp_path / "sheet.html"
    assert coding.run("print", {"batch": 1, "output": str(output)})[0] == 0
    page = output.read_text("utf-8")
    for text in texts(opened, 1):
        assert f"{text[:4]}-{text[4:]}" in page
    assert page.count('<article class="card">') == 3


def test_a_blank_list_is_printed(opened: Database, tmp_path: Path) -> None:
    assert opened
    output = tmp_path / "list.html"
    assert coding.run("paper", {"event": SLUG, "output": str(output)})[0] == 0
    assert "Atelier vélo" in output.read_text("utf-8")


def test_a_list_is_checked_then_applied_then_known(
    opened: Database, tmp_path: Path
) -> None:
    row = f"{EMAIL};{SLUG};{TODAY}"
    code, said = coding.run("import", paper(tmp_path, row))
    assert (code, ledger(opened)) == (0, [])
    assert said == ["1 line read.", "1 attendance to count: nothing was written."]

    code, said = coding.run("import", paper(tmp_path, row, is_applied=True))
    assert (code, len(ledger(opened))) == (0, 1)
    assert said[1].startswith("1 attendance counted, ")

    code, said = coding.run("import", paper(tmp_path, row, is_applied=True))
    assert (code, len(ledger(opened))) == (0, 1)
    assert said[0] == "Line 2: this attendance is counted already."


def test_a_faulty_list_counts_nobody_unless_partial(
    opened: Database, tmp_path: Path
) -> None:
    rows = (f"{EMAIL};{SLUG};{TODAY}", f"nobody@example.org;{SLUG};{TODAY}")
    code, said = coding.run("import", paper(tmp_path, *rows, is_applied=True))
    assert (code, ledger(opened)) == (2, [])
    assert said[0] == "Line 3: no account has this e-mail address."
    assert not any("@" in line for line in said)

    given = paper(tmp_path, *rows, is_applied=True, is_partial=True)
    assert coding.run("import", given)[0] == 0
    assert len(ledger(opened)) == 1


def test_a_refusal_is_one_sentence(opened: Database, tmp_path: Path) -> None:
    assert opened
    code, said = coding.run("create", ask(event="nowhere"))
    assert code == 2
    assert len(said) == 1
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    given = {"file": str(empty), "is_applied": True, "is_partial": False}
    assert coding.run("import", given)[0] == 2


def test_a_database_of_the_demonstration_is_left_alone(database: Database) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOW))
    event(database)
    code, said = coding.run("create", ask())
    assert code == 2
    assert "CLIMACT_MODE" in said[0]


def test_the_process_opens_and_closes_its_database(
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Settings:
        database_address = address
        log_level = "info"
        is_production = False
        is_demo = False

    monkeypatch.setattr(coding, "get_settings", Settings)
    assert tmp_path
    assert coding.main("print", '{"batch": 1, "output": "x.html"}') == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not climact_database.is_open()
