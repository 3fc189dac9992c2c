"""Every table, key and constraint has a name that a migration can drop."""

import pytest
from sqlalchemy import CheckConstraint, Table
from sqlmodel import SQLModel

from climact_issy import models

TABLES = list(SQLModel.metadata.tables.values())


def test_every_table_is_registered_and_named_after_its_class() -> None:
    names = {getattr(models, name).__tablename__ for name in models.__all__}

    assert names == {table.name for table in TABLES}
    assert "web_session" in names


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_constraint_and_index_has_a_name(table: Table) -> None:
    named = [*table.constraints, *table.indexes]

    assert all(item.name for item in named)


def test_the_ledger_knows_no_person() -> None:
    keys = SQLModel.metadata.tables["ledger"].foreign_keys

    assert {key.column.table.name for key in keys} == {"season", "ledger"}


def test_no_total_may_fall_below_zero() -> None:
    for name in ("member_day", "member_total", "group_total", "day_total"):
        checks = [
            str(item.sqltext)
            for item in SQLModel.metadata.tables[name].constraints
            if isinstance(item, CheckConstraint)
        ]
        assert "points >= 0" in checks
