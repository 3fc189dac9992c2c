"""What every table shares: the constraint names and a few column builders."""

import re
from typing import Any, Final

from sqlalchemy import BigInteger, Integer, text
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

NAMING_CONVENTION: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""A migration can drop only what has a name, on both databases."""

SQLModel.metadata.naming_convention = NAMING_CONVENTION

SLUG_LENGTH: Final = 80
MEMBER_REF_LENGTH: Final = 32
HASH_LENGTH: Final = 64
"""A SHA-256 or a keyed BLAKE2s, in hexadecimal."""


NEVER_AGAIN: Final[dict[str, Any]] = {"sqlite_autoincrement": True}
"""SQLite gives the id of a row that is gone to the next one, unless told not to: what
somebody still remembers of a person who was erased must not fit the next person."""


class Table(SQLModel):
    """Base of every table: the class WebSession is the table web_session."""

    @declared_attr  # pyright: ignore[reportArgumentType] - SQLModel declares it the same way
    def __tablename__(cls) -> str:  # noqa: N805  # pyright: ignore[reportIncompatibleVariableOverride] - SQLAlchemy passes the class
        """Name the table after its class."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


# A column that joins a table with rows needs a default that the database knows.


def added_count() -> Any:  # noqa: ANN401 - what SQLModel's Field returns
    """Return an integer column that was added later, 0 in the rows of before."""
    return Field(default=0, sa_column_kwargs={"server_default": text("0")})


def large_sum() -> Any:  # noqa: ANN401 - what SQLModel's Field returns
    """Return an integer column that a whole town fills beyond 32 bits.

    On SQLite every integer has 64.
    """
    return Field(sa_type=BigInteger().with_variant(Integer(), "sqlite"))


def added_flag() -> Any:  # noqa: ANN401 - what SQLModel's Field returns
    """Return a boolean column that was added later, False in the rows of before."""
    return Field(default=False, sa_column_kwargs={"server_default": text("false")})


def added_text(length: int, default: str = "") -> Any:  # noqa: ANN401 - what SQLModel's Field returns
    """Return a text column that was added later.

    Args:
        length: longest text.
        default: its value in the rows of before.
    """
    return Field(
        default=default,
        max_length=length,
        sa_column_kwargs={"server_default": text(f"'{default}'")},
    )
