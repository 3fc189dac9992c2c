"""The port of the sources with one answer, and a note of what was asked."""

from collections.abc import Mapping
from datetime import UTC, datetime

from climact_issy.connectors.base import Page


class OneAnswer:
    """Answers the same to every question; None says that nothing has changed.

    Attributes:
        answer: what it answers.
        asked: path and parameters of each question.
    """

    def __init__(self, answer: Page | None) -> None:
        self.answer = answer
        self.asked: list[tuple[str, Mapping[str, str] | None]] = []

    def now(self) -> datetime:
        return datetime(2026, 2, 10, 11, 0, tzinfo=UTC)

    def get(self, path: str, params: Mapping[str, str] | None = None) -> Page | None:
        self.asked.append((path, params))
        return self.answer
