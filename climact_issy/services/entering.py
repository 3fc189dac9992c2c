"""Beginning a session: who read the mail, or who takes a demo person's place."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from climact_issy.domain.errors import NotFound
from climact_issy.domain.people import Actor
from climact_issy.models.citizen import Citizen, CitizenIdentity
from climact_issy.services import citizens, deployment, sessions, sign_in
from climact_issy.services.sign_in import Proof


@dataclass(frozen=True, slots=True)
class Browser:
    """The browser that enters.

    Attributes:
        agent: what it calls itself.
        secret: its secret from when it asked for the mail, "" when it did not.
        old_session: cookie value of the session it had, "" for none: it ends.
    """

    agent: str
    secret: str = ""
    old_session: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """A session has begun.

    Attributes:
        cookie: value of its cookie.
        actor: whose it is.
        next_path: where the person wanted to go, "" when it was not asked.
        language: language of the asking page.
    """

    cookie: str
    actor: Actor
    next_path: str
    language: str


def enter_by_link(
    session: Session, token: str, browser: Browser, *, now: datetime
) -> Entered:
    """Consume a link and begin a session, wherever it was opened.

    Raises:
        BadInput: unknown, used, expired or replaced link (code link_spent).
    """
    return _enter(session, sign_in.use_link(session, token, now=now), browser, now=now)


def enter_by_code(
    session: Session, code: str, browser: Browser, *, now: datetime
) -> Entered | int:
    """Try a code where it was asked for; begin a session when it is right.

    Returns:
        The session, or how many tries are left after a wrong code: returned and
        not raised, so that the unit of work commits the counted try.
    """
    tried = sign_in.try_code(session, browser.secret, code, now=now)
    if tried.proof is None:
        return tried.tries_left
    return _enter(session, tried.proof, browser, now=now)


def enter_as_demo(
    session: Session, key: str, browser: Browser, *, now: datetime
) -> Entered:
    """Begin a session of a labelled demo person, in a demo database only.

    Raises:
        WrongDatabase: this database holds real people.
        NotFound: no demo person has this key.
    """
    deployment.check(session, "demo")
    citizen_id = session.exec(
        select(Citizen.id).where(
            Citizen.demo_key == key, col(Citizen.is_demo).is_(True)
        )
    ).first()
    if citizen_id is None:
        raise NotFound
    actor = citizens.actor_of(session, citizen_id)
    return _start(session, actor, Proof("", "", actor.language), browser, now=now)


def person_of(session: Session, proof: Proof, *, now: datetime) -> Actor:
    """Return who the proof stands for, creating the person at their first visit."""
    known = session.exec(
        select(CitizenIdentity.citizen_id).where(
            CitizenIdentity.kind == sign_in.KIND,
            CitizenIdentity.subject == proof.subject,
        )
    ).first()
    if known is not None:
        return citizens.actor_of(session, known)
    actor = citizens.create(session, language=proof.language, now=now)
    session.add(
        CitizenIdentity(
            citizen_id=actor.citizen_id,
            kind=sign_in.KIND,
            subject=proof.subject,
            created_at=now,
        )
    )
    session.flush()
    return actor


def _enter(
    session: Session, proof: Proof, browser: Browser, *, now: datetime
) -> Entered:
    actor = person_of(session, proof, now=now)
    return _start(session, actor, proof, browser, now=now)


def _start(
    session: Session, actor: Actor, proof: Proof, browser: Browser, *, now: datetime
) -> Entered:
    # A new session at each entry: an old cookie value never gains rights.
    if browser.old_session:
        sessions.revoke(session, browser.old_session, now=now)
    cookie = sessions.start(session, actor.citizen_id, agent=browser.agent, now=now)
    return Entered(cookie, actor, proof.next_path, proof.language)
