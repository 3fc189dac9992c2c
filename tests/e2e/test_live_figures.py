"""What a source answers is what stands on the screen."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Demonstration
from tests.support.replay import Answer, serving
from tests.support.source_cases import CASES, Case

pytestmark = pytest.mark.e2e


def answer(case: Case) -> bytes:
    """The recorded answer, as if its newest value were of this quarter of an hour."""
    now = datetime.now(UTC)
    at = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    return case.changed(lambda rows: [{**rows[-1], case.time: at.isoformat()}])


def ingest(demo: Demonstration, source: str, address: str) -> str:
    done = subprocess.run(
        [Path(sys.executable).with_name("climact"), "ingest", "--source", source],
        env={
            **os.environ,
            "CLIMACT_MODE": "demo",
            "CLIMACT_DATA_DIR": str(demo.data_dir),
            "CLIMACT_SOURCE_ADDRESSES": json.dumps({source: address}),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.source.name)
def test_the_value_of_the_answer_is_on_the_screen(
    demo: Demonstration, phone: Page, case: Case
) -> None:
    slug = case.source.indicators[0]
    with serving(lambda _: Answer(answer(case))) as server:
        told = ingest(demo, case.source.name, server.address)
    assert "0 rejected" in told

    phone.goto(f"{demo.url}/chiffres/{slug}")

    value = f"{case.newest[1]:g}"
    expect(phone.locator("header .num").first).to_have_text(value)
    expect(phone.locator("h1.say")).to_contain_text(f"{value}\u00a0g")
    expect(
        phone.locator("header").get_by_text(re.compile("il y a .* minute"))
    ).to_be_visible()
    expect(phone.get_by_role("img", name=re.compile(value))).to_be_visible()
    phone.goto(f"{demo.url}/en/figures")
    expect(phone.locator(".fcard .num").first).to_have_text(value)
