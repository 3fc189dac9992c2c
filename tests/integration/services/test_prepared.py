"""A prepared statement answers what SQLAlchemy itself answers."""

from datetime import timedelta

from sqlalchemy import bindparam, insert, select, update
from sqlmodel import Session, SQLModel

from climact_issy.database import Database
from climact_issy.services import seasons
from climact_issy.services.prepared import Prepared
from tests.support.gestures import NOON, statements_of

_SEASON = SQLModel.metadata.tables["season"]
_BY_DAY = select(_SEASON).where(_SEASON.c.starts_on == bindparam("day"))


def test_rows_have_the_columns_and_types_of_the_table(database: Database) -> None:
    season = database.run_here(lambda s: seasons.ensure(s, now=NOON))
    values = {"day": season.starts_on}

    def both(session: Session) -> tuple[object, object]:
        connection = session.connection()
        plain = connection.execute(_BY_DAY, values).one()._asdict()
        return plain, Prepared(_BY_DAY).rows(connection, values)[0]._asdict()

    plain, prepared = database.read_here(both)

    assert prepared == plain


def test_writing_returns_what_was_asked_and_is_heard(database: Database) -> None:
    season = database.run_here(lambda s: seasons.ensure(s, now=NOON))
    columns = [c.name for c in _SEASON.columns if c.name != "id"]
    copy = Prepared(insert(_SEASON).returning(_SEASON.c.id), columns=columns)
    rename = Prepared(
        update(_SEASON)
        .where(_SEASON.c.id == bindparam("found"))
        .values(name_fr="Automne")
    )

    def work(session: Session) -> tuple[int, object]:
        connection = session.connection()
        row = connection.execute(_BY_DAY, {"day": season.starts_on}).one()._asdict()
        later = row | {
            "slug": "later",
            "starts_on": season.ends_on + timedelta(days=1),
            "ends_on": season.ends_on + timedelta(days=56),
        }
        entry = copy.rows(connection, later)[0].id
        rename.run(connection, {"found": entry})
        found = connection.execute(select(_SEASON).where(_SEASON.c.id == entry)).one()
        return entry, found.name_fr

    with statements_of(database.engine) as heard:
        entry, name = database.run_here(work)

    assert (entry > season.season_id, name) == (True, "Automne")
    assert len(heard) == 4
