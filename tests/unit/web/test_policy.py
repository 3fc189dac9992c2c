import json
from collections.abc import Callable
from pathlib import Path

import pytest

from climact_issy.web import embed_script
from climact_issy.web.built import Build
from climact_issy.web.policy import headers_for

HTML = "text/html; charset=utf-8"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    hashes = tmp_path / "csp.json"
    hashes.write_text(json.dumps({"/agir": ["sha256-abc="]}))
    return Build(tmp_path / "client", hashes)


@pytest.mark.parametrize(
    ("path", "status", "kind", "expected"),
    [
        ("/agir", 200, HTML, "no-cache"),
        ("/assets/chunk-Ab3_dE9x.js", 200, "text/javascript", "immutable"),
        ("/assets/chunk-Ab3_dE9x.js", 404, HTML, "no-cache"),
        ("/assets/plain.js", 200, "text/javascript", "max-age=3600"),
        ("/icons.svg", 200, "image/svg+xml", "max-age=3600"),
        ("/auth/code", 200, HTML, "no-store"),
        ("/connexion", 200, HTML, "no-store"),
        ("/en/sign-in", 200, HTML, "no-store"),
        ("/healthz", 200, "application/json", "no-store"),
        ("/api/v1/indicators", 200, "application/json", "no-cache"),
        ("/oembed", 200, "application/json", "no-cache"),
    ],
)
def test_each_kind_of_answer_is_cached_as_long_as_it_is_true(
    build: Build, path: str, status: int, kind: str, expected: str
) -> None:
    assert expected in headers_for(path, status, kind, build)["Cache-Control"]


def test_a_page_runs_its_own_scripts_and_nothing_else(build: Build) -> None:
    policy = headers_for("/agir", 200, HTML, build)["Content-Security-Policy"]
    assert "script-src 'self' 'sha256-abc=';" in policy
    assert "unsafe-eval" not in policy
    assert "object-src 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "ws://localhost:3000" in policy


def test_a_page_around_signing_in_runs_no_script_at_all(build: Build) -> None:
    for path in ("/connexion", "/en/sign-in", "/auth/confirm"):
        policy = headers_for(path, 200, HTML, build)["Content-Security-Policy"]
        assert "script-src 'none'" in policy


def test_only_embedded_pages_may_be_framed(
    build: Build, configured: Callable[..., None]
) -> None:
    configured(embed_ancestors="https://issy.example")
    embed = headers_for("/embed/indicators/x", 200, HTML, build)
    policy = embed["Content-Security-Policy"]
    assert "frame-ancestors 'self' https://issy.example" in policy
    assert "X-Frame-Options" not in embed
    assert headers_for("/", 200, HTML, build)["X-Frame-Options"] == "DENY"


def test_a_secure_address_is_asked_for_again_securely(
    build: Build, configured: Callable[..., None]
) -> None:
    assert "Strict-Transport-Security" not in headers_for("/", 200, HTML, build)
    configured(public_url="https://climact.example")
    found = headers_for("/", 200, HTML, build)
    assert "max-age=31536000" in found["Strict-Transport-Security"]
    assert "wss://climact.example" in found["Content-Security-Policy"]


def test_open_data_is_open_to_every_site_without_credentials(build: Build) -> None:
    found = headers_for("/api/v1/indicators", 200, "application/json", build)
    assert found["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in found
    assert "Access-Control-Allow-Origin" not in headers_for("/", 200, HTML, build)


def test_an_embedded_page_runs_its_one_script_and_no_other(build: Build) -> None:
    policy = headers_for("/embed/indicators/x", 200, HTML, build)[
        "Content-Security-Policy"
    ]
    assert f"script-src {embed_script.policy()};" in policy
    assert "connect-src 'none'" in policy


def test_only_the_outside_page_of_the_settings_may_stand_in_ours(
    build: Build, configured: Callable[..., None]
) -> None:
    def frames() -> str:
        policy = headers_for("/chiffres", 200, HTML, build)["Content-Security-Policy"]
        return policy.partition("frame-src ")[2].partition(";")[0]

    assert frames() == "'self'"
    configured(smartlina_url="https://smartlina.example/issy?a=1")
    assert frames() == "'self' https://smartlina.example"


def test_sites_find_out_how_to_embed_from_anywhere(build: Build) -> None:
    found = headers_for("/oembed", 200, "application/json", build)
    assert found["Access-Control-Allow-Origin"] == "*"
