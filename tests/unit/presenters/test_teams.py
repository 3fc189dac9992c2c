"""My teams and the private ranking, in words."""

import pytest

from climact_issy import texts
from climact_issy.domain.shares import Shares
from climact_issy.domain.teams import AroundMe, Line, MyTeam, Team
from climact_issy.presenters.shares import SharesView
from climact_issy.presenters.teams import ranking_view, teams_view

FR, EN = texts.for_language("fr"), texts.for_language("en")
CLUB = Team("velo-club", "Vélo-Club", "ABCDEFGH")


def test_a_team_says_where_i_stand_and_how_to_invite() -> None:
    (view,) = teams_view(FR, [MyTeam(CLUB, True, True, False, 7)]).teams  # noqa: FBT003 - three answers

    assert view.state == "vos gestes comptent pour elle · vous l’animez · 7 membres"
    assert (view.code, view.invitation) == ("ABCD-EFGH", "/equipes?code=ABCD-EFGH")


def test_few_members_are_not_counted_aloud() -> None:
    (view,) = teams_view(FR, [MyTeam(CLUB, False, False, True, None)]).teams  # noqa: FBT003 - three answers

    assert "moins de 5 membres" in view.state
    assert "prochaine saison" in view.state


def test_the_points_of_a_team_come_with_their_proof() -> None:
    mine = MyTeam(CLUB, False, True, False, 12, Shares(declared=900, code=300))  # noqa: FBT003 - three answers
    (view,) = teams_view(EN, [mine]).teams

    assert view.points == "1,200 points this season"
    assert view.shares.proven == 25
    (small,) = teams_view(EN, [MyTeam(CLUB, False, True, False, 6)]).teams  # noqa: FBT003 - three answers
    assert (small.points, small.shares) == ("", SharesView())


@pytest.mark.parametrize(
    ("rank", "french", "english"),
    [
        (1, "1re", "1st"),
        (2, "2e", "2nd"),
        (13, "13e", "13th"),
        (1203, "1\u202f203e", "1,203rd"),
    ],
)
def test_a_rank_is_said_as_people_say_it(rank: int, french: str, english: str) -> None:
    found = AroundMe(True, 2000, (Line(rank, "Moi", 5, is_me=True),), None, 0)  # noqa: FBT003 - is in

    assert ranking_view(FR, found).headline == f"{french} sur 2\u202f000"
    assert ranking_view(EN, found).headline == f"{english} of 2,000"


def test_ties_and_the_gap_are_sentences() -> None:
    found = AroundMe(True, 9, (Line(2, "Moi", 5, is_me=True),), 1, 2)  # noqa: FBT003 - is in

    assert ranking_view(FR, found).gap == (
        "À égalité avec 2 autres personnes. "
        "Encore 1 point pour rejoindre la place au-dessus."
    )


def test_without_lines_there_is_neither_place_nor_gap() -> None:
    view = ranking_view(FR, AroundMe(True))  # noqa: FBT003 - is in

    assert (view.is_in, view.headline, view.gap, view.lines) == (True, "", "", [])
