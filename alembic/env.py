"""How alembic reaches the database; the same way for both of them."""

from alembic import context
from sqlmodel import SQLModel

import climact_issy.models  # registers every table
from climact_issy.database import make_engine
from climact_issy.settings import get_settings

assert climact_issy.models.__all__  # noqa: S101 - the import is what counts


def _address() -> str:
    given = context.config.attributes.get("address")
    return given or get_settings().database_address


def run_online() -> None:
    engine = make_engine(_address())
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            render_as_batch=connection.dialect.name == "sqlite",
            compare_type=True,
            compare_server_default=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()
    engine.dispose()


if context.is_offline_mode():
    context.configure(
        url=_address(),
        target_metadata=SQLModel.metadata,
        literal_binds=True,
        dialect_opts={"paramstyle": "named"},
    )
    with context.begin_transaction():
        context.run_migrations()
else:
    run_online()
