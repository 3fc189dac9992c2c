"""`climact feed` says what is wrong with a feed, in a file or at an address."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from climact_issy.cli import app
from climact_issy.connectors import smartlina_feed
from climact_issy.domain import signatures
from climact_issy.settings import get_settings
from tests.support.replay import Answer, serving
from tests.support.source_cases import PAYLOADS

EXAMPLE = PAYLOADS / "smartlina-feed" / "feed.json"


def typed(*words: str) -> Result:
    return CliRunner().invoke(app, ["feed", *words])


def test_a_good_feed_is_said_to_be_good() -> None:
    done = typed("validate", str(EXAMPLE))

    assert done.exit_code == 0
    assert done.output == "A smartLINA feed of version 1: 3 values\n"


def test_every_fault_is_told_with_its_place(tmp_path: Path) -> None:
    told = json.loads(EXAMPLE.read_text("utf-8"))
    told["values"][1]["value"] = "a lot"
    del told["licence"]
    bad = tmp_path / "feed.json"
    bad.write_text(json.dumps(told))

    done = typed("validate", str(bad))

    assert done.exit_code == 1
    assert "values.1.value: " in done.output
    assert "licence: Field required" in done.output


def test_a_feed_at_an_address_is_read_there() -> None:
    with serving(lambda _: Answer(EXAMPLE.read_bytes())) as server:
        done = typed("validate", f"{server.address}/their/feed.json")

    assert done.exit_code == 0
    assert server.asked[0].path == "/their/feed.json"


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with serving(lambda _: Answer(status=404)) as server:
        refused = typed("validate", server.address)

    assert (refused.exit_code, typed("validate", str(tmp_path)).exit_code) == (2, 2)
    assert "cannot be read: status 404" in refused.output


def test_the_schema_is_printed() -> None:
    assert json.loads(typed("schema").output) == smartlina_feed.schema()


def test_a_feed_is_signed_under_our_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    get_settings.cache_clear()
    assert typed("sign", str(EXAMPLE)).exit_code == 2
    monkeypatch.setenv("CLIMACT_FEED_SECRET", "shared")
    get_settings.cache_clear()

    told = dict(
        line.split(": ") for line in typed("sign", str(EXAMPLE)).output.splitlines()
    )

    get_settings.cache_clear()
    seconds = told["X-Climact-Timestamp"]
    right = signatures.signature(b"shared", seconds, EXAMPLE.read_bytes())
    assert told["X-Climact-Signature"] == right
