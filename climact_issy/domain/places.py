"""The seven neighbourhoods of the race and their shapes, and the commune."""

from dataclasses import dataclass

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """One of INSEE's seven grands quartiers; its shape is illustrative.

    Attributes:
        slug: e.g. "les-hauts-d-issy".
        name: official French name.
        rings: outer rings, (longitude, latitude) in degrees WGS84.
        centre: (longitude, latitude) of a point inside, for the label.
        is_illustrative: True while no official shape was obtained.
    """

    slug: str
    name: str
    rings: tuple[Ring, ...]
    centre: tuple[float, float]
    is_illustrative: bool = True


@dataclass(frozen=True, slots=True)
class Population:
    """How many people live in a place; no figure exists below the commune.

    Attributes:
        inhabitants: legal population, or the sum of those of its communes.
        edition: year of the list it was read in.
        source: who published it, and where it was read.
    """

    inhabitants: int
    edition: str
    source: str
