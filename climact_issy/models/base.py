"""What every table shares: the constraint names and a few column builders."""

import re
from typing import Final

from sqlalchemy.orm import declared_attr
from sqlmodel import SQLModel

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


class Table(SQLModel):
    """Base of every table: the class WebSession is the table web_session."""

    @declared_attr  # pyright: ignore[reportArgumentType] - SQLModel declares it the same way
    def __tablename__(cls) -> str:  # noqa: N805  # pyright: ignore[reportIncompatibleVariableOverride] - SQLAlchemy passes the class
        """Name the table after its class."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
