"""The commune as a whole: how many people live there."""

from functools import cache
from typing import Final

from climact_issy.content import tables
from climact_issy.domain.places import Population

COMMUNE: Final = "Issy-les-Moulineaux"


@cache
def population() -> Population:
    """Return the published population of the commune.

    Raises:
        KeyError: the bundled figures do not hold it.
    """
    for row in tables.rows("reference_figures"):
        if row["measure"] == "population" and row["area"] == COMMUNE:
            return Population(int(row["value"]), row["year"], row["source"])
    raise KeyError(COMMUNE)
