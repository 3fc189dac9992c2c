"""State machines of hypothesis, lived on a database of their own."""

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from climact_issy.database import Database
from tests.support.databases import Databases


class Life(RuleBasedStateMachine):
    """What people do in any order, each time on a new database."""

    databases: Databases
    engine: str

    def __init__(self) -> None:
        super().__init__()
        self._address = self.databases.migrated(self.engine)
        self.database = Database(self._address.__enter__())

    def teardown(self) -> None:
        self.database.close()
        self._address.__exit__(None, None, None)


def live(kind: type[Life], databases: Databases, engine: str) -> None:
    """Live some lives on one engine; fewer on the slower one."""
    kind.databases, kind.engine = databases, engine
    run_state_machine_as_test(
        kind,
        settings=settings(
            max_examples=15 if engine == "sqlite" else 6,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
