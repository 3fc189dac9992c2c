"""The simulator of the climate budget: a choice, kept in the page's address.

Nothing of it is stored: the address holds the whole choice, so that a reload, a
reconnection or a friend finds it again.
"""

from dataclasses import dataclass

import reflex as rx

from climact_issy import routes
from climact_issy.access import access
from climact_issy.content import budget as content
from climact_issy.content import commune
from climact_issy.domain import simulation
from climact_issy.domain.actions import Action
from climact_issy.domain.errors import NotFound
from climact_issy.presenters.simulation import (
    Seen,
    SimulationView,
    chosen_among,
    simulation_view,
    usual_notch,
)
from climact_issy.states.acting import translator_of
from climact_issy.states.citizen.session import refusals

PANEL = "simulation-clash"
"""Id of what asks which of two actions to keep."""
OPTION = "pick-"
"""Start of the id of an action's button, which gets the focus back."""
_MOST_UNDO = 50


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose.

    Attributes:
        people: who takes part.
        slugs: the chosen actions.
        wanted: an action that clashes with them, "" for none.
    """

    people: int = simulation.USUAL_PEOPLE
    slugs: tuple[str, ...] = ()
    wanted: str = ""


class SimulationState(rx.State):
    """Who takes part and in what; computed here, in well under a millisecond."""

    view: SimulationView = SimulationView()
    notch: int = usual_notch(simulation.USUAL_PEOPLE, commune.population())
    """Position of the slider."""
    moves: int = 0
    """How often something else than a hand has put it: each time it is a new one."""
    _choice: Choice = Choice()
    _before: tuple[Choice, ...] = ()
    _is_touched: bool = False

    @rx.event
    @access("public")
    async def load(self) -> None:
        """Show the choice of the address, else the one this tab has made."""
        async with refusals(self):
            asked = self.router.url.query_parameters
            if routes.SIMULATED_PEOPLE in asked or routes.SIMULATED_ACTIONS in asked:
                found = simulation.read_actions(
                    asked.get(routes.SIMULATED_ACTIONS, ""),
                    content.simulated().counted,
                )
                people = simulation.read_people(
                    asked.get(routes.SIMULATED_PEOPLE, ""), _steps()
                )
                choice = Choice(people, tuple(action.slug for action in found))
                if choice != self._choice:
                    self._choice, self._before = choice, ()
                    self._put_slider()
            if not self.moves and self._choice.people != Choice().people:
                # The prerendered slider stands at the usual number of people.
                self._put_slider()
            self._show()

    @rx.event
    @access("public")
    async def gather(self, notch: int) -> None:
        """Say how many people take part, by the position of the slider."""
        async with refusals(self):
            steps = _steps()
            self.notch = min(max(notch, 0), len(steps) - 1)
            people = steps[self.notch]
            if people != self._choice.people:
                self._change(Choice(people, self._choice.slugs))
            self._show()

    @rx.event
    @access("public")
    async def choose(self, slug: str) -> rx.event.EventSpec | None:
        """Add an action, or take it away; an overlap is asked about first."""
        async with refusals(self):
            wanted = _counted(slug)
            slugs = self._choice.slugs
            if slug in slugs:
                left = tuple(s for s in slugs if s != slug)
                self._change(Choice(self._choice.people, left))
            elif simulation.clash(wanted, _actions(slugs)) is None:
                self._change(Choice(self._choice.people, (*slugs, slug)))
            else:
                self._choice = Choice(self._choice.people, slugs, slug)
                self._show()
                return rx.set_focus(PANEL)
            self._show()
        return None

    @rx.event
    @access("public")
    async def swap(self) -> rx.event.EventSpec | None:
        """Take the action that clashes in place of what it overlaps."""
        async with refusals(self):
            wanted = _counted(self._choice.wanted)
            kept = simulation.swapped(wanted, _actions(self._choice.slugs))
            self._change(Choice(self._choice.people, tuple(a.slug for a in kept)))
            self._show()
            return rx.set_focus(f"{OPTION}{wanted.slug}")
        return None

    @rx.event
    @access("public")
    async def keep(self) -> rx.event.EventSpec | None:
        """Leave the choice as it was before the clash."""
        async with refusals(self):
            wanted = _counted(self._choice.wanted)
            self._choice = Choice(self._choice.people, self._choice.slugs)
            self._show()
            return rx.set_focus(f"{OPTION}{wanted.slug}")
        return None

    @rx.event
    @access("public")
    async def undo(self) -> None:
        """Go back one step."""
        async with refusals(self):
            if self._before:
                *before, self._choice = self._before
                self._before = tuple(before)
                self._put_slider()
            self._show()

    @rx.event
    @access("public")
    async def clear(self) -> None:
        """Put everything back; it can be undone."""
        async with refusals(self):
            if self._choice != Choice():
                self._change(Choice())
                self._put_slider()
            self._show()

    def _change(self, choice: Choice) -> None:
        before = Choice(self._choice.people, self._choice.slugs)
        self._before = (*self._before, before)[-_MOST_UNDO:]
        self._choice = choice

    def _put_slider(self) -> None:
        self.notch = usual_notch(self._choice.people, commune.population())
        self.moves += 1

    def _show(self) -> None:
        choice, catalogue = self._choice, content.simulated()
        self._is_touched |= choice != Choice()
        chosen = _actions(choice.slugs)
        wanted = _counted(choice.wanted) if choice.wanted else None
        seen = Seen(
            choice.people,
            chosen,
            simulation.clash(wanted, chosen) if wanted else None,
            is_touched=self._is_touched,
            can_undo=bool(self._before),
            can_clear=choice != Choice(),
        )
        required_cut_t = content.budget().required_cut_t
        self.view = simulation_view(
            translator_of(self), catalogue, seen, required_cut_t
        )


def _steps() -> tuple[int, ...]:
    return simulation.crowds(commune.population().inhabitants)


def _actions(slugs: tuple[str, ...]) -> tuple[Action, ...]:
    return chosen_among(content.simulated(), slugs)


def _counted(slug: str) -> Action:
    found = _actions((slug,))
    if not found:
        raise NotFound(action=slug)
    return found[0]
