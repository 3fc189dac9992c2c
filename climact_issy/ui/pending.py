"""A tap is shown in the browser at once, before the server has heard of it.

The page remembers, without the server, how many answers it had when it was
tapped; it is waiting until the number of answers moves. An answer, a refusal and
a reconnection all move it, so a lost tap never leaves a button waiting.
"""

import reflex as rx
from reflex.experimental.client_state import ClientStateVar

_tapped = ClientStateVar.create("tapped_after", default=-1)


def mark(answers: int) -> rx.Var[object]:
    """Return what a tap does in the browser alone.

    Args:
        answers: var of a state: how many answers the page has had.
    """
    return _tapped.set_value(answers)


def since(answers: int) -> rx.Var[bool]:
    """Return the Var that says whether a tap waits for its answer.

    Args:
        answers: var of a state: how many answers the page has had.
    """
    return _tapped.value == answers
