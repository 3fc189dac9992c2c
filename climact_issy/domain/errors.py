"""Expected refusals, each with a code, a status and the values its sentence needs.

ClimactError
├── BadInput            400  the payload could not be understood
├── SignInNeeded        401  nobody is signed in
├── NotAllowed          403  signed in, without the right
├── NotFound            404  no such thing (or hidden from this person)
├── CadenceReached      409  the action was noted as often as its rhythm allows
├── StaleSight          409  the page showed something older than the truth
├── UndoTooLate         409  the civic day of the gesture is over
├── WrongMoment         409  not now: the thing is not where this can be done
└── TooManyTries        429  slow down
"""

from collections.abc import Mapping


class ClimactError(Exception):
    """An expected refusal: never a crash, always a sentence for the visitor.

    Attributes:
        code: stable name of the cause, the key of its sentence in
            presenters/errors.py.
        status: HTTP status a web route answers with.
        values: what the sentence needs (plain str, int, float, date, datetime).
    """

    status = 400
    code = "bad_input"

    def __init__(self, code: str | None = None, **values: object) -> None:
        """Keep the code (the class's own by default) and the values."""
        self.code = code or type(self).code
        self.values: Mapping[str, object] = values
        super().__init__(self.code)


class BadInput(ClimactError):
    """The payload could not be understood."""

    status = 400
    code = "bad_input"


class SignInNeeded(ClimactError):
    """Nobody is signed in."""

    status = 401
    code = "sign_in_needed"


class NotAllowed(ClimactError):
    """Signed in, without the right."""

    status = 403
    code = "not_allowed"


class NotFound(ClimactError):
    """No such thing, or hidden from this person."""

    status = 404
    code = "not_found"


class CadenceReached(ClimactError):
    """The action was noted as often as its rhythm allows (values: next_at)."""

    status = 409
    code = "cadence_reached"


class StaleSight(ClimactError):
    """The page showed something older than the truth."""

    status = 409
    code = "stale_sight"


class UndoTooLate(ClimactError):
    """The civic day of the gesture is over."""

    status = 409
    code = "undo_too_late"


class WrongMoment(ClimactError):
    """Not now: the thing is not where this can be done."""

    status = 409
    code = "wrong_moment"


class TooManyTries(ClimactError):
    """Too many tries in a short time."""

    status = 429
    code = "too_many_tries"
