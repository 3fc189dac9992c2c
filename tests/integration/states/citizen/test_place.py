"""The steps and the notes of a neighbourhood, as a tab sees them."""

from climact_issy.database import Database
from climact_issy.domain.recognition import Note
from climact_issy.services import notes
from climact_issy.states.citizen.place import PlaceState
from tests.support.gestures import NOON, person, tap
from tests.support.tabs import Tab


async def test_a_place_tells_its_next_step_and_its_notes(
    tab: Tab, database: Database
) -> None:
    for _ in range(10):
        tap(database, person(database, "la-ferme"))
    day = NOON.date()
    note = Note(0, ("Merci", "Thanks"), "la-ferme", day, day, "La Ville", is_demo=False)
    database.run_here(lambda s: notes.write(s, None, note, now=NOON))
    tab.open("/en/neighbourhoods/la-ferme")

    await tab.do(PlaceState, PlaceState.load)

    place = (await tab.see(PlaceState)).place
    assert "100 actions" in place.milestone
    assert [found.text for found in place.notes] == ["Thanks"]


async def test_a_small_place_tells_nothing(tab: Tab, database: Database) -> None:
    tap(database, person(database, "les-iles"))
    tab.open("/quartiers/les-iles")

    await tab.do(PlaceState, PlaceState.load)

    assert (await tab.see(PlaceState)).place.milestone == ""
    assert not await tab.notice()
