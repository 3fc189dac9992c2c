from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from climact_issy.database import Database
from climact_issy.domain.codes import is_sound
from climact_issy.domain.errors import BadInput, NotAllowed, NotFound
from climact_issy.domain.people import Actor, Role
from climact_issy.models import AuditEvent, CodeBatch
from climact_issy.services import code_batches
from climact_issy.services.code_batches import MAX_CODES, Wanted
from climact_issy.services.deployment import WrongDatabase
from tests.support.events import SLUG, TODAY, batch, captain, event, redeem, texts
from tests.support.gestures import NOON, person


def create(database: Database, actor: Actor | None, **changes: object) -> int:
    wanted = Wanted(**({"slug": SLUG, "count": 2} | changes))  # pyright: ignore[reportArgumentType] - a test builds the value from a dict
    return database.run_here(lambda s: code_batches.create(s, actor, wanted, now=NOON))


def moderator(database: Database) -> Actor:
    return replace(person(database), role=Role.MODERATOR)


def test_a_batch_has_as_many_different_codes_as_asked(database: Database) -> None:
    event(database)
    found = texts(database, create(database, None, count=MAX_CODES))
    assert len(set(found)) == MAX_CODES
    assert all(is_sound(text) for text in found)


def test_a_code_that_exists_is_drawn_again(database: Database) -> None:
    event(database)
    taken = iter([0] * 7 + [0] * 7 + [1] * 7)

    def work(wanted: Wanted) -> int:
        return database.run_here(
            lambda s: code_batches.create(
                s, None, wanted, now=NOON, choose=lambda _: next(taken)
            )
        )

    first = work(Wanted(SLUG, 1))
    second = work(Wanted(SLUG, 1))
    assert texts(database, first) != texts(database, second)
    assert list(taken) == []


def test_moderators_and_captains_of_the_team_make_and_print(
    database: Database,
) -> None:
    event(database, owner_team="velos")
    lina, tom, zoe = (person(database) for _ in range(3))
    captain(database, lina, "velos")
    captain(database, tom, "velos", is_captain=False)
    captain(database, zoe, "autres")

    batch_id = create(database, lina)
    create(database, moderator(database))
    for stranger in (tom, zoe):
        with pytest.raises(NotAllowed):
            create(database, stranger)
        with pytest.raises(NotFound):
            database.read_here(lambda s, a=stranger: code_batches.sheet(s, a, batch_id))
    sheet = database.read_here(lambda s: code_batches.sheet(s, lina, batch_id))
    assert list(sheet.texts) == texts(database, batch_id)


def test_what_the_city_holds_is_for_moderators(database: Database) -> None:
    event(database)
    with pytest.raises(NotAllowed):
        create(database, replace(person(database), role=Role.CAPTAIN))
    assert create(database, moderator(database))


def test_who_made_a_batch_is_written_down(database: Database) -> None:
    event(database)
    staff = moderator(database)
    create(database, staff)
    create(database, None)
    kept = database.read_here(lambda s: s.exec(select(AuditEvent)).all())
    assert [(row.kind, row.actor_ref, row.subject) for row in kept] == [
        ("codes_created", staff.member_ref, SLUG),
        ("codes_created", "system", SLUG),
    ]


def test_a_sheet_leaves_out_the_codes_that_are_used_up(database: Database) -> None:
    event(database)
    batch_id = batch(database, 3)
    used, *left = texts(database, batch_id)
    redeem(database, person(database), used)
    sheet = database.read_here(lambda s: code_batches.sheet(s, None, batch_id))
    assert (list(sheet.texts), sheet.spent) == (left, 1)
    assert (sheet.valid_from, sheet.valid_until) == (
        TODAY - timedelta(days=1),
        TODAY + timedelta(days=1),
    )


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"count": 0}, "code_count"),
        ({"count": MAX_CODES + 1}, "code_count"),
        ({"uses": 0}, "code_count"),
        ({"uses": 10**6}, "code_count"),
        ({"valid_from": TODAY - timedelta(days=2)}, "code_days"),
        ({"valid_until": TODAY + timedelta(days=2)}, "code_days"),
        (
            {"valid_from": TODAY, "valid_until": TODAY - timedelta(days=1)},
            "code_days",
        ),
    ],
)
def test_an_impossible_batch_is_refused(
    database: Database, changes: dict[str, object], code: str
) -> None:
    event(database)
    with pytest.raises(BadInput) as refusal:
        create(database, None, **changes)
    assert refusal.value.code == code
    assert not database.read_here(lambda s: s.exec(select(CodeBatch)).all())


def test_nothing_is_made_for_what_is_no_event(database: Database) -> None:
    event(database, "but", kind="goal")
    for slug in ("but", "ailleurs"):
        with pytest.raises(NotFound):
            create(database, None, slug=slug)
    with pytest.raises(NotFound):
        database.read_here(lambda s: code_batches.sheet(s, None, 1))


def test_an_event_of_the_demonstration_has_no_codes_elsewhere(
    database: Database,
) -> None:
    event(database, is_demo=True)
    with pytest.raises(WrongDatabase):
        create(database, None)
