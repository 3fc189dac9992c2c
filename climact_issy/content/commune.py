"""The commune as a whole, and its region: how many people live there."""

from functools import cache
from typing import Final

from climact_issy.content import tables
from climact_issy.domain.places import Population

COMMUNE: Final = "Issy-les-Moulineaux"


@cache
def population(area: str = COMMUNE) -> Population:
    """Return the published population of the commune, or of another place.

    Args:
        area: as the bundled figures name it.

    Raises:
        KeyError: the bundled figures do not hold it.
    """
    for row in tables.rows("reference_figures"):
        if row["measure"] == "population" and row["area"] == area:
            return Population(int(row["value"]), row["year"], row["source"])
    raise KeyError(area)
