from pathlib import Path

import pytest
from pydantic import ValidationError

from climact_issy.settings import (
    ROOT,
    Mode,
    Settings,
    child_environment,
    get_settings,
    web_dir,
)

PRODUCTION = {
    "mode": Mode.PRODUCTION,
    "secret_key": "a-secret-of-our-own",
    "public_url": "https://climact.example.org/",
    "smtp_url": "smtp://mail.example.org:25",
    "publisher": "Une association",
    "publication_director": "Une personne",
    "hosting_provider": "Un hébergeur",
}


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"CLIMACT_{name.upper()}", raising=False)
    monkeypatch.delenv("REFLEX_WEB_WORKDIR", raising=False)


def settings(**changes: object) -> Settings:
    return Settings.model_validate(changes)


def test_complete_settings_allow_production() -> None:
    assert settings(**PRODUCTION).refusals() == []


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"secret_key": ""}, "CLIMACT_SECRET_KEY"),
        ({"secret_key": "demo-secret-not-for-production"}, "CLIMACT_SECRET_KEY"),
        ({"public_url": ""}, "CLIMACT_PUBLIC_URL"),
        ({"public_url": "http://climact.example.org"}, "CLIMACT_PUBLIC_URL"),
        ({"extra_origins": "https://a.example,*"}, "CLIMACT_EXTRA_ORIGINS"),
        ({"workers": 2}, "CLIMACT_DATABASE_URL"),
        ({"smtp_url": ""}, "CLIMACT_SMTP_URL"),
        ({"smartlina_url": "http://lina.example"}, "CLIMACT_SMARTLINA_URL"),
        ({"publisher": ""}, "CLIMACT_PUBLISHER"),
        ({"publication_director": ""}, "CLIMACT_PUBLICATION_DIRECTOR"),
        ({"hosting_provider": ""}, "CLIMACT_HOSTING_PROVIDER"),
    ],
)
def test_production_names_the_one_thing_that_is_wrong(
    changes: dict[str, object], named: str
) -> None:
    refusals = settings(**{**PRODUCTION, **changes}).refusals()

    assert len(refusals) == 1
    assert named in refusals[0]


@pytest.mark.parametrize("mode", [Mode.DEMO, Mode.DEVELOPMENT])
def test_only_production_refuses(mode: Mode) -> None:
    assert settings(mode=mode).refusals() == []


def test_several_workers_are_fine_on_postgresql() -> None:
    found = settings(
        **PRODUCTION, workers=4, database_url="postgresql+psycopg://db/climact"
    )

    assert found.refusals() == []
    assert not found.is_sqlite


def test_one_database_lies_in_the_data_folder_unless_told_otherwise() -> None:
    found = settings(data_dir="/srv/climact")

    assert found.database_address == "sqlite:////srv/climact/climact.sqlite3"
    assert found.is_sqlite


def test_the_loopback_has_two_names() -> None:
    assert settings(port=3001).origins == [
        "http://localhost:3001",
        "http://127.0.0.1:3001",
    ]


def test_a_public_address_is_the_only_origin_beside_those_named() -> None:
    found = settings(
        public_url="https://climact.example.org/",
        extra_origins=" https://other.example.org/ ,,https://climact.example.org",
    )

    assert found.address == "https://climact.example.org"
    assert found.origins == ["https://climact.example.org", "https://other.example.org"]


def test_the_environment_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_PORT", "3456")
    get_settings.cache_clear()
    try:
        assert get_settings().port == 3456
        monkeypatch.setenv("CLIMACT_PORT", "3457")
        assert get_settings().port == 3456
    finally:
        get_settings.cache_clear()


def test_an_impossible_value_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLIMACT_LOG_LEVEL", "loud")

    with pytest.raises(ValidationError, match="log_level"):
        Settings()


def test_a_secret_is_never_printed() -> None:
    found = settings(**PRODUCTION)

    assert "a-secret-of-our-own" not in repr(found)
    assert "mail.example.org" not in repr(found)


def test_a_child_gets_our_environment_with_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLIMACT_PORT", "3456")

    child = child_environment(CLIMACT_MODE="demo")

    assert (child["CLIMACT_PORT"], child["CLIMACT_MODE"]) == ("3456", "demo")


@pytest.mark.parametrize(
    ("changes", "folder"),
    [
        ({}, ".web"),
        ({"host": "192.168.1.7"}, ".web"),
        ({"port": 3001}, ".web-localhost-3001"),
        ({"public_url": "https://Climact.example.org/"}, ".web-climact-example-org"),
    ],
)
def test_each_address_has_a_build_of_its_own(
    changes: dict[str, object], folder: str
) -> None:
    assert web_dir(settings(**changes)) == ROOT / folder


def test_the_build_lies_where_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REFLEX_WEB_WORKDIR", "/srv/web")

    assert web_dir(settings(port=3001)) == Path("/srv/web")


@pytest.mark.parametrize(
    ("named", "listed"),
    [
        ("*", "*"),
        ("https://a.example", "'self' https://a.example"),
        (
            "https://a.example, https://b.example",
            "'self' https://a.example https://b.example",
        ),
        ("'self' https://a.example;", "'self' https://a.example"),
        ("'none'", "'self'"),
        ("", "'self'"),
    ],
)
def test_who_may_frame_embeds_is_listed_without_breaking_the_header(
    named: str, listed: str
) -> None:
    assert Settings(embed_ancestors=named).embed_parents == listed


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://lina.example/issy?a=1", "https://lina.example"),
        ("https://lina.example:8443", "https://lina.example:8443"),
        ("", ""),
        ("lina.example", ""),
    ],
)
def test_the_outside_page_has_an_origin(address: str, origin: str) -> None:
    assert Settings(smartlina_url=address).smartlina_origin == origin
