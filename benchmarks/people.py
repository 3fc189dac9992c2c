"""A database for a measurement: the demo, and signed-in people beside it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlmodel import Session

from climact_issy import access, database
from climact_issy.content import neighbourhoods
from climact_issy.domain.people import Actor
from climact_issy.services import citizens, sessions
from climact_issy.settings import ROOT


@dataclass(frozen=True, slots=True)
class Person:
    """A signed-in person of a measurement.

    Attributes:
        actor: as services see them.
        cookie: their Cookie header.
    """

    actor: Actor
    cookie: str


def environment(data_dir: Path, port: int) -> dict[str, str]:
    """Return the environment of a demo server with a data folder of its own."""
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}",
        "CLIMACT_MODE": "demo",
        "CLIMACT_DATA_DIR": str(data_dir),
        "CLIMACT_DATABASE_URL": "",
        "CLIMACT_PUBLIC_URL": "",
        "CLIMACT_PORT": str(port),
        "REFLEX_ENV_MODE": "prod",
        "REFLEX_USE_SYSTEM_BUN": "1",
        "REFLEX_CHECK_LATEST_VERSION": "false",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "__REFLEX_SKIP_COMPILE": "true",
    }


def prepare(data_dir: Path, environment: dict[str, str]) -> None:
    """Migrate, claim and seed the demo database of a measurement."""
    data_dir.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "climact_issy.cli.preparing", "demo"],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def address(data_dir: Path) -> str:
    """Return the SQLAlchemy address of a measurement's database."""
    return f"sqlite:///{data_dir / 'climact.sqlite3'}"


def sign_in(data_dir: Path, count: int) -> list[Person]:
    """Make people who live all over the town, signed in, in one transaction."""
    now = datetime.now(UTC)
    database.open(address(data_dir))
    try:
        return database.run_sync(partial(_make, count=count, now=now))
    finally:
        database.close()


def _make(session: Session, *, count: int, now: datetime) -> list[Person]:
    places = [place.slug for place in neighbourhoods.neighbourhoods()]
    made: list[Person] = []
    for number in range(count):
        actor = citizens.create(session, language="fr", now=now, is_demo=True)
        place = places[number % len(places)]
        citizens.choose_neighbourhood(session, actor, place, now=now)
        secret = sessions.start(session, actor.citizen_id, agent="bench", now=now)
        cookie = f"{access.cookie_name()}={secret}"
        known = citizens.actor_of(session, actor.citizen_id)
        made.append(Person(known, cookie))
    return made
