"""`climact ingest`, `probe` and `sources` on a real database and a real server."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from climact_issy import database
from climact_issy.cli import ingesting
from climact_issy.connectors.base import Page
from climact_issy.services import pushes
from climact_issy.settings import get_settings
from tests.support.databases import Databases
from tests.support.replay import Answer, Replay, serving
from tests.unit.connectors.test_smartlina_feed import GOOD, feed

NAME = "eco2mix-national"
NEWEST = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)


def body() -> bytes:
    """Three quarter hours that end now: old ones would not be asked for."""
    rows = [
        {
            "date_heure": (NEWEST - i * timedelta(minutes=15)).isoformat(),
            "nature": "Données temps réel",
            "taux_co2": 30 + i,
        }
        for i in range(3)
    ]
    return json.dumps({"results": rows}).encode()


@pytest.fixture
def server() -> Iterator[Replay]:
    with serving(lambda _: Answer(body())) as found:
        yield found


@pytest.fixture(autouse=True)
def settings(
    monkeypatch: pytest.MonkeyPatch,
    databases: Databases,
    server: Replay,
    tmp_path: Path,
) -> Iterator[None]:
    with databases.migrated("sqlite") as address:
        monkeypatch.setenv("CLIMACT_DATABASE_URL", address)
        monkeypatch.setenv("CLIMACT_DATA_DIR", str(tmp_path))
        monkeypatch.setenv(
            "CLIMACT_SOURCE_ADDRESSES", json.dumps({NAME: server.address})
        )
        get_settings.cache_clear()
        yield
    get_settings.cache_clear()


def test_it_reads_says_what_came_and_is_not_due_again(
    capsys: pytest.CaptureFixture[str], server: Replay
) -> None:
    assert ingesting.main(["ingest", "--due", "--source", NAME]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"{NAME}: 3 new, 0 changed, 0 known, 0 rejected, 1 pages")

    assert ingesting.main(["ingest", "--due", "--source", NAME]) == 0
    assert capsys.readouterr().out == ""
    assert len(server.asked) == 1


def test_a_failure_is_told_and_shown_to_staff(
    capsys: pytest.CaptureFixture[str], server: Replay
) -> None:
    ingesting.main(["ingest", "--source", NAME])
    server.play = lambda _: Answer(status=404)

    assert ingesting.main(["ingest", "--source", NAME]) == 1
    assert "failed, refused (status 404)" in capsys.readouterr().out
    assert ingesting.main(["sources"]) == 0
    told = capsys.readouterr().out
    assert f"{NAME}: failing, newest {NEWEST:%Y-%m-%dT%H:%MZ}" in told
    assert "failed 1 times in a row" in told
    assert "refused; next try" in told


def test_the_past_is_asked_from_a_day_of_paris(server: Replay) -> None:
    day = f"{NEWEST - timedelta(days=60):%Y-%m-%d}"

    assert ingesting.main(["ingest", "--source", NAME, "--since", day]) == 0
    asked = server.asked[0]
    assert asked.path.endswith("/exports/json")
    before = NEWEST - timedelta(days=61)
    assert f"date_heure >= date'{before:%Y-%m-%d}T2" in asked.query["where"]


def test_a_probe_prints_what_came_and_writes_nothing(
    capsys: pytest.CaptureFixture[str], server: Replay
) -> None:
    assert ingesting.main(["probe", NAME]) == 0

    told = capsys.readouterr().out
    assert "3 values, 0 rejected" in told
    assert f"{NEWEST:%Y-%m-%dT%H:%MZ}  30 gCO2/kWh  real_time" in told
    ingesting.main(["sources"])
    assert f"{NAME}: never_read, newest none" in capsys.readouterr().out

    server.play = lambda _: Answer(b"<html>")
    assert ingesting.main(["probe", NAME]) == 1
    assert "not_json" in capsys.readouterr().err


def test_a_name_that_nobody_has_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert ingesting.main(["ingest", "--source", "nobody"]) == 2
    assert f"Known: {NAME}" in capsys.readouterr().err


def test_tables_of_the_team_have_no_turn(capsys: pytest.CaptureFixture[str]) -> None:
    assert ingesting.main(["ingest", "--source", "import"]) == 2
    assert ingesting.main(["probe", "import"]) == 2
    assert "climact observations import" in capsys.readouterr().err

    assert ingesting.main(["sources"]) == 0
    assert "import: never_brought, newest none" in capsys.readouterr().out


def test_a_database_of_another_version_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLIMACT_DATABASE_URL", f"sqlite:///{tmp_path / 'empty'}")
    get_settings.cache_clear()

    assert ingesting.main(["ingest"]) == 2
    assert ingesting.main(["sources"]) == 2
    assert "climact migrate" in capsys.readouterr().err


def test_a_source_that_is_not_connected_is_said_and_never_fails_a_turn(
    capsys: pytest.CaptureFixture[str],
) -> None:
    both = ["ingest", "--source", NAME, "--source", "smartlina-feed"]
    assert ingesting.main(["ingest", "--source", "smartlina-feed"]) == 2
    assert "smartlina-feed is not configured" in capsys.readouterr().err
    assert ingesting.main(["probe", "smartlina-push"]) == 2
    capsys.readouterr()

    assert ingesting.main(both) == 0
    assert capsys.readouterr().out.startswith(NAME)
    ingesting.main(["sources"])
    assert "smartlina-feed: not_configured" in capsys.readouterr().out


def test_a_feed_is_asked_for_with_its_key(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    server: Replay,
) -> None:
    period = NEWEST.isoformat()
    server.play = lambda _: Answer(feed(GOOD | {"period": period, "value": 21}))
    address = json.dumps({"smartlina-feed": f"{server.address}/their/feed.json"})
    monkeypatch.setenv("CLIMACT_SOURCE_ADDRESSES", address)
    monkeypatch.setenv("CLIMACT_SOURCE_KEYS", '{"smartlina-feed": "Bearer abc"}')
    get_settings.cache_clear()

    assert ingesting.main(["ingest", "--source", "smartlina-feed"]) == 0
    assert ingesting.main(["probe", "smartlina-feed"]) == 0

    assert "21 ug/m3" in capsys.readouterr().out
    assert [asked.path for asked in server.asked] == ["/their/feed.json"] * 2
    assert {asked.headers["authorization"] for asked in server.asked} == {"Bearer abc"}


def test_a_feed_that_was_sent_is_read_in_its_turn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLIMACT_FEED_SECRET", "shared")
    get_settings.cache_clear()
    opened = database.open(get_settings().database_address)
    now = datetime.now(UTC)
    body = feed(GOOD | {"period": NEWEST.isoformat()})
    opened.run_here(lambda s: pushes.keep(s, Page("push", "", body, now)))
    database.close()

    assert ingesting.main(["ingest", "--due", "--source", "smartlina-push"]) == 0
    assert ingesting.main(["ingest", "--due", "--source", "smartlina-push"]) == 0
    assert ingesting.main(["probe", "smartlina-push"]) == 0

    told = capsys.readouterr().out
    assert told.count("smartlina-push: 1 new") == 1
    assert "there is nobody to ask" in told
