"""`climact observations import` on a real database, from the file to the sentences."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from climact_issy import database
from climact_issy.cli import importing
from climact_issy.connectors import table_file
from climact_issy.connectors.base import MOST_BYTES
from climact_issy.domain.observations import Kind
from climact_issy.services import ingestion, observed
from climact_issy.settings import ROOT, get_settings
from tests.support.databases import Databases
from tests.support.tables import KEY, csv

GOOD = csv("24/11/2025 08:00;31,5", "24/11/2025 09:00;36")
NOTHING = {
    "columns": ["period=Date", "value=Valeur"],
    "place": "",
    "series": "",
    "unit": "",
    "kind": Kind.PUBLISHED.value,
    "sheet": "",
    "mark": "",
    "email": "",
    "is_partial": False,
    "is_dry": False,
}


@pytest.fixture(autouse=True)
def settings(
    monkeypatch: pytest.MonkeyPatch, databases: Databases, tmp_path: Path
) -> Iterator[None]:
    with databases.migrated("sqlite") as address:
        monkeypatch.setenv("CLIMACT_DATABASE_URL", address)
        monkeypatch.setenv("CLIMACT_DATA_DIR", str(tmp_path))
        get_settings.cache_clear()
        yield
    get_settings.cache_clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "no2.csv"
    path.write_bytes(GOOD)
    return path


def bring(file: Path, **changes: object) -> int:
    given = {"file": str(file), "indicator": KEY.indicator} | NOTHING | changes
    return importing.main(json.dumps(given))


def values() -> int:
    opened = database.open(get_settings().database_address)
    try:
        found = opened.read_here(
            lambda s: observed.merged(
                s.connection().exec_driver_sql("SELECT * FROM observation").all()
            )
        )
    finally:
        database.close()
    return len(found)


def test_a_dry_run_an_import_and_the_same_file_again(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(file, is_dry=True) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "no2.csv: 2 lines read below the headings."
    assert told[-2:] == [
        "2 new, 0 changed, 0 unchanged, 0 rejected.",
        "Nothing was written.",
    ]
    assert values() == 0

    assert bring(file) == 0
    assert capsys.readouterr().out.endswith("0 rejected.\nAll of it is kept.\n")
    assert bring(file) == 0
    assert "This file was imported before" in capsys.readouterr().out
    assert values() == 2


def test_bad_rows_are_told_and_nothing_is_kept_unless_they_may_be_left_out(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(GOOD + b"\n24/11/2025 10:00;n.d.")

    for is_dry in (True, False):
        assert bring(file, is_dry=is_dry) == 2
        told = capsys.readouterr().err
        assert told.startswith("Line 4, column “Valeur”: “n.d.” is not a number.\n")
        assert "Nothing was written" in told
    assert values() == 0

    assert bring(file, is_partial=True) == 0
    assert "2 new, 0 changed, 0 unchanged, 1 rejected." in capsys.readouterr().out
    assert values() == 2


def test_a_refusal_is_one_sentence(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring(file, columns=[]) == 2
    assert '--map "period=Date" --map "value=Valeur"' in capsys.readouterr().err
    assert bring(file, columns=["period=Date"]) == 2
    assert bring(file, unit="ppb") == 2
    assert "“µg/m³”, and the table in “ppb”" in capsys.readouterr().err
    assert bring(file, email="nobody@example.org") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_file_that_is_too_large_is_not_read_to_its_end(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with file.open("wb") as stream:
        stream.truncate(50_000_000)

    assert bring(file) == 2
    assert f"{MOST_BYTES // 1_000_000}" in capsys.readouterr().err


def test_a_database_of_another_version_is_refused(
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CLIMACT_DATABASE_URL", f"sqlite:///{tmp_path / 'empty'}")
    get_settings.cache_clear()

    assert bring(file) == 2
    assert "climact migrate" in capsys.readouterr().err


def test_a_run_that_fails_says_so(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failed(*_: object, **__: object) -> ingestion.Run:
        return ingestion.Run(table_file.NAME, failure="unknown_shape", detail="x")

    monkeypatch.setattr(ingestion, "run", failed)

    assert bring(file) == 1
    assert "Not imported: unknown_shape, x." in capsys.readouterr().err


def test_it_is_a_process_of_its_own(file: Path) -> None:
    given = {"file": str(file), "indicator": KEY.indicator} | NOTHING
    done = subprocess.run(
        [sys.executable, "-m", "climact_issy.cli.importing", json.dumps(given)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("All of it is kept.\n")
