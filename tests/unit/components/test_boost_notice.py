"""The notice is drawn from a State; without a boost there is no box."""

from climact_issy import texts
from climact_issy.components.boost_notice import boost_notices
from climact_issy.states.citizen.weather import BoostsState
from tests.support.rendered import rendered


def test_a_notice_says_why_and_leads_to_the_challenge() -> None:
    t = texts.for_language("fr")
    told = rendered(boost_notices(t, BoostsState.boosts, rules_href="/meteo"))

    for words in ("Défi du moment", "Je vois ce défi", "Voir le chiffre", "/meteo"):
        assert words in told
    assert "bonus" in told
    assert "until" in told
    assert "polite" in told
