"""Statements compiled once, for what every tap does.

SQLAlchemy spends about 0.1 ms on a statement before SQLite sees it, ten times what
SQLite then needs. A prepared statement keeps its SQL and converters and hands them
to the driver; on PostgreSQL, where the network decides, SQLAlchemy runs it.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

_Convert = Callable[[Any], Any]
Values = Mapping[str, Any]


class Prepared:
    """One statement, written with SQLAlchemy Core."""

    def __init__(self, statement: Executable, *, columns: Iterable[str] = ()) -> None:
        """Keep a statement; it is compiled when first run.

        Args:
            statement: with bound parameters, none of them expanding.
            columns: those an INSERT without values fills.
        """
        self._statement: Final = statement
        self._columns: Final = tuple(columns)
        self._direct: _Direct | None = None

    def run(self, connection: Connection, values: Values) -> None:
        """Run it; nothing is returned."""
        if connection.dialect.name == "sqlite":
            self._on_sqlite(connection).cursor(connection, values).close()
        else:
            connection.execute(self._statement, self._wanted(values))

    def rows(self, connection: Connection, values: Values) -> list[Any]:
        """Run it and return its rows, with their columns as attributes."""
        if connection.dialect.name == "sqlite":
            return self._on_sqlite(connection).rows(connection, values)
        return list(connection.execute(self._statement, self._wanted(values)))

    def _wanted(self, values: Values) -> Values:
        # SQLAlchemy would fill every column it is given.
        return {n: values[n] for n in self._columns} if self._columns else values

    def _on_sqlite(self, connection: Connection) -> "_Direct":
        if self._direct is None:
            self._direct = _compiled(self._statement, self._columns, connection.dialect)
        return self._direct


@dataclass(frozen=True, slots=True)
class _Direct:
    """What the driver of SQLite is given, and how its rows are read."""

    sql: str
    parameters: tuple[tuple[str, _Convert | None, Any], ...]
    columns: tuple[_Convert | None, ...]
    row: Callable[..., Any]

    def cursor(self, connection: Connection, values: Values) -> Any:  # noqa: ANN401 - a cursor of the driver
        bound = tuple(
            (values.get(name, own) if to is None else to(values.get(name, own)))
            for name, to, own in self.parameters
        )
        cursor = connection.connection.cursor()
        # Whoever listens to the engine (tests count and explain) hears these too.
        for heard in connection.dispatch.before_cursor_execute:
            heard(connection, cursor, self.sql, bound, None, False)  # noqa: FBT003 - the event's own arguments
        cursor.execute(self.sql, bound)
        return cursor

    def rows(self, connection: Connection, values: Values) -> list[Any]:
        cursor = self.cursor(connection, values)
        found = cursor.fetchall()
        cursor.close()
        return [
            self.row(
                *(
                    value if read is None else read(value)
                    for read, value in zip(self.columns, each, strict=True)
                )
            )
            for each in found
        ]


def _compiled(
    statement: Any,  # noqa: ANN401 - SELECT, INSERT or UPDATE
    columns: tuple[str, ...],
    dialect: Dialect,
) -> _Direct:
    compiled = statement.compile(dialect=dialect, column_keys=columns or None)
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - narrows
    returned = _returned(statement)
    names: list[str] = [name for name, _ in returned]
    return _Direct(
        sql=str(compiled),
        parameters=tuple(
            (name, _binder(compiled.binds[name].type, dialect), compiled.params[name])
            for name in compiled.positiontup or ()
        ),
        columns=tuple(_reader(kind, dialect) for _, kind in returned),
        row=namedtuple("Row", names),  # noqa: PYI024  # pyright: ignore[reportUntypedNamedTuple] - columns known at run time
    )


def _returned(statement: Any) -> list[tuple[str, TypeEngine[Any]]]:  # noqa: ANN401 - SELECT or RETURNING
    return [(column.name, column.type) for column in statement.exported_columns]


def _binder(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
