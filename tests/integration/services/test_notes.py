"""Thank-you notes: for whom, for how long, and never unlabelled in a demo."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import select

from climact_issy.database import Database
from climact_issy.domain.errors import BadInput, ClimactError, NotAllowed, NotFound
from climact_issy.domain.recognition import Note
from climact_issy.models import AuditEvent
from climact_issy.services import deployment, notes
from tests.support.gestures import NOON, moderator, person

TODAY = date(2026, 11, 25)
NOTE = Note(
    note_id=0,
    text=("Merci !", "Thank you!"),
    neighbourhood="",
    starts_on=TODAY,
    ends_on=TODAY + timedelta(days=2),
    signed_by="La Ville",
    is_demo=False,
)


def write(database: Database, **changes: object) -> Note:
    note = replace(NOTE, **changes)
    return database.run_here(lambda s: notes.write(s, None, note, now=NOON))


def shown(database: Database, place: str = "", *, days: int = 0) -> list[str]:
    at = NOON + timedelta(days=days)
    found = database.read_here(lambda s: notes.shown(s, place, now=at))
    return [note.text[0] for note in found]


def test_a_note_is_shown_from_its_first_to_its_last_day(database: Database) -> None:
    write(database)

    assert [shown(database, days=day) for day in (-1, 0, 2, 3)] == [
        [],
        ["Merci !"],
        ["Merci !"],
        [],
    ]


def test_a_note_to_one_neighbourhood_is_its_own(database: Database) -> None:
    write(database, text=("À tous", "To all"))
    write(database, text=("À la Ferme", "To la Ferme"), neighbourhood="la-ferme")

    assert shown(database) == shown(database, "centre-ville") == ["À tous"]
    assert shown(database, "la-ferme") == ["À la Ferme", "À tous"]


def test_a_page_never_shows_more_than_two(database: Database) -> None:
    for number in range(4):
        write(database, text=(f"Mot {number}", f"Note {number}"))

    assert shown(database) == ["Mot 3", "Mot 2"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": ("", "Thank you!")}, "note_text"),
        ({"text": ("Merci", " ")}, "note_text"),
        ({"text": ("x" * 281, "y")}, "note_text"),
        ({"text": ("a\u202eb", "y")}, "note_text"),
        ({"signed_by": ""}, "note_text"),
        ({"ends_on": TODAY - timedelta(days=1)}, "note_dates"),
        ({"neighbourhood": "atlantis"}, "not_found"),
    ],
)
def test_an_impossible_note_is_refused(
    database: Database, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(ClimactError) as caught:
        write(database, **changes)

    assert caught.value.code == code
    assert isinstance(caught.value, BadInput | NotFound)
    assert shown(database) == []


def test_writing_and_withdrawing_leave_their_trace(database: Database) -> None:
    kept = write(database)
    who = moderator(database)
    database.run_here(lambda s: notes.withdraw(s, who, kept.note_id, now=NOON))

    assert shown(database) == []
    rows = database.read_here(lambda s: list(s.exec(select(AuditEvent)).all()))
    assert [(row.actor_ref, row.kind) for row in rows] == [
        ("system", "city_note_written"),
        (who.member_ref, "city_note_withdrawn"),
    ]
    assert all("Merci !" in row.details for row in rows)
    with pytest.raises(NotFound):
        database.run_here(lambda s: notes.withdraw(s, who, kept.note_id, now=NOON))


@pytest.mark.parametrize("kind", ["demo", "real"])
def test_every_note_of_a_demo_is_a_demo_note(
    database: Database, kind: deployment.Kind
) -> None:
    database.run_here(lambda s: deployment.claim(s, kind, now=NOON))

    assert write(database, is_demo=kind == "real").is_demo is (kind == "demo")


def test_only_staff_thanks_in_the_name_of_the_city(database: Database) -> None:
    kept, who = write(database), person(database)
    with pytest.raises(NotAllowed):
        database.run_here(lambda s: notes.write(s, who, NOTE, now=NOON))
    with pytest.raises(NotAllowed):
        database.run_here(lambda s: notes.withdraw(s, who, kept.note_id, now=NOON))
    assert shown(database) == ["Merci !"]

    staff = moderator(database)
    database.run_here(lambda s: notes.withdraw(s, staff, kept.note_id, now=NOON))
    assert shown(database) == []
