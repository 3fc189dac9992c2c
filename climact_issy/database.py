"""The engine and the unit of work: one piece of work, one commit, off the event loop.

On SQLite one thread owns the only writing connection. What waits for it is done in
one transaction and nobody is answered before the commit is on the disk
(synchronous=FULL): fifty clients share one fsync instead of fighting for a lock. When
a piece fails, its batch is done again with a savepoint for each. On PostgreSQL each
piece has a connection and a transaction. A piece of work may therefore run twice.
"""

import asyncio
import contextlib
import queue
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

T = TypeVar("T")
Work = Callable[[Session], T]

READERS: Final = 4
POSTGRES_CONNECTIONS: Final = 10
BUSY_TIMEOUT_MS: Final = 10_000
BATCH: Final = 32
"""Pieces of work that share one commit at most."""

_RETRIED_STATES: Final = frozenset({"40001", "40P01"})
"""Serialization failure and deadlock: PostgreSQL asks to try again."""


_ONE_SNAPSHOT: Final[dict[str, Any]] = {
    "postgresql_readonly": True,
    # Its default shows each statement what was committed since the one before.
    "isolation_level": "REPEATABLE READ",
}


class _Cursor(Protocol):
    def execute(self, sql: str) -> object: ...
    def close(self) -> None: ...


class _SqliteConnection(Protocol):
    isolation_level: str | None

    def cursor(self) -> _Cursor: ...


def make_engine(address: str, *, writes: bool = True) -> Engine:
    """Return an engine of ours; nothing is opened yet.

    Args:
        address: SQLAlchemy address, sqlite:/// with a file or postgresql://.
        writes: False for an engine that must only read.
    """
    url = make_url(address)
    if url.get_backend_name() == "sqlite":
        if url.database and url.database != ":memory:":
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        return _sqlite_engine(address, writes=writes)
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=POSTGRES_CONNECTIONS,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,
        execution_options={} if writes else {"postgresql_readonly": True},
    )


def _sqlite_engine(address: str, *, writes: bool) -> Engine:
    engine = create_engine(
        address,
        pool_size=1 if writes else READERS,
        max_overflow=0,
        hide_parameters=True,  # an error is logged, an address must not be
        connect_args={
            "timeout": BUSY_TIMEOUT_MS / 1000,
            "check_same_thread": False,  # the pool hands each to one thread at a time
        },
    )

    def prepare(connection: _SqliteConnection, _record: object) -> None:
        # The driver must not open transactions on its own: BEGIN is ours.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA recursive_triggers=ON")
        cursor.execute(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
        cursor.close()

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


@dataclass(slots=True)
class _Job:
    """One piece of work that waits for the writer, and where its answer goes."""

    work: Work[object]
    future: Future[object]

    def run_in(self, connection: Connection) -> Callable[[], None]:
        """Do the work; return what to do once it is committed."""
        with _session(connection) as session:
            answer = self.work(session)
            session.flush()
        return partial(self.future.set_result, answer)

    def run_apart(self, connection: Connection) -> Callable[[], None]:
        """Do the work in a savepoint, so that it fails alone."""
        try:
            with connection.begin_nested():
                return self.run_in(connection)
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
            return partial(self.future.set_exception, error)


class _Writer:
    """The one thread that writes to SQLite."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(
            target=self._serve, name="climact-writer", daemon=True
        )
        self._thread.start()

    def submit(self, work: Work[T]) -> Future[T]:
        """Queue a piece of work."""
        future: Future[T] = Future()
        self._jobs.put(_Job(work, future))  # pyright: ignore[reportArgumentType] - a Future takes what its own work returns
        return future

    def close(self) -> None:
        """Finish what waits, then end the thread."""
        self._jobs.put(None)
        self._thread.join()

    def _serve(self) -> None:
        is_open = True
        while is_open:
            batch, is_open = self._next_batch()
            if batch:
                self._commit(batch)

    def _next_batch(self) -> tuple[list[_Job], bool]:
        batch: list[_Job] = []
        job = self._jobs.get()
        while job is not None:
            batch.append(job)
            if len(batch) == BATCH or self._jobs.empty():
                return batch, True
            job = self._jobs.get()
        return batch, False

    def _commit(self, batch: list[_Job]) -> None:
        wanted = [job for job in batch if job.future.set_running_or_notify_cancel()]
        try:
            answers = self._together(wanted, _Job.run_in)
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
            if len(wanted) == 1:
                wanted[0].future.set_exception(error)
            else:
                self._commit_apart(wanted)
            return
        for answer in answers:
            answer()

    def _commit_apart(self, wanted: list[_Job]) -> None:
        # A savepoint costs as much as four statements and most work succeeds: only
        # when one piece failed is the batch done again, each piece in its own.
        try:
            answers = self._together(wanted, _Job.run_apart)
        except Exception as error:  # noqa: BLE001 - nothing of the batch was kept
            for job in wanted:
                job.future.set_exception(error)
            return
        for answer in answers:
            answer()

    def _together(
        self,
        jobs: list[_Job],
        run: Callable[[_Job, Connection], Callable[[], None]],
    ) -> list[Callable[[], None]]:
        answers: list[Callable[[], None]] = []
        with self._engine.begin() as connection:
            for job in jobs:
                answers.append(run(job, connection))
                driver = connection.connection.driver_connection
                if driver is None or not driver.in_transaction:
                    # A full disk makes SQLite undo the whole batch by itself;
                    # committing would then acknowledge what is lost.
                    msg = "the transaction was undone by the database"
                    raise RuntimeError(msg)
        return answers


class _Mailbox:
    """Hands answers of other threads to one event loop, which wakes once for many.

    A wake-up is a system call and a fight for the interpreter; a batch of fifty
    gestures that is committed together needs one of them, not fifty.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self._arrived: deque[tuple[asyncio.Future[Any], Future[Any]]] = deque()
        self._is_called = False

    def waits_for(self, work: Future[T]) -> asyncio.Future[T]:
        """Return what the loop waits for until a piece of work is done."""
        waiting: asyncio.Future[T] = self.loop.create_future()
        waiting.add_done_callback(lambda w: w.cancelled() and work.cancel())
        work.add_done_callback(lambda done: self._deliver(waiting, done))
        return waiting

    def _deliver(self, waiting: asyncio.Future[T], done: Future[T]) -> None:
        # Put in before the look at the mark: `_empty` takes it or is called again.
        self._arrived.append((waiting, done))
        if self._is_called:
            return
        self._is_called = True
        with contextlib.suppress(RuntimeError):  # the loop was closed meanwhile
            self.loop.call_soon_threadsafe(self._empty)

    def _empty(self) -> None:
        self._is_called = False
        while self._arrived:
            waiting, done = self._arrived.popleft()
            if waiting.done() or done.cancelled():
                waiting.cancel()
            elif (error := done.exception()) is not None:
                waiting.set_exception(error)
            else:
                waiting.set_result(done.result())


class Database:
    """An open database."""

    def __init__(self, address: str) -> None:
        """Prepare the engines and threads; connections open when first used."""
        self.engine = make_engine(address)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._reader = make_engine(address, writes=False) if self.is_sqlite else None
        self._writer = _Writer(self.engine) if self.is_sqlite else None
        self._threads = ThreadPoolExecutor(
            READERS if self.is_sqlite else POSTGRES_CONNECTIONS, "climact-database"
        )
        self._mailbox: _Mailbox | None = None

    def submit(self, work: Work[T]) -> Future[T]:
        """Start a piece of work that may write; its future answers once durable."""
        if self._writer is not None:
            return self._writer.submit(work)
        return self._threads.submit(self._run_with_retry, work)

    def submit_read(self, work: Work[T]) -> Future[T]:
        """Start a piece of work that must not write."""
        return self._threads.submit(self.read_here, work)

    def waits_for(self, work: Future[T]) -> asyncio.Future[T]:
        """Return what the running event loop waits for until some work is done."""
        loop = asyncio.get_running_loop()
        if self._mailbox is None or self._mailbox.loop is not loop:
            self._mailbox = _Mailbox(loop)
        return self._mailbox.waits_for(work)

    def run_here(self, work: Work[T]) -> T:
        """Do a piece of work that may write, and wait for it."""
        if self._writer is not None:
            return self._writer.submit(work).result()
        return self._run_with_retry(work)

    def read_here(self, work: Work[T]) -> T:
        """Do a piece of work that must not write, in this thread."""
        if self._reader is not None:
            with self._reader.connect() as connection, _session(connection) as session:
                return work(session)
        with self.engine.connect() as connection:
            connection.execution_options(**_ONE_SNAPSHOT)
            # Begun here so that it ends in a commit: after a rollback psycopg
            # forgets every statement that PostgreSQL has prepared and planned.
            with connection.begin(), _session(connection) as session:
                return work(session)

    def close(self) -> None:
        """Finish what runs and close every connection."""
        if self._writer is not None:
            self._writer.close()
        self._threads.shutdown()
        self.engine.dispose()
        if self._reader is not None:
            self._reader.dispose()

    def _run_with_retry(self, work: Work[T]) -> T:
        try:
            return self._run_once(work)
        except OperationalError as error:
            if getattr(error.orig, "sqlstate", None) not in _RETRIED_STATES:
                raise
            return self._run_once(work)

    def _run_once(self, work: Work[T]) -> T:
        with self.engine.begin() as connection, _session(connection) as session:
            answer = work(session)
            session.flush()
            return answer


_open: list[Database] = []


def open(address: str) -> Database:  # noqa: A001 - read as database.open
    """Open the database of this process, in the worker and never at import.

    Raises:
        RuntimeError: one is open already.
    """
    if _open:
        msg = "a database is open already"
        raise RuntimeError(msg)
    _open.append(Database(address))
    return _open[0]


def close() -> None:
    """Close the database of this process, if one is open."""
    while _open:
        _open.pop().close()


def is_open() -> bool:
    """Whether this process has opened its database."""
    return bool(_open)


async def run(work: Work[T]) -> T:
    """Do a piece of work in one transaction; return once it is durable."""
    opened = _current()
    return await opened.waits_for(opened.submit(work))


async def read(work: Work[T]) -> T:
    """Do a piece of work that must not write, on one snapshot."""
    opened = _current()
    return await opened.waits_for(opened.submit_read(work))


def run_sync(work: Work[T]) -> T:
    """Twin of `run` for the command line and tests."""
    return _current().run_here(work)


def read_sync(work: Work[T]) -> T:
    """Twin of `read` for the command line and tests."""
    return _current().read_here(work)


def _current() -> Database:
    if not _open:
        msg = "no database is open: call database.open(address) in the worker"
        raise RuntimeError(msg)
    return _open[0]


def _session(connection: Connection) -> Session:
    # The transaction belongs to us: a session that closes must not end it.
    return Session(
        connection, expire_on_commit=False, join_transaction_mode="rollback_only"
    )
