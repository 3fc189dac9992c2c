from climact_issy.states.citizen.simulation import PANEL, SimulationState
from tests.support.tabs import Tab

HOME = "/budget-climat"


async def view(tab: Tab):  # noqa: ANN201 - what the page shows
    return (await tab.see(SimulationState)).view


async def choose(tab: Tab, *slugs: str) -> object:
    answer: object = None
    for slug in slugs:
        answer = await tab.do(SimulationState, SimulationState.choose, slug)
    return answer


async def test_it_starts_with_2000_people_and_nothing_chosen(tab: Tab) -> None:
    tab.open(HOME)
    await tab.do(SimulationState, SimulationState.load)

    shown = await view(tab)
    assert shown.people == "2\u202f000 habitants"
    assert not any(shown.is_chosen)
    assert not shown.is_touched
    assert shown.language == "fr"


async def test_choices_add_up_and_can_be_taken_away(tab: Tab) -> None:
    tab.open(HOME)
    await tab.do(SimulationState, SimulationState.load)
    await choose(tab, "teletravailler", "composter")
    assert sum((await view(tab)).is_chosen) == 2

    await choose(tab, "teletravailler")

    shown = await view(tab)
    assert shown.address == "/budget-climat?n=2000&g=composter"
    assert shown.is_touched


async def test_an_overlap_is_asked_about_and_can_be_swapped(tab: Tab) -> None:
    tab.open(HOME)
    await choose(tab, "teletravailler", "composter")

    answer = await choose(tab, "travail-sans-voiture")

    assert PANEL.replace("-", "_") in str(answer)
    shown = await view(tab)
    assert "contient déjà" in shown.clash
    assert sum(shown.is_chosen) == 2
    assert shown.address.endswith("g=teletravailler.composter")

    await tab.do(SimulationState, SimulationState.swap)

    shown = await view(tab)
    assert shown.clash == ""
    assert shown.address.endswith("g=composter.travail-sans-voiture")


async def test_an_overlap_can_be_left_alone(tab: Tab) -> None:
    tab.open(HOME)
    await choose(tab, "teletravailler", "marcher")

    await tab.do(SimulationState, SimulationState.keep)

    shown = await view(tab)
    assert shown.clash == ""
    assert shown.address.endswith("g=teletravailler")


async def test_a_swap_that_nobody_was_asked_about_is_refused(tab: Tab) -> None:
    tab.open(HOME)
    await choose(tab, "teletravailler")

    await tab.do(SimulationState, SimulationState.swap)

    assert await tab.notice()
    assert (await view(tab)).address.endswith("g=teletravailler")


async def test_what_the_accounts_do_not_count_cannot_be_chosen(tab: Tab) -> None:
    tab.open(HOME)
    for slug in ("garder-son-telephone", "chauffer-a-19", "nulle-part"):
        await choose(tab, slug)
        assert await tab.notice()
        assert not any((await view(tab)).is_chosen)


async def test_nobody_and_everybody_can_take_part_and_no_more(tab: Tab) -> None:
    tab.open(HOME)
    await choose(tab, "teletravailler")
    for notch, people in ((-3, "personne"), (0, "personne"), (99, "67\u202f669")):
        await tab.do(SimulationState, SimulationState.gather, notch)
        assert (await view(tab)).people.startswith(people)


async def test_each_step_can_be_undone_and_clearing_too(tab: Tab) -> None:
    tab.open(HOME)
    await choose(tab, "composter")
    await tab.do(SimulationState, SimulationState.gather, 0)
    await tab.do(SimulationState, SimulationState.clear)
    cleared = await view(tab)
    assert cleared.address == "/budget-climat?n=2000&g="
    assert not cleared.can_clear

    await tab.do(SimulationState, SimulationState.undo)
    assert (await view(tab)).address == "/budget-climat?n=0&g=composter"
    await tab.do(SimulationState, SimulationState.undo)
    assert (await view(tab)).address == "/budget-climat?n=2000&g=composter"
    await tab.do(SimulationState, SimulationState.undo)
    last = await view(tab)
    assert not any(last.is_chosen)
    assert not last.can_undo
    assert last.is_touched
    await tab.do(SimulationState, SimulationState.undo)
    assert (await view(tab)).address == last.address


async def test_the_address_is_read_again_in_another_tab_and_language(tab: Tab) -> None:
    tab.open("/en/climate-budget?n=10000&g=teletravailler.marcher.composter")

    await tab.do(SimulationState, SimulationState.load)

    shown = await view(tab)
    assert shown.people == "10,000 residents"
    assert shown.address == "/en/climate-budget?n=10000&g=teletravailler.composter"
    state = await tab.see(SimulationState)
    assert state.moves == 1


async def test_a_reconnection_keeps_the_choice_and_the_slider(tab: Tab) -> None:
    tab.open(HOME)
    await tab.do(SimulationState, SimulationState.load)
    await choose(tab, "composter")
    tab.open("/budget-climat?n=2000&g=composter")

    await tab.do(SimulationState, SimulationState.load)

    assert (await tab.see(SimulationState)).moves == 0
    shown = await view(tab)
    assert shown.can_undo
    assert shown.address.endswith("g=composter")
