"""How every process writes its log: one line an event, and nobody's data in it.

A traceback keeps the places in our code and drops what stood in its variables:
those hold member references and pseudonyms. Of a message only the first line is
kept, since databases print the row they refused on the lines after it.
"""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Final, Literal, TextIO

import structlog
from structlog.typing import Processor

Level = Literal["debug", "info", "warning", "error"]

MAX_MESSAGE: Final = 300
_NUMBERS: Final[dict[Level, int]] = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
}

Event = MutableMapping[str, object]


def configure(level: Level, *, is_json: bool) -> None:
    """Set up the log of this process, on its error stream.

    Args:
        level: the least important events to write; those of libraries are
            written from warning on.
        is_json: JSON for machines, or key=value for people.
    """
    shown: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        one_line,
        _renderer(is_json=is_json),
    ]
    structlog.configure(
        processors=shown,
        wrapper_class=structlog.make_filtering_bound_logger(_NUMBERS[level]),
        logger_factory=_Streams(),
        # A stream may be replaced after the first event, as in a forked worker.
        cache_logger_on_first_use=False,
    )
    of_libraries = logging.StreamHandler(sys.stderr)
    of_libraries.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *shown,
            ]
        )
    )
    logging.basicConfig(
        handlers=[of_libraries], level=max(_NUMBERS[level], logging.WARNING)
    )


def one_line(_logger: object, _method: str, event: Event) -> Event:
    """Replace the exception of an event by one line about it."""
    error = _error_of(event.pop("exc_info", None))
    if error is not None:
        event["exception"] = describe(error)
    return event


def describe(error: BaseException) -> str:
    """Tell an exception, its causes and its places in one line.

    Args:
        error: what was raised.

    Returns:
        "KeyError: 'x' at act.py:10 load < gate.py:80 check; from OSError: …".
    """
    told: list[str] = []
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        told.append(_told(found))
        is_hidden = found.__suppress_context__
        found = found.__cause__ or (None if is_hidden else found.__context__)
    return "; from ".join(told)


def _told(error: BaseException) -> str:
    lines = str(error).splitlines() or [""]
    message = f"{type(error).__name__}: {lines[0][:MAX_MESSAGE]}".removesuffix(": ")
    places = [
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(error.__traceback__))
    ]
    text = f"{message} at {' < '.join(places)}" if places else message
    if isinstance(error, BaseExceptionGroup):
        parts = " | ".join(describe(part) for part in error.exceptions)
        return f"{text} of [{parts}]"
    return text


def _error_of(given: object) -> BaseException | None:
    match given:
        case BaseException():
            return given
        case (_, BaseException() as error, _):
            return error
        case True:
            return sys.exception()
        case _:
            return None


def _renderer(*, is_json: bool) -> Processor:
    if is_json:
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.processors.LogfmtRenderer(
        key_order=["timestamp", "level", "event"], bool_as_flag=False
    )


class _Streams:
    """Makes a logger on the error stream of the moment."""

    def __call__(self, *_: object) -> structlog.PrintLogger:
        stream: TextIO = sys.stderr
        return structlog.PrintLogger(stream)
