"""A local server that speaks for eCO2mix: any number of quarter hours, made up."""

import json
import math
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from climact_issy.connectors import eco2mix

STEP = timedelta(minutes=15)
_INSTANT = re.compile(r"date'([^']+)'")
_DAYS_A_YEAR = 365.25


@contextmanager
def served(newest: datetime) -> Iterator[str]:
    """Answer exports of the national set until the block ends.

    Args:
        newest: aware instant of the last value there is.

    Yields:
        The address.
    """

    class Answer(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            query = parse_qs(urlsplit(self.path).query)
            asked = [_at(text) for text in _INSTANT.findall(query["where"][0])]
            end = min([*asked[1:], newest + STEP])
            body = json.dumps(_rows(asked[0], end)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
            """Say nothing: the table alone is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def _rows(start: datetime, end: datetime) -> list[dict[str, object]]:
    """Return a value for each quarter hour, in the fields of the real set."""
    found: list[dict[str, object]] = []
    at = start + (-(start - datetime(1970, 1, 1, tzinfo=UTC)) % STEP)
    while at < end:
        found.append(
            {
                eco2mix.TIME: at.isoformat(),
                eco2mix.NATURE: "Données consolidées",
                eco2mix.VALUE: _value(at),
            }
        )
        at += STEP
    return found


def _value(at: datetime) -> int:
    """Return g CO2/kWh that go up and down with the day and the year."""
    year = math.sin(2 * math.pi * at.timetuple().tm_yday / _DAYS_A_YEAR)
    day = math.sin(2 * math.pi * (at.hour * 60 + at.minute) / 1440)
    return round(45 + 15 * year + 10 * day)
