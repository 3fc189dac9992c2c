"""Erasing a person: no link to them, and every total and seal as before."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session, SQLModel, select

from climact_issy.database import Database
from climact_issy.domain.errors import NotAllowed, NotFound
from climact_issy.domain.people import Actor
from climact_issy.models import Citizen
from climact_issy.services import (
    citizens,
    entering,
    erasure,
    ledger,
    outbox,
    seals,
    sessions,
    sign_in,
)
from climact_issy.services.sign_in import Asking, Proof
from tests.support.gestures import (
    NOON,
    SORT,
    decides,
    goes_on_board,
    moderator,
    person,
    plays_for,
    shows,
    tap,
)

ADDRESS = "lina@example.org"
SUBJECT = sign_in.keyed_hash(sign_in.KIND, ADDRESS)
PSEUDONYM = "Hirondelle 7"

KEEPS_THE_REFERENCE = {
    *ledger.TOTALS,
    "ledger",
    "audit_event",
    "challenge_member",
    "challenge_check_in",
    "challenge_gesture",
    "code_use",
}
"""Tables that may hold the member reference of somebody who is gone."""


@dataclass
class Life:
    """Somebody with a row in every table that a person can be in."""

    who: Actor
    cookie: str


def _lives(database: Database) -> Life:
    def begin(session: Session) -> Actor:
        actor = entering.person_of(session, Proof(SUBJECT, "/", "fr"), now=NOON)
        citizens.rename(session, actor, PSEUDONYM, now=NOON)
        citizens.choose_neighbourhood(session, actor, "la-ferme", now=NOON)
        return citizens.actor_of(session, actor.citizen_id)

    who = database.run_here(begin)
    plays_for(database, who, "velo-club")
    goes_on_board(database, who)
    tap(database, who)
    entry_id = tap(database, who, SORT).entry_id
    decides(database, moderator(database), shows(database, who, entry_id))
    database.run_here(lambda s: _fill(s, who))
    asking = Asking(ADDRESS, "browser", "192.0.2.1", "fr", "/")
    database.run_here(
        lambda s: sign_in.ask(s, asking, lambda _: ("s", "t", "h"), now=NOON)
    )
    cookie = database.run_here(
        lambda s: sessions.start(s, who.citizen_id, agent="phone", now=NOON)
    )
    return Life(who, cookie)


def _fill(session: Session, who: Actor) -> None:
    connection = session.connection()
    values = {"ref": who.member_ref, "id": who.citizen_id, "at": NOON}
    for statement in (
        """INSERT INTO team (id, slug, name, join_code, is_demo, created_at)
        VALUES (1, 'velo-club', 'Vélo', 'abc', false, :at)""",
        """INSERT INTO team_membership (team_id, citizen_id, is_captain, joined_at)
        VALUES (1, :id, true, :at)""",
        """INSERT INTO already_doing (citizen_id, action, said_at)
        VALUES (:id, 'velo', :at)""",
        """INSERT INTO code_try (member_ref, client_hash, tried_at)
        VALUES (:ref, '', :at)""",
        """INSERT INTO signal (key, kind, subject, civic_day, count, first_at, last_at,
        reviewed_by) VALUES ('k', 'burst', :ref, '2026-11-25', 9, :at, :at, '')""",
    ):
        bound = {n: v for n, v in values.items() if f":{n}" in statement}
        typed = text(statement).bindparams(**bound)
        connection.execute(typed)


def _everywhere(session: Session) -> dict[str, str]:
    """Every table as one text."""
    connection = session.connection()
    return {
        name: "\n".join(repr(tuple(row)) for row in connection.execute(table.select()))
        for name, table in SQLModel.metadata.tables.items()
    }


def _erase(database: Database, who: Actor) -> None:
    database.run_here(lambda s: erasure.erase(s, who.member_ref, by="self", now=NOON))


def test_no_row_of_any_table_leads_to_who_was_erased(database: Database) -> None:
    other = person(database, "val-de-seine")
    tap(database, other)
    life = _lives(database)
    citizen = database.read_here(lambda s: s.get(Citizen, life.who.citizen_id))
    assert citizen is not None
    before = database.read_here(_everywhere)
    traces = (SUBJECT, PSEUDONYM, ADDRESS, sessions.hash_of(life.cookie))
    for trace in traces:
        assert any(trace in rows for rows in before.values()), trace

    _erase(database, life.who)

    after = database.read_here(_everywhere)
    for trace in traces:
        assert not [name for name, rows in after.items() if trace in rows], trace
    left = {name for name, rows in after.items() if life.who.member_ref in rows}
    assert {"ledger", "member_total"} <= left <= KEEPS_THE_REFERENCE
    for name, table in SQLModel.metadata.tables.items():
        if "citizen_id" in table.c:
            ids = database.read_here(
                lambda s, t=table: list(s.connection().scalars(select(t.c.citizen_id)))
            )
            assert life.who.citizen_id not in ids, name
    assert other.member_ref in after["action_log"]


def test_the_chain_and_every_total_stay(database: Database) -> None:
    life = _lives(database)
    tap(database, person(database, "la-ferme"))
    last = database.run_here(seals.candidate).last_id
    made = database.read_here(lambda s: seals.next_seal(s, last, now=NOON))
    assert made is not None
    database.run_here(lambda s: seals.keep(s, made))
    tables = [name for name in ledger.TOTALS if name != "board_place"]

    def kept(session: Session) -> list[object]:
        return [
            [r for r in ledger.kept(session, t) if r.get("group_kind") != "individual"]
            for t in tables
        ]

    before = database.read_here(kept)

    _erase(database, life.who)

    assert database.read_here(kept) == before
    assert database.read_here(ledger.differences) == []
    checked = database.read_here(seals.verify)
    assert (checked.rows, checked.faults) == (made.row_count, ())


def test_the_private_ranking_counts_one_person_less(database: Database) -> None:
    life = _lives(database)
    stays = person(database, "la-ferme")
    goes_on_board(database, stays)
    tap(database, stays)

    _erase(database, life.who)

    places = database.read_here(lambda s: ledger.kept(s, "board_place"))
    assert [place["member_ref"] for place in places] == [stays.member_ref]
    counted = [
        row
        for row in database.read_here(lambda s: ledger.kept(s, "group_points"))
        if row["group_kind"] == "individual"
    ]
    assert [(row["points"], row["people"]) for row in counted] == [(10, 1)]


def test_who_was_erased_can_do_nothing_more(database: Database) -> None:
    life = _lives(database)
    _erase(database, life.who)

    assert database.read_here(lambda s: sessions.find(s, life.cookie, now=NOON)) is None
    with pytest.raises(NotFound):
        tap(database, life.who, now=NOON + timedelta(minutes=1))
    with pytest.raises(NotFound):
        _erase(database, life.who)


def test_the_same_address_begins_again_as_somebody_else(database: Database) -> None:
    life = _lives(database)
    _erase(database, life.who)

    again = database.run_here(
        lambda s: entering.person_of(s, Proof(SUBJECT, "/", "fr"), now=NOON)
    )

    assert again.member_ref != life.who.member_ref
    mine = database.read_here(lambda s: citizens.season_points(s, again, now=NOON))
    assert mine == 0


def test_no_newcomer_gets_the_numbers_of_who_was_erased(database: Database) -> None:
    life = _lives(database)
    session_id = database.read_here(
        lambda s: (
            s.connection().execute(text("SELECT max(id) FROM web_session")).scalar_one()
        )
    )
    _erase(database, life.who)

    next_one = person(database, "la-ferme")
    cookie = database.run_here(
        lambda s: sessions.start(s, next_one.citizen_id, agent="", now=NOON)
    )

    assert next_one.citizen_id > life.who.citizen_id
    seen = database.read_here(lambda s: sessions.find(s, cookie, now=NOON))
    assert seen is not None
    assert seen.actor.session_id > session_id


def test_evidence_after_an_erasure_has_keys_of_its_own(database: Database) -> None:
    staff = moderator(database)
    for _ in range(2):
        who = person(database, "la-ferme")
        decides(database, staff, shows(database, who, tap(database, who).entry_id))
        _erase(database, who)

    assert database.read_here(ledger.differences) == []


def test_staff_names_a_person_by_reference_or_address(database: Database) -> None:
    ref = _lives(database).who.member_ref

    for name in (ref, ADDRESS, f" {ADDRESS.upper()} "):
        assert database.read_here(lambda s, n=name: erasure.member_of(s, n)) == ref
    for nobody in ("0" * 32, "marie@example.org", "nobody", ""):
        with pytest.raises(NotFound):
            database.read_here(lambda s, n=nobody: erasure.member_of(s, n))


def test_the_mails_of_others_still_leave(database: Database) -> None:
    life = _lives(database)
    database.run_here(
        lambda s: outbox.queue(
            s, recipient="marie@example.org", subject="s", text="t", now=NOON
        )
    )

    _erase(database, life.who)

    left = database.read_here(
        lambda s: list(
            s.connection().scalars(text("SELECT recipient FROM outbox_mail"))
        )
    )
    assert left == ["marie@example.org"]


def test_a_person_that_everybody_of_the_demo_may_be_stays(database: Database) -> None:
    who = person(database, "la-ferme")
    database.run_here(
        lambda s: s.connection().execute(text("UPDATE citizen SET demo_key = 'lina'"))
    )

    with pytest.raises(NotAllowed, match="demo_person"):
        _erase(database, who)


def test_erasing_while_somebody_taps_keeps_the_totals_true(database: Database) -> None:
    people = [person(database, "la-ferme") for _ in range(6)]
    for who in people:
        goes_on_board(database, who)
        tap(database, who)

    erased = [
        database.submit(
            lambda s, ref=who.member_ref: erasure.erase(s, ref, by="self", now=NOON)
        )
        for who in people[:3]
    ]
    for who in people[3:]:
        tap(database, who, seen=1)
    for each in erased:
        each.result()

    assert database.read_here(ledger.differences) == []
