"""My gestures in a list: undo stands only where it still works."""

import reflex as rx

from climact_issy import texts
from climact_issy.components.history import history
from climact_issy.presenters.actions import GestureLineView

LINE = GestureLineView(
    entry_id=7,
    title="Cycle",
    href="/en/act/cycle",
    icon="bike",
    leaf="",
    text="5 km",
    when="today",
    points="+10",
    can_undo=True,
    is_undone=False,
)


def _drawn(*, with_titles: bool) -> str:
    return str(
        history(
            texts.for_language("en"),
            rx.Var.create([LINE]).to(list[GestureLineView]),
            undo=lambda entry_id: rx.console_log(f"undo {entry_id}"),
            with_titles=with_titles,
        )
    )


def test_each_line_asks_whether_it_can_be_undone() -> None:
    drawn = _drawn(with_titles=False)
    assert "can_undo" in drawn
    assert "Undo" in drawn


def test_what_is_older_waits_under_a_fold() -> None:
    drawn = _drawn(with_titles=False)
    assert '"details"' in drawn
    assert "slice" in drawn


def test_a_title_is_a_link_to_its_action() -> None:
    assert "href" in _drawn(with_titles=True)
    assert "href:line" not in _drawn(with_titles=False)
