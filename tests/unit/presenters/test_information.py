import pytest

from climact_issy import texts
from climact_issy.presenters import information
from climact_issy.settings import Settings

LANGUAGES = ("fr", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_unset_publisher_and_host_are_said_to_be_missing(language: str) -> None:
    t = texts.for_language(language)
    lines = information.legal_facts(t, Settings())
    assert len(lines) == 4
    assert all(line.is_missing for line in lines)
    assert {line.value for line in lines} == {
        "to be completed" if language == "en" else "à compléter"
    }


def test_settings_name_the_publisher() -> None:
    settings = Settings(publisher="Mairie", hosting_provider="Hébergeur, Paris")
    lines = information.legal_facts(texts.for_language("fr"), settings)
    assert [line.value for line in lines if not line.is_missing] == [
        "Mairie",
        "Hébergeur, Paris",
    ]


def test_contact_is_the_publishers() -> None:
    t = texts.for_language("fr")
    known = information.contact(t, Settings(publisher_contact="a@b.fr"))
    assert (known.value, known.is_missing) == ("a@b.fr", False)
    missing = information.contact(t, Settings())
    assert (missing.value, missing.is_missing) == ("à compléter", True)


def test_the_publisher_answers_for_personal_data() -> None:
    t = texts.for_language("fr")
    assert information.controller(t, Settings(publisher="Mairie")).value == "Mairie"
    assert information.controller(t, Settings()).is_missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_references_are_addresses_to_check(language: str) -> None:
    found = information.references(texts.for_language(language))
    assert len({link.href for link in found}) == len(found) >= 5
    assert all(link.href.startswith("https://") for link in found)


def test_facts_are_said_in_both_languages() -> None:
    french = information.programme_facts(texts.for_language("fr"))
    english = information.programme_facts(texts.for_language("en"))
    assert french[0].value == "janvier 2023 à décembre 2026"
    assert english[0].value == "January 2023 to December 2026"
