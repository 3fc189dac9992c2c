"""The log: one line an event, and nobody's data in it."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from climact_issy import logs


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    logs.configure("info", is_json=False)


def broken(member_ref: str) -> None:
    message = f"row refused\nDETAIL: Key (member_ref)=({member_ref}) exists"
    raise ValueError(message)


def fail_and_log() -> None:
    pseudonym = "Hirondelle 42"
    try:
        broken("ref-9f3c")
    except ValueError:
        structlog.get_logger("test").exception("gesture_failed", fault="ab12")
    assert pseudonym


@pytest.mark.parametrize("is_json", [True, False])
def test_an_exception_is_one_line_with_its_place_and_no_variable(
    capsys: pytest.CaptureFixture[str], *, is_json: bool
) -> None:
    logs.configure("info", is_json=is_json)

    fail_and_log()

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    assert "ValueError: row refused at test_logs.py:" in lines[0]
    assert " broken < test_logs.py:" in lines[0]
    assert "ref-9f3c" not in lines[0]
    assert "Hirondelle" not in lines[0]


def test_production_writes_json(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("info", is_json=True)

    structlog.get_logger("test").warning("mail_not_sent", reason="« complet »")

    said = json.loads(capsys.readouterr().err)
    assert said.pop("timestamp").endswith("Z")
    assert said == {
        "event": "mail_not_sent",
        "level": "warning",
        "reason": "« complet »",
    }


def test_less_important_events_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure("warning", is_json=False)

    structlog.get_logger("test").info("event_refused")

    assert not capsys.readouterr().err


def test_libraries_speak_the_same_way(capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger().handlers.clear()
    logs.configure("info", is_json=True)

    try:
        broken("ref-9f3c")
    except ValueError:
        logging.getLogger("library").exception("it %s", "broke")

    said = json.loads(capsys.readouterr().err)
    assert (said["event"], said["level"]) == ("it broke", "error")
    assert said["exception"].startswith("ValueError: row refused at test_logs.py:")
    assert "ref-9f3c" not in said["exception"]


def test_the_cause_and_the_parts_are_told() -> None:
    cause = ExceptionGroup("two", [OSError("a"), KeyError("b")])
    error = RuntimeError("c")
    error.__cause__ = cause

    told = logs.describe(error)

    assert told == (
        "RuntimeError: c; from ExceptionGroup: two (2 sub-exceptions)"
        " of [OSError: a | KeyError: 'b']"
    )


def test_a_hidden_context_stays_hidden() -> None:
    error = RuntimeError("c")
    error.__context__ = KeyError("ref-9f3c")
    error.__suppress_context__ = True

    assert logs.describe(error) == "RuntimeError: c"
