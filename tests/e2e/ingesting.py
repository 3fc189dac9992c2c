"""Have the command line read a source for the demonstration."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.e2e.conftest import FEED_SECRET, Demonstration


def ingest(demo: Demonstration, source: str, address: str = "") -> str:
    done = subprocess.run(
        [Path(sys.executable).with_name("climact"), "ingest", "--source", source],
        env={
            **os.environ,
            "CLIMACT_MODE": "demo",
            "CLIMACT_DATA_DIR": str(demo.data_dir),
            "CLIMACT_SOURCE_ADDRESSES": json.dumps(
                {source: address} if address else {}
            ),
            "CLIMACT_FEED_SECRET": FEED_SECRET,
            "CLIMACT_SOURCE_KEYS": json.dumps({source: "name:key"}),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
