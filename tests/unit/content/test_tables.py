import pytest

from climact_issy.content import tables


def test_a_pair_is_exactly_two_texts() -> None:
    assert tables.pair(["oui", "yes"]) == ("oui", "yes")
    for wrong in (["oui"], ["oui", 1], "oui", None):
        with pytest.raises(ValueError, match="not a pair"):
            tables.pair(wrong)


def test_an_empty_cell_is_no_number() -> None:
    assert tables.number("") is None
    assert tables.number("-0.5") == -0.5


def test_a_note_without_words_is_refused() -> None:
    assert tables.remark("") == ("", "")
    with pytest.raises(KeyError):
        tables.remark("nobody wrote this note")


def test_every_remark_says_something_in_each_language() -> None:
    found = tables.table(tables.FOLDER / "remarks.toml")["remark"]
    assert found
    assert all(row["fr"] and row["en"] and row["fr"] != row["en"] for row in found)
