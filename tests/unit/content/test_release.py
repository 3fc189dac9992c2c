import pytest

from climact_issy.content import release


def test_data_was_gathered_by_the_release_day() -> None:
    assert release.retrieved_on() <= release.released_on()


@pytest.mark.parametrize(
    "key", ["boundary", "effort", "best_before", "yearly", "shapes"]
)
def test_editorial_choices_are_stated_in_both_languages(key: str) -> None:
    french, english = release.statement(key)
    assert french.endswith(".")
    assert english.endswith(".")
    assert french != english
    assert " :" not in french
