"""What the values of a figure may be; beyond it, somebody has misread or mistyped.

A connector and the import of a table ask the same range: no way in is wider.
"""

from dataclasses import dataclass

from climact_issy.domain.observations import BadValue, Refused, within


@dataclass(frozen=True, slots=True)
class Possible:
    """The range of a figure, both ends included, in the unit its values are kept in.

    Attributes:
        low: smallest possible value.
        high: largest possible value.
        is_class: whether values are the numbers of a scale, with nothing in between.
    """

    low: float
    high: float
    is_class: bool = False

    def checked(self, value: float | None) -> float | None:
        """Return a value that is possible, or a gap.

        Raises:
            BadValue: nothing real is so small or so large, or it is no class.
        """
        found = within(value, self.low, self.high)
        if self.is_class and found is not None and not found.is_integer():
            raise BadValue(Refused.OUT_OF_RANGE)
        return found
