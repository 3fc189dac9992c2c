"""Kinds of ledger rows."""

import pytest

from climact_issy.domain.ledger import EntryKind, gestures_of, reversal_kind

REVERSALS = {EntryKind.UNDO, EntryKind.CORRECTION}


@pytest.mark.parametrize("kind", sorted(set(EntryKind) - REVERSALS))
def test_a_reversal_takes_away_as_many_gestures_as_the_row_brought(
    kind: EntryKind,
) -> None:
    assert gestures_of(kind) + gestures_of(reversal_kind(kind)) == 0


@pytest.mark.parametrize("kind", sorted(REVERSALS))
def test_a_reversal_is_never_reversed(kind: EntryKind) -> None:
    with pytest.raises(ValueError, match="never reversed"):
        reversal_kind(kind)


def test_every_kind_has_a_weight() -> None:
    assert {gestures_of(kind) for kind in EntryKind} == {1, 0, -1}
