"""The award of a completion is a ledger row like any other."""

from dataclasses import replace

from sqlmodel import Session, select

from climact_issy.database import Database
from climact_issy.models import Ledger
from climact_issy.services import challenge_awards, ledger, seasons
from climact_issy.services.challenge_awards import Awarded, Won
from climact_issy.services.sums import Spot
from tests.support.gestures import NOON, person
from tests.support.rules import RULES, rules


def won(database: Database) -> Won:
    who = person(database, "la-ferme")
    season = database.run_here(lambda s: seasons.ensure(s, now=NOON))
    spot = Spot(who.member_ref, season.season_id, NOON.date(), "la-ferme", "velo")
    return Won(7, "promesse", 3, spot, RULES, NOON, is_on_board=False)


def give(database: Database, found: Won) -> Awarded:
    return database.run_here(lambda s: challenge_awards.give(s.connection(), found))


def rows(session: Session) -> list[tuple[str, str, int, str, str | None]]:
    found = session.exec(select(Ledger).order_by(Ledger.id)).all()  # pyright: ignore[reportArgumentType] - a column
    return [(r.kind, r.subject, r.amount, r.tier, r.team) for r in found]


def test_an_award_counts_once_for_person_neighbourhood_and_team(
    database: Database,
) -> None:
    given = give(database, won(database))

    assert (given.points, given.done) == (15, 1)
    assert database.read_here(rows) == [
        ("challenge", "promesse", 15, "declared", "velo")
    ]
    assert database.read_here(ledger.differences) == []


def test_an_award_taken_back_leaves_nothing_and_may_come_again(
    database: Database,
) -> None:
    found = won(database)
    given = give(database, found)
    taken = database.run_here(
        lambda s: challenge_awards.take_back(
            s.connection(), given.entry_id, now=NOON, is_on_board=False
        )
    )
    assert (taken.points, taken.done) == (-15, 0)

    assert give(database, found).points == 15
    assert [row[2] for row in database.read_here(rows)] == [15, -15, 15]
    assert database.read_here(ledger.differences) == []


def test_caps_and_pauses_hold_for_awards_too(database: Database) -> None:
    found = won(database)

    assert give(database, replace(found, rules=rules(day_cap=4))).points == 4
    assert give(database, replace(found, is_pause=True)).points == 0
