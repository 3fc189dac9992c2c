from climact_issy.database import Database
from climact_issy.states.audience import Face, audience
from climact_issy.states.citizen.board import BoardState, present, read_board
from tests.support.gestures import person, tap
from tests.support.tabs import Tab


async def test_a_page_shows_the_board_and_is_told_of_its_changes(tab: Tab) -> None:
    audience.tabs.clear()
    tab.open("/en/neighbourhoods")

    await tab.do(BoardState, BoardState.load)

    page = await tab.see(BoardState)
    assert page.is_loaded
    assert len(page.board.by_slug) == 7
    assert audience.tabs == {"tab-1": Face("en", "")}
    audience.tabs.clear()


async def test_the_board_knows_whose_neighbourhood_it_is(
    tab: Tab, database: Database
) -> None:
    tab.sign_in(person(database, "la-ferme"))

    await tab.do(BoardState, BoardState.load)

    assert (await tab.see(BoardState)).board.yours == "la-ferme"
    audience.tabs.clear()


async def test_a_gesture_moves_the_shared_goal(tab: Tab, database: Database) -> None:
    assert tab.viewer is None
    before = await read_board()
    tap(database, person(database, "la-ferme"))
    after = await read_board()

    assert after.goal.done == before.goal.done + 1
    assert after.version != before.version


async def test_under_ten_people_no_count_is_published(
    tab: Tab, database: Database
) -> None:
    assert tab.viewer is None
    tap(database, person(database, "la-ferme"))

    board = present(await read_board(), Face("fr", "la-ferme"))

    assert board.terraces == []
    assert board.today == []
