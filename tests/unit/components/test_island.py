"""The island grows with active weeks."""

from climact_issy.components.island import TREES, island


def test_every_tree_of_the_island_waits_for_its_week() -> None:
    drawn = str(island(3))

    assert all(f"island-tree-{n}" in drawn for n in range(1, TREES + 1))
    assert drawn.count("(true?") == 3
    assert drawn.count("(false?") == TREES - 3
