"""The gesture, from the tap to the committed answer, over the websocket."""

import asyncio
from functools import partial

from benchmarks.latencies import Measured, Turn, together
from benchmarks.people import Person
from benchmarks.sockets import Tab, Update
from climact_issy import routes
from climact_issy.content import actions
from climact_issy.domain.actions import Action
from climact_issy.states.citizen.actions import LogState
from climact_issy.states.citizen.session import SessionState

LEVELS = ((1, 150), (50, 30), (200, 10))
"""(clients at once, gestures of each)."""


class Refused(Exception):
    """The gesture was not noted; the message is what the visitor read."""


def needed() -> int:
    """Return how many people the levels need: nobody taps twice for an action."""
    longest = len(loggable())
    return sum(clients * -(-each // longest) for clients, each in LEVELS)


def loggable() -> list[Action]:
    """Return the actions a person can note today, each at least once."""
    return [action for action in actions.catalogue() if action.is_loggable]


async def measure(port: int, people: list[Person]) -> list[Measured]:
    """Measure each level with people who have not noted anything yet."""
    left = iter(people)
    found: list[Measured] = []
    for clients, each in LEVELS:
        turns: list[list[Turn]] = []
        tabs: list[Tab] = []
        for _ in range(clients):
            mine: list[Turn] = []
            while len(mine) < each:
                tab, more = await _taps(port, next(left), each - len(mine))
                tabs.append(tab)
                mine += more
            turns.append(mine)
        found.append(await together("log a gesture", turns))
        for tab in tabs:
            tab.close()
        await asyncio.sleep(0.5)
    return found


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
