"""Where points come from: closed until asked for, in words and as a table."""

from climact_issy import texts
from climact_issy.components.shares import shares
from climact_issy.domain.shares import Shares
from climact_issy.presenters.shares import SharesView, total_shares
from climact_issy.states.citizen.shares import SharesState
from tests.support.rendered import rendered

FRENCH = texts.for_language("fr")


def test_it_opens_on_demand_and_its_table_says_all() -> None:
    drawn = rendered(shares(FRENCH, total_shares(FRENCH, Shares(30, 10))))

    assert "D’où viennent ces points" in drawn
    assert '"details"' in drawn
    assert "Photo vérifiée" in drawn
    assert '"25%"' in drawn


def test_a_page_whose_total_is_further_away_asks_its_own_question() -> None:
    view = total_shares(FRENCH, Shares(30))

    drawn = rendered(shares(FRENCH, view, "D’où viennent mes points ?"))

    assert "D’où viennent mes points ?" in drawn
    assert "ces points" not in drawn.replace("Tous ces points", "")


def test_a_live_page_shows_nothing_until_there_are_points() -> None:
    drawn = rendered(shares(FRENCH, SharesState.shares))

    assert 'shares_rx_state_?.["sentence"]' in drawn
    assert not SharesView().sentence
