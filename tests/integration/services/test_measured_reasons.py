"""The reason of a challenge is read beside it; most challenges have none."""

from climact_issy.connectors import eco2mix
from climact_issy.database import Database
from climact_issy.services import boosts, challenges, measured_reasons
from tests.support.challenges import running
from tests.support.rules import RULES
from tests.support.weather import ATMO, NOW, measure


def test_only_what_a_rule_opened_has_a_reason(
    database: Database, counted_actions: None
) -> None:
    del counted_actions
    slug = running(database)
    card = database.read_here(lambda s: challenges.card(s, slug, rules=RULES))

    assert card.measured is None


def test_what_is_kept_is_what_is_read(database: Database) -> None:
    measure(database, ATMO, 5)
    database.run_here(lambda s: boosts.open_due(s, now=NOW))
    shown = database.read_here(lambda s: challenges.opened_by_rules(s, rules=RULES))
    measured = shown[0].measured

    assert measured is not None
    kept = measured_reasons.columns(measured)
    assert (kept["indicator"], kept["comparison"]) == ("indice-atmo", "at_least")
    running_now = database.read_here(
        lambda s: challenges.opened_by_rules(s, rules=RULES, only_running=True)
    )
    assert running_now == shown


def test_a_source_that_is_gone_keeps_its_name() -> None:
    assert measured_reasons.producer_of("x") == "x"
    assert measured_reasons.producer_of(eco2mix.SOURCE.name) == eco2mix.SOURCE.producer
