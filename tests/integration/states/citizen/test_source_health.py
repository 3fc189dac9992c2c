"""The page of the sources says how they are, without a reason."""

from climact_issy.connectors import eco2mix
from climact_issy.connectors.base import Reason, SourceError
from climact_issy.database import Database
from climact_issy.services import source_states
from climact_issy.states.citizen.source_health import SourceHealthState
from tests.support.gestures import NOON
from tests.support.tabs import Tab


async def test_a_source_that_fails_is_said_in_words(
    tab: Tab, database: Database
) -> None:
    error = SourceError(Reason.TIMEOUT)
    database.run_here(
        lambda s: source_states.failed(s, eco2mix.SOURCE, error, now=NOON, chance=0)
    )
    tab.open("/sources/etat")
    await tab.do(SourceHealthState, SourceHealthState.load)

    found = (await tab.see(SourceHealthState)).view.sources[0]
    assert found.health == "ne répond pas"
    assert "timeout" not in str(found)
