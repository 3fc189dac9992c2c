"""The gesture, from the tap to the committed answer, over the websocket."""

from collections.abc import Iterator
from functools import partial

from benchmarks.latencies import Turn
from benchmarks.people import Person
from benchmarks.sockets import Tab, Update
from climact_issy import routes
from climact_issy.content import actions
from climact_issy.domain.actions import Action
from climact_issy.states.citizen.actions import LogState
from climact_issy.states.citizen.session import SessionState

NAME = "log a gesture"


class Refused(Exception):
    """The gesture was not noted; the message is what the visitor read."""


def loggable() -> list[Action]:
    """Return the actions a person can note today, each at least once."""
    return [action for action in actions.catalogue() if action.is_loggable]


def people_of_a_client(each: int) -> int:
    """Return how many people one client needs: nobody taps twice for an action."""
    return -(-each // len(loggable()))


async def clients(
    port: int, people: Iterator[Person], count: int, each: int
) -> tuple[list[Tab], list[list[Turn]]]:
    """Open tabs of people who have not noted anything yet, each with its turns."""
    tabs: list[Tab] = []
    turns: list[list[Turn]] = []
    for _ in range(count):
        mine: list[Turn] = []
        while len(mine) < each:
            tab, more = await _taps(port, next(people), each - len(mine))
            tabs.append(tab)
            mine += more
        turns.append(mine)
    return tabs, turns


async def _taps(port: int, person: Person, most: int) -> tuple[Tab, list[Turn]]:
    chosen = loggable()[:most]
    path = routes.action(chosen[0].slug).to("fr")
    tab = Tab(port, path, person.cookie)
    await tab.open()
    return tab, [partial(tap, tab, action) for action in chosen]


async def tap(tab: Tab, action: Action) -> None:
    """Note one gesture and wait for the committed answer.

    Raises:
        Refused: the answer was a refusal.
    """
    await tab.send(
        f"{LogState.get_full_name()}.log",
        slug=action.slug,
        quantity=action.quantity.default if action.quantity else 0,
        seen=0,
    )
    update = await tab.until(is_answer)
    notice = _of(update, SessionState.get_full_name()).get("notice_rx_state_")
    if "outcome_rx_state_" not in _of(update, LogState.get_full_name()):
        raise Refused(notice)


def is_answer(update: Update) -> bool:
    """Whether an update carries the outcome of a tap, or its refusal."""
    has_outcome = "outcome_rx_state_" in _of(update, LogState.get_full_name())
    notice = _of(update, SessionState.get_full_name()).get("notice_rx_state_")
    return has_outcome or bool(notice)


def _of(update: Update, state: str) -> Update:
    return (update.get("delta") or {}).get(state, {})
