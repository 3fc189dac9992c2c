import pytest

from climact_issy import texts
from climact_issy.domain.shares import Shares
from climact_issy.presenters.shares import SharesView, group_shares, total_shares

FR, EN = texts.for_language("fr"), texts.for_language("en")


def test_one_s_own_points_are_told_with_their_share() -> None:
    view = total_shares(FR, Shares(declared=75, evidence=20, code=5))

    assert view.proven == 25
    assert view.sentence.startswith("75\u202f% des points sont déclarés")
    assert view.heads == ["Points", "Part"]
    assert [row.cells for row in view.rows] == [
        ["75", "75\u202f%"],
        ["20", "20\u202f%"],
        ["0", "0\u202f%"],
        ["5", "5\u202f%"],
        ["0", "0\u202f%"],
    ]


def test_points_on_people_s_word_alone_say_so() -> None:
    view = total_shares(EN, Shares(declared=10))

    assert (view.proven, view.sentence) == (
        0,
        "All these points are declared, on trust.",
    )


def test_a_group_shows_percents_and_never_its_points() -> None:
    here, everybody = Shares(declared=700, code=300), Shares(declared=9000, code=1000)

    view = group_shares(EN, [("La Ferme", here), ("All of Issy", everybody)])

    assert view.heads == ["La Ferme", "All of Issy"]
    assert view.rows[0].cells == ["70%", "90%"]
    assert view.rows[3].cells == ["30%", "10%"]
    assert "300" not in repr(view)


@pytest.mark.parametrize("named", [[], [("x", Shares())]])
def test_without_points_there_is_nothing_to_show(
    named: list[tuple[str, Shares]],
) -> None:
    assert group_shares(FR, named) == SharesView()
    assert total_shares(FR, Shares()) == SharesView()
