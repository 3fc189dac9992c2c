"""People: what they choose and what they see of themselves."""

from datetime import date, timedelta

import pytest

from climact_issy.database import Database
from climact_issy.domain.errors import BadInput, NotFound
from climact_issy.domain.gestures import Me
from climact_issy.domain.people import Actor, Situation
from climact_issy.services import citizens, seasons
from tests.support.events import batch, event, redeem, texts
from tests.support.gestures import NOON, SORT, person, tap, untap
from tests.support.rules import RULES


def me(database: Database, who: Actor, *, days: int = 0) -> Me:
    return database.read_here(
        lambda s: citizens.me(s, who, rules=RULES, now=NOON + timedelta(days=days))
    )


def season_points(database: Database, who: Actor, *, days: int) -> int:
    return database.read_here(
        lambda s: citizens.season_points(s, who, now=NOON + timedelta(days=days))
    )


def move(database: Database, who: Actor, slug: str, *, days: int = 0) -> Actor:
    return database.run_here(
        lambda s: citizens.choose_neighbourhood(
            s, who, slug, now=NOON + timedelta(days=days)
        )
    )


def test_two_people_have_different_random_references(database: Database) -> None:
    one, two = person(database), person(database)

    assert one.member_ref != two.member_ref
    assert len(one.member_ref) == 32
    assert one.pseudonym
    assert one.neighbourhood == ""


def test_a_person_is_read_back_as_an_actor(database: Database) -> None:
    who = person(database, "la-ferme")

    found = database.read_here(
        lambda s: citizens.actor_of(s, who.citizen_id, session_id=7)
    )

    assert (found.member_ref, found.neighbourhood) == (who.member_ref, "la-ferme")
    assert found.session_id == 7
    with pytest.raises(NotFound):
        database.read_here(lambda s: citizens.actor_of(s, 10**6))


def test_a_name_is_cleaned_and_bounded(database: Database) -> None:
    who = person(database)

    def rename(name: str) -> str:
        return database.run_here(
            lambda s: citizens.rename(s, who, name, now=NOON)
        ).pseudonym

    assert rename("  Petite   Feuille ") == "Petite Feuille"
    for name in ("", "   ", "x" * 41, "a\x00b", "a\u202eb"):
        with pytest.raises(BadInput):
            rename(name)


def test_language_and_situation_are_kept(database: Database) -> None:
    who = person(database)
    situation = Situation(is_tenant=True, has_car=False)
    database.run_here(lambda s: citizens.set_language(s, who, "en", now=NOON))
    database.run_here(lambda s: citizens.set_situation(s, who, situation, now=NOON))

    found = database.read_here(lambda s: citizens.actor_of(s, who.citizen_id))

    assert (found.language, found.situation) == ("en", situation)
    with pytest.raises(BadInput):
        database.run_here(lambda s: citizens.set_language(s, who, "xx", now=NOON))


def test_only_real_neighbourhoods_can_be_chosen(database: Database) -> None:
    who = person(database)

    assert move(database, who, "outside").neighbourhood == "outside"
    assert move(database, who, "unknown").neighbourhood == "unknown"
    assert move(database, who, "les-iles").neighbourhood == "les-iles"
    with pytest.raises(NotFound):
        move(database, who, "versailles")


def test_a_wrong_tap_on_the_map_is_put_right_at_once(database: Database) -> None:
    who = move(database, person(database), "les-iles")

    assert move(database, who, "la-ferme").neighbourhood == "la-ferme"


def test_whoever_has_gestures_this_season_moves_with_the_next_one(
    database: Database,
) -> None:
    who = person(database, "la-ferme")
    tap(database, who)

    for slug in ("les-iles", "outside", "unknown"):
        assert move(database, who, slug, days=27).neighbourhood == "la-ferme"
        found = me(database, who, days=27)
        assert (found.neighbourhood, found.next_neighbourhood) == ("la-ferme", slug)
        assert found.moves_on == date(2027, 2, 1)
    assert tap(database, who, now=NOON + timedelta(days=28)).neighbourhood == "la-ferme"
    later = NOON + timedelta(weeks=10)
    assert tap(database, who, now=later).neighbourhood == "unknown"
    assert me(database, who, days=70).next_neighbourhood == ""


def test_choosing_ones_own_neighbourhood_takes_the_wish_back(
    database: Database,
) -> None:
    who = person(database, "la-ferme")
    tap(database, who)
    move(database, who, "les-iles")
    move(database, who, "la-ferme")

    assert me(database, who).next_neighbourhood == ""
    assert (
        tap(database, who, now=NOON + timedelta(weeks=10)).neighbourhood == "la-ferme"
    )


def test_who_was_outside_joins_at_once_and_a_pause_lets_everybody_move(
    database: Database,
) -> None:
    who = person(database, "outside")
    tap(database, who)
    assert move(database, who, "la-ferme").neighbourhood == "la-ferme"
    tap(database, who, seen=1)

    pause = NOON + timedelta(weeks=8)
    database.run_here(lambda s: seasons.ensure(s, now=pause))
    assert move(database, who, "les-iles", days=56).neighbourhood == "les-iles"


def test_in_a_pause_one_sees_the_season_before_it_and_the_gestures_since(
    database: Database,
) -> None:
    who = person(database, "la-ferme")
    tap(database, who)
    tap(database, who, now=NOON + timedelta(weeks=8))
    found = me(database, who, days=56)

    assert (found.points_season, found.points_week, found.gestures) == (10, 0, 2)
    assert (found.active_weeks, len(found.recent)) == (2, 2)
    assert (found.season.slug, found.resumes_on) == ("2026-s48", date(2027, 2, 1))
    assert season_points(database, who, days=56) == 10
    assert me(database, who).resumes_on is None
    database.run_here(lambda s: seasons.ensure(s, now=NOON + timedelta(weeks=10)))
    assert season_points(database, who, days=70) == 0


def test_in_a_pause_one_sees_its_events_beside_those_of_the_season(
    database: Database,
) -> None:
    who = person(database, "la-ferme")
    pause = NOON + timedelta(weeks=8)
    for slug, at in (("avant", NOON), ("pause", pause)):
        event(database, slug, starts_on=at.date(), ends_on=at.date())
        (code,) = texts(database, batch(database, slug=slug))
        redeem(database, who, code, now=at)

    found = me(database, who, days=56)

    assert [line.points for line in found.events] == [0, 22]
    assert found.gestures == 2


def test_after_moving_the_next_gesture_counts_there(database: Database) -> None:
    who = person(database, "la-ferme")
    untap(database, who, tap(database, who).entry_id)
    who = move(database, who, "les-iles")

    assert tap(database, who, seen=1).neighbourhood == "les-iles"


def test_one_sees_points_weeks_and_gestures(database: Database) -> None:
    who = person(database, "la-ferme")
    tap(database, who, quantity=10)
    tap(database, who, SORT, now=NOON + timedelta(days=1))
    tap(database, who, now=NOON + timedelta(days=7))
    gone = tap(database, who, seen=1, now=NOON + timedelta(days=7))
    untap(database, who, gone.entry_id, now=NOON + timedelta(days=7))

    found = me(database, who, days=7)

    assert (found.points_season, found.points_week, found.points_today) == (35, 10, 10)
    assert (found.gestures, found.active_weeks) == (3, 2)
    assert found.saving_kgco2e == pytest.approx(3.0)
    assert found.gestures_with_saving == 2
    assert [line.is_undone for line in found.recent] == [True, False, False, False]
    assert [line.can_undo for line in found.recent] == [False, True, False, False]
    assert (found.week_cap, found.day_cap) == (100, 30)
    assert found.joined_at == NOON


def test_a_new_person_sees_zeros(database: Database) -> None:
    tap(database, person(database))
    found = me(database, person(database))

    assert (found.points_season, found.gestures, found.recent) == (0, 0, ())


def test_active_weeks_of_a_season_before_are_kept(database: Database) -> None:
    who = person(database)
    # The season after: eight weeks, then a pause of two.
    for weeks in (0, 1, 10):
        tap(database, who, now=NOON + timedelta(weeks=weeks))

    found = me(database, who, days=7 * 10)

    assert (found.active_weeks, found.gestures, found.points_week) == (3, 1, 10)
