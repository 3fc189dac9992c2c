"""Every way in which a source has been seen to fail, made from one good answer.

Each fault has an answer, and what must follow: the reason that staff reads, or the
values that were refused one by one while the rest of the answer was kept.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from climact_issy.connectors.base import Reason
from climact_issy.domain.observations import Refused
from tests.support.replay import Answer
from tests.support.source_cases import Case, Row

SAME = object()
"""Stands for the value of the good row."""
OTHER = object()
"""Stands for another good value."""


@dataclass(frozen=True)
class Fault:
    """One way to fail.

    Attributes:
        name: short.
        answer: what the server sends instead of the good answer.
        reason: of the whole failure, None when the run goes well.
        refused: values refused one by one.
        added: new values that are kept all the same.
    """

    name: str
    answer: Callable[[Case], Answer]
    reason: Reason | None = None
    refused: tuple[Refused, ...] = ()
    added: int = 0


def _with(*rows: Callable[[Case, Row], Row]) -> Callable[[Case], Answer]:
    """Answer the good rows, then others made from the last good one."""

    def answer(case: Case) -> Answer:
        return Answer(
            case.changed(
                lambda good: [*good, *(row(case, good[case.good]) for row in rows)]
            )
        )

    return answer


def _later(steps: int, value: object = OTHER) -> Callable[[Case, Row], Row]:
    def row(case: Case, good: Row) -> Row:
        moved = case.at(good, steps) if case.time else good
        if value is SAME:
            return moved
        return case.with_(moved, case.value, case.other if value is OTHER else value)

    return row


def _renamed(case: Case) -> Answer:
    return Answer(case.changed(lambda good: [case.renamed(row) for row in good]))


def _truncated(case: Case) -> Answer:
    body = case.body()
    return Answer(body[: len(body) // 2])


def _drip(_: Case) -> Answer:
    def pieces() -> Iterator[bytes]:
        while True:
            yield b" "

    return Answer(pieces=pieces, pause=0.05)


def _silence(_: Case) -> Answer:
    return Answer(pieces=lambda: iter([b"never"]), pause=30)


def _flood(_: Case) -> Answer:
    return Answer(pieces=lambda: (b" " * 100_000 for _ in range(500)))


def _empty(case: Case) -> Answer:
    return Answer(case.changed(lambda _: []))


def _long_day(case: Case) -> Answer:
    """Answer a hundred rows around the day on which the clocks went back."""
    # Maps of days are told by an hour of their day, which midnight is not by winter.
    hour = 22 if case.step < timedelta(days=1) else 10
    start = datetime(2022, 10, 29, hour, 0, tzinfo=UTC)
    times = [case.written(start + i * case.step) for i in range(100)]
    return Answer(
        case.changed(
            lambda good: [
                *(case.with_(good[case.good], case.time, at) for at in times),
                *good,
            ]
        )
    )


def _as_is(case: Case) -> Answer:
    return Answer(case.body())


FAULTS = (
    Fault("timeout", _silence, Reason.TIMEOUT),
    Fault("slow drip", _drip, Reason.TIMEOUT),
    Fault(
        "429 with Retry-After",
        lambda _: Answer(status=429, headers={"Retry-After": "1800"}),
        Reason.RATE_LIMITED,
    ),
    Fault("500", lambda _: Answer(status=500), Reason.SERVER),
    Fault("truncated JSON", _truncated, Reason.NOT_JSON),
    Fault("50 MB body", _flood, Reason.TOO_LARGE),
    Fault(
        "redirect elsewhere",
        lambda _: Answer(status=302, headers={"Location": "https://example.org/"}),
        Reason.REDIRECT,
    ),
    Fault("renamed field", _renamed, Reason.UNKNOWN_SHAPE),
    Fault("wrong types", _with(_later(-1, {})), refused=(Refused.NOT_A_NUMBER,)),
    Fault("NaN", _with(_later(-1, float("nan"))), refused=(Refused.NOT_FINITE,)),
    Fault("null", _with(_later(-1, None)), added=1),
    Fault("out of order", _with(_later(-2), _later(-1)), added=2),
    Fault("DST day", _long_day, added=100),
    Fault("duplicate", _with(_later(0, SAME)), refused=(Refused.DUPLICATE,)),
    Fault("empty page", _empty),
    Fault("nothing new", _as_is),
)
