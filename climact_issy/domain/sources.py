"""How reading a source goes: one run, where it stands, and when it is next."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from climact_issy.domain.observations import Freshness

FIRST_WAIT: Final = timedelta(minutes=5)
LONGEST_WAIT: Final = timedelta(hours=12)
_MOST_DOUBLINGS: Final = 10


class Health(StrEnum):
    """What citizens are told of a source."""

    OK = "ok"
    LATE = "late"
    FAILING = "failing"
    RECORDED = "recorded"
    NEVER_READ = "never_read"
    NOT_CONFIGURED = "not_configured"
    BROUGHT = "brought"
    NEVER_BROUGHT = "never_brought"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far a source was read.

    Attributes:
        watermark: newest period with a value, "" when none.
        origin: address of the last answer of one page, "" when there is none.
        etag: of that answer, to ask for changes only.
        last_modified: the same, by date.
    """

    watermark: str = ""
    origin: str = ""
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run did.

    Attributes:
        source: its name.
        pages: answers read.
        added: values of new periods.
        revised: values that differ from those of before.
        unchanged: values that were known already.
        rejected: what could not be taken.
        newest: newest period with a value in what was read, "" when none.
        failure: code of what ended it, "" when nothing did.
        detail: the same for staff, without any body or key.
    """

    source: str
    pages: int = 0
    added: int = 0
    revised: int = 0
    unchanged: int = 0
    rejected: int = 0
    newest: str = ""
    failure: str = ""
    detail: str = ""

    def plus(self, other: "Run") -> "Run":
        """Return both together; the failure is the other's."""
        return Run(
            self.source,
            self.pages + other.pages,
            self.added + other.added,
            self.revised + other.revised,
            self.unchanged + other.unchanged,
            self.rejected + other.rejected,
            max(self.newest, other.newest),
            other.failure,
            other.detail,
        )


@dataclass(frozen=True, slots=True)
class Trouble:
    """What staff needs to know of a source that fails.

    Attributes:
        reason: stable code of the last failure.
        failed_at: aware instant.
        in_a_row: failures since the last success.
        next_at: when it is tried again, None when at the next turn.
    """

    reason: str
    failed_at: datetime
    in_a_row: int
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a source stands.

    Attributes:
        name: of the command line.
        title: (French, English).
        producer: who makes the values.
        licence: with its credit.
        page: where to check, "" when nowhere.
        pace: how often it publishes, None = never again.
        newest: newest period with a value, "" when none.
        freshness: the age of that value.
        health: what citizens are told.
        succeeded_at: last good run, None when there was none.
        last: numbers of that run.
        rejects_ever: what could not be taken since the beginning.
        trouble: only for staff; None when all is well, or when a citizen asks.
        origin: address or name of the last answer, for staff; a citizen gets "", for a
            file may be called after a person.
    """

    name: str
    title: tuple[str, str]
    producer: str
    licence: str
    page: str
    pace: timedelta | None
    newest: str
    freshness: Freshness
    health: Health
    succeeded_at: datetime | None
    last: Run
    rejects_ever: int
    trouble: Trouble | None = None
    origin: str = ""


def wait_after(
    failures: int, *, now: datetime, retry_at: datetime | None, chance: float
) -> datetime:
    """Return when to try again after some failures in a row.

    The wait doubles from five minutes to twelve hours, with a third of jitter. A
    source that names an instant is not asked before it, nor later than that wait.

    Args:
        failures: in a row, from 1.
        now: aware instant.
        retry_at: what the source asked for, None when nothing.
        chance: a number in [0, 1).
    """
    doublings = min(max(failures, 1) - 1, _MOST_DOUBLINGS)
    wait = min(FIRST_WAIT * 2**doublings, LONGEST_WAIT)
    own = now + wait * (1 + chance / 3)
    if retry_at is None:
        return own
    return min(max(own, retry_at), now + 2 * LONGEST_WAIT)
