"""A tab on a migrated, empty database with its season open."""

import pytest

from climact_issy.database import Database
from climact_issy.services import seasons
from climact_issy.states import acting
from tests.support.gestures import NOON
from tests.support.tabs import Tab


@pytest.fixture
def tab(database: Database, monkeypatch: pytest.MonkeyPatch) -> Tab:
    database.run_here(lambda session: seasons.ensure(session, now=NOON))
    for name in (
        "session",
        "board",
        "daily",
        "me",
        "actions",
        "rules",
        "challenges",
        "codes",
        "shares",
        "badges",
        "already",
        "place",
        "live_figures",
        "source_health",
        "weather",
    ):
        monkeypatch.setattr(
            f"climact_issy.states.citizen.{name}.now", lambda: NOON, raising=False
        )
    monkeypatch.setattr(acting, "now", lambda: NOON)
    return Tab(monkeypatch)
