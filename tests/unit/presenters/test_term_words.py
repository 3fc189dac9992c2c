"""A page explains the words it uses, and no other."""

from climact_issy import texts
from climact_issy.presenters.term_words import explained

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")


def names(*told: str) -> list[str]:
    return [term.name for term in explained(FRENCH, *told)]


def test_the_words_of_each_text_are_explained() -> None:
    assert names("Il faut 3 tonnes", "kg par an") == ["tonne (t)", "kilo (kg)"]
    assert names("rien à dire") == []


def test_a_word_of_an_explanation_comes_along() -> None:
    assert names("du CO₂e") == ["CO₂", "CO₂e"]


def test_an_explanation_is_in_the_language_of_the_page() -> None:
    french, english = (explained(t, "1 kWh") for t in (FRENCH, ENGLISH))
    assert french[-2].name == "kilowattheure (kWh)"
    assert english[-2].name == "kilowatt-hour (kWh)"
