"""Who acts from the command line, when a decision must carry a name."""

from sqlmodel import Session, col, select

from climact_issy.domain.people import Actor
from climact_issy.models import Citizen
from climact_issy.services import citizens, erasure


def named(session: Session, name: str) -> Actor:
    """Return the person that staff name on a command line.

    Args:
        session: an open session.
        name: a member reference, or the e-mail address they sign in with.

    Raises:
        NotFound: nobody has it.
    """
    member_ref = erasure.member_of(session, name)
    row = session.exec(
        select(Citizen).where(col(Citizen.member_ref) == member_ref)
    ).one()
    return citizens.as_actor(row)
