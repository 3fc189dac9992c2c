"""Statements compiled once, for what every tap does.

SQLAlchemy spends about 0.1 ms on a statement before the database sees it, ten times
what SQLite then needs and as much as PostgreSQL on the same machine. A prepared
statement keeps its SQL and converters and hands them to the driver.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.exc import DBAPIError
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
        self._direct: dict[str, _Direct] = {}

    def run(self, connection: Connection, values: Values) -> None:
        """Run it; nothing is returned."""
        self._for(connection.dialect).cursor(connection, values).close()

    def rows(self, connection: Connection, values: Values) -> list[Any]:
        """Run it and return its rows, with their columns as attributes."""
        return self._for(connection.dialect).rows(connection, values)

    def _for(self, dialect: Dialect) -> "_Direct":
        found = self._direct.get(dialect.name)
        if found is None:
            found = _compiled(self._statement, self._columns, dialect)
            self._direct[dialect.name] = found
        return found


@dataclass(frozen=True, slots=True)
class _Direct:
    """What the driver is given, and how its rows are read.

    Attributes:
        sql: in the driver's own words.
        parameters: name, converter and own value of each, in the order of the SQL.
        is_named: whether the driver takes them by name.
        columns: how each column of a row is read.
        row: makes a row of them.
    """

    sql: str
    parameters: tuple[tuple[str, _Convert | None, Any], ...]
    is_named: bool
    columns: tuple[_Convert | None, ...]
    row: Callable[..., Any]

    def cursor(self, connection: Connection, values: Values) -> Any:  # noqa: ANN401 - a cursor of the driver
        bound = self._bound(values)
        cursor = connection.connection.cursor()
        # Whoever listens to the engine (tests count and explain) hears these too.
        for heard in connection.dispatch.before_cursor_execute:
            heard(connection, cursor, self.sql, bound, None, False)  # noqa: FBT003 - the event's own arguments
        try:
            cursor.execute(self.sql, bound)
        except connection.dialect.loaded_dbapi.Error as error:
            raise _as_usual(error, connection.dialect) from error
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

    def _bound(self, values: Values) -> Any:  # noqa: ANN401 - a dict or a tuple
        each = (
            values.get(name, own) if to is None else to(values.get(name, own))
            for name, to, own in self.parameters
        )
        if not self.is_named:
            return tuple(each)
        return dict(zip((name for name, _, _ in self.parameters), each, strict=True))


def _as_usual(error: Exception, dialect: Dialect) -> Exception:
    """Return an error of the driver as SQLAlchemy raises it, without any value."""
    return DBAPIError.instance(
        "", None, error, dialect.loaded_dbapi.Error, hide_parameters=True
    )


def _compiled(
    statement: Any,  # noqa: ANN401 - SELECT, INSERT or UPDATE
    columns: tuple[str, ...],
    dialect: Dialect,
) -> _Direct:
    compiled = statement.compile(dialect=dialect, column_keys=columns or None)
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - narrows
    returned = _returned(statement)
    names: list[str] = [name for name, _ in returned]
    kinds = {name: bind.type for bind, name in compiled.bind_names.items()}
    in_order = compiled.positiontup
    return _Direct(
        sql=str(compiled),
        parameters=tuple(
            (name, _binder(kinds[name], dialect), compiled.params[name])
            for name in (kinds if in_order is None else in_order)
        ),
        is_named=in_order is None,
        columns=tuple(_reader(kind, dialect) for _, kind in returned),
        row=namedtuple("Row", names),  # noqa: PYI024  # pyright: ignore[reportUntypedNamedTuple] - columns known at run time
    )


def _returned(statement: Any) -> list[tuple[str, TypeEngine[Any]]]:  # noqa: ANN401 - SELECT or RETURNING
    return [(column.name, column.type) for column in statement.exported_columns]


def _binder(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
