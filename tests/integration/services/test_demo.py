"""The demo: labelled, deterministic, and made by the rules of every tap."""

from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from sqlmodel import Session, col, select

from climact_issy.content import rules as published
from climact_issy.database import Database
from climact_issy.domain.civic import civic_day
from climact_issy.models import Citizen, FinalStanding, Ledger, Season
from climact_issy.services import (
    actions,
    citizens,
    demo,
    demo_life,
    demo_teams,
    deployment,
    ledger,
    seasons,
)
from climact_issy.services import leaderboards as boards
from climact_issy.services.demo_life import Moment
from climact_issy.services.deployment import WrongDatabase
from tests.support.databases import Databases
from tests.support.gestures import NOON


def start(session: Session, kind: deployment.Kind = "demo") -> None:
    deployment.claim(session, kind, now=NOON)
    seasons.ensure(session, now=NOON)


def rows(session: Session) -> list[dict[str, object]]:
    found = session.exec(select(Ledger).order_by(col(Ledger.id))).all()
    return [row.model_dump(exclude={"id"}) for row in found]


def test_a_real_database_refuses_the_demo(database: Database) -> None:
    database.run_here(lambda s: start(s, "real"))

    with pytest.raises(WrongDatabase):
        database.run_here(lambda s: demo.seed(s, now=NOON))
    assert database.read_here(lambda s: s.exec(select(Citizen)).all()) == []


def test_the_demo_has_six_ranked_neighbourhoods_and_one_under_ten(
    database: Database,
) -> None:
    database.run_here(start)
    gestures = database.run_here(lambda s: demo.seed(s, now=NOON))
    board = database.read_here(
        lambda s: boards.board(s, rules=published.first(), now=NOON)
    )
    people = database.read_here(lambda s: s.exec(select(Citizen)).all())

    assert 1900 <= len(people) <= 2050
    assert all(who.is_demo for who in people)
    assert len({who.pseudonym for who in people}) == len(people)
    assert [s.neighbourhood for s in board.race.standings if not s.is_ranked] == [
        "les-iles"
    ]
    assert board.goal.done == gestures > 2000
    assert board.race.season.week_number(civic_day(NOON)) == 5
    assert database.read_here(ledger.differences) == []


def test_a_demo_that_begins_has_a_season_before_closed_and_archived(
    database: Database,
) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=NOON))
    gestures = database.run_here(lambda s: demo.seed(s, now=NOON, people=400))
    periods = database.read_here(
        lambda s: s.exec(select(Season).order_by(col(Season.id))).all()
    )
    standings = database.read_here(lambda s: s.exec(select(FinalStanding)).all())

    assert [row.kind for row in periods] == ["season", "pause", "season"]
    assert periods[0].closed_at is not None
    season = database.read_here(lambda s: seasons.current(s, now=NOON))
    assert (season.season_id, season.week_number(civic_day(NOON))) == (periods[2].id, 5)
    assert {row.season_id for row in standings} == {periods[0].id}
    assert any(row.terrace == 1 for row in standings)
    ledgers = database.read_here(lambda s: s.exec(select(Ledger)).all())
    assert len(ledgers) == gestures
    in_pause = [row.amount for row in ledgers if row.season_id == periods[1].id]
    assert in_pause
    assert not any(in_pause)
    assert database.read_here(ledger.differences) == []


@pytest.mark.parametrize(
    "now",
    [
        # Late in the evening at Issy, the clocks went back, or forward, weeks before.
        datetime(2026, 11, 29, 22, 45, tzinfo=UTC),
        datetime(2026, 11, 29, 23, 15, tzinfo=UTC),
        datetime(2027, 4, 4, 21, 45, tzinfo=UTC),
        datetime(2027, 4, 4, 22, 15, tzinfo=UTC),
    ],
)
def test_a_demo_may_begin_in_any_hour(database: Database, now: datetime) -> None:
    database.run_here(lambda s: deployment.claim(s, "demo", now=now))
    database.run_here(lambda s: demo.seed(s, now=now, people=60))

    season = database.read_here(lambda s: seasons.current(s, now=now))
    assert season.week_number(civic_day(now)) == 5
    assert database.read_here(ledger.differences) == []


def test_a_second_seed_changes_nothing(database: Database) -> None:
    database.run_here(start)
    database.run_here(lambda s: demo.seed(s, now=NOON, people=120))
    before = database.read_here(rows)

    assert database.run_here(lambda s: demo.seed(s, now=NOON, people=120)) == 0
    assert database.read_here(rows) == before


def test_the_seeded_ledger_is_the_one_that_taps_would_have_made(
    databases: Databases,
) -> None:
    with databases.migrated("sqlite") as one, databases.migrated("sqlite") as two:
        seeded, tapped = Database(one), Database(two)
        seeded.run_here(start)
        seeded.run_here(lambda s: demo.seed(s, now=NOON, people=120))
        tapped.run_here(start)
        tapped.run_here(_tap_everything)
        kept = {
            table: (
                seeded.read_here(lambda s, t=table: ledger.kept(s, t)),
                tapped.read_here(lambda s, t=table: ledger.kept(s, t)),
            )
            for table in ledger.TOTALS
        }
        ours, theirs = seeded.read_here(rows), tapped.read_here(rows)
        seeded.close()
        tapped.close()

    assert len(ours) > 100
    assert ours == theirs
    assert any(row["team"] for row in ours)
    assert kept["board_place"][0]
    for table, (left, right) in kept.items():
        assert left == right, table


def _tap_everything(session: Session) -> None:
    """Let the same people do the same things through log()."""
    everybody = demo_teams.gather(demo_life.inhabitants(120, NOON))
    session.add_all([Citizen(**demo_life.citizen_row(who)) for who in everybody])
    session.flush()
    refs = {row.member_ref: row.id for row in session.exec(select(Citizen)).all()}
    seen: Counter[tuple[object, ...]] = Counter()
    for moment in demo_life.moments(everybody, NOON):
        _tap(session, moment, refs[moment.who.member_ref] or 0, seen)


def _tap(
    session: Session,
    moment: Moment,
    citizen_id: int,
    seen: Counter[tuple[object, ...]],
) -> None:
    actor = citizens.actor_of(session, citizen_id)
    key = (actor.member_ref, moment.action.slug, civic_day(moment.at))
    try:
        actions.log(
            session,
            actor,
            moment.action,
            moment.quantity,
            seen[key],
            rules=published.first(),
            now=moment.at,
        )
    except actions.CadenceReached:
        return
    seen[key] += 1


def test_every_one_tap_person_has_something_to_do(database: Database) -> None:
    database.run_here(start)
    database.run_here(lambda s: demo.seed(s, now=NOON, people=120))
    gestures = database.read_here(
        lambda s: Counter(s.exec(select(Ledger.member_ref)).all())
    )
    today = database.read_here(
        lambda s: set(
            s.exec(
                select(Ledger.member_ref).where(Ledger.civic_day == civic_day(NOON))
            ).all()
        )
    )
    found = database.read_here(
        lambda s: {
            row.demo_key: row
            for row in s.exec(
                select(Citizen).where(col(Citizen.demo_key).is_not(None))
            ).all()
        }
    )

    assert [person.key for person in demo.personas()] == ["lina", "marc", "awa"]
    assert set(found) == {"lina", "marc", "awa"}
    assert gestures[found["lina"].member_ref] > gestures[found["marc"].member_ref] > 0
    assert gestures[found["awa"].member_ref] == 0
    assert found["awa"].neighbourhood == ""
    assert not today & {row.member_ref for row in found.values()}


def test_its_periods_share_no_day_in_the_last_hour_after_the_clocks_changed(
    database: Database,
) -> None:
    late = datetime(2026, 11, 29, 22, 20, tzinfo=UTC)
    database.run_here(lambda s: deployment.claim(s, "demo", now=late))

    assert database.run_here(lambda s: demo.seed(s, now=late)) > 0

    found = database.read_here(
        lambda s: s.exec(select(Season).order_by(col(Season.starts_on))).all()
    )
    spans = [(season.starts_on, season.ends_on) for season in found]
    assert all(end < start for (_, end), (start, _) in pairwise(spans))
    assert spans[-1][0] <= civic_day(late) <= spans[-1][1]
