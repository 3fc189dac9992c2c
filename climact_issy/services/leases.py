"""Who runs a job: one worker at a time, among any number of them."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from climact_issy.models.lease import Lease


def take(
    session: Session, name: str, holder: str, *, lasts: timedelta, now: datetime
) -> bool:
    """Take a job for a while, or learn that somebody else has it.

    Taking it again before `lasts` is over is refused to its own holder too: a
    lease is also what keeps a job from running twice in one period.

    Args:
        session: open unit of work; the lease counts once it commits.
        name: the job.
        holder: this worker.
        lasts: how long the job is ours.
        now: aware instant.
    """
    taken = session.exec(
        update(Lease)
        .where(col(Lease.name) == name, col(Lease.until) <= now)
        .values(holder=holder, until=now + lasts)
        .returning(col(Lease.name))
        .execution_options(synchronize_session=False)
    ).first()
    if taken is not None:
        return True
    if session.get(Lease, name) is not None:
        return False
    try:
        with session.begin_nested():
            session.add(Lease(name=name, holder=holder, until=now + lasts))
    except IntegrityError:
        # Another worker wrote the very first row of this job just now.
        return False
    return True


def release(session: Session, name: str, holder: str, *, now: datetime) -> None:
    """Give a job back early, so that it is retried soon after a failure."""
    session.exec(
        update(Lease)
        .where(col(Lease.name) == name, col(Lease.holder) == holder)
        .values(until=now)
        .execution_options(synchronize_session=False)
    )
