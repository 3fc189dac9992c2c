"""The action of the day, with the true reason why it was chosen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DailyView:
    """The choice of the day; the empty value means it is not known yet.

    Attributes:
        is_ready: whether it is known.
        title: title of the action.
        href: its page.
        icon: icon of the action.
        points: "+10".
        reason: why today, in one true sentence.
        is_demo: whether the reason rests on a demo series.
    """

    is_ready: bool = False
    title: str = ""
    href: str = ""
    icon: str = "act"
    points: str = ""
    reason: str = ""
    is_demo: bool = False
