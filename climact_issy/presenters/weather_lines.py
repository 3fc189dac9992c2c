"""What `climact weather` prints, in plain lines."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from climact_issy.content import weather_rules as content
from climact_issy.domain.boosts import Boost, Measured, Proposal, Weather
from climact_issy.domain.weather_rules import Check, Condition, Decision, Look
from climact_issy.presenters import measured_reasons, weather
from climact_issy.presenters.gesture_words import pick
from climact_issy.texts import Translator


def lines(
    t: Translator, found: Weather, waiting: Iterable[Proposal], now: datetime
) -> Iterator[str]:
    """Yield a few lines a rule, then what waits for staff.

    Args:
        t: translator of the terminal.
        found: what each rule says.
        waiting: what rules propose.
        now: aware instant.
    """
    for decision in found.decisions:
        yield from _rule(t, decision, now)
    for proposal in waiting:
        why = proposed(t, proposal.measured)
        yield f"{proposal.slug}: {proposal.state.value}, waits for staff. {why}"


def proposed(t: Translator, measured: Measured) -> str:
    """Say why a challenge was opened or proposed, with the source."""
    return f"{measured_reasons.reason(t, measured)} [{measured.source}]"


def opened(t: Translator, boost: Boost, *, is_dry: bool) -> Iterator[str]:
    """Say what was opened by hand, or would be."""
    said = "would run" if is_dry else "runs"
    draft = boost.draft
    yield f"{draft.slug} {said} from {draft.starts_on} to {draft.ends_on}."
    yield f"  {draft.kind}, {draft.title[1]}"
    yield f"  {proposed(t, boost.measured)}"


def _rule(t: Translator, decision: Decision, now: datetime) -> Iterator[str]:
    entry = content.by_slug(decision.rule.slug)
    yield f"{decision.rule.slug}: {pick(entry.title, t)}, {decision.rule.mode.value}"
    for said, look in zip(entry.told, decision.looks, strict=True):
        source = f"{look.seen.source}; " * bool(look.seen.source)
        seen = weather.line(t, said, look, now)
        yield f"  {seen} [{source}{_asked(look.condition)}: {_why(look)}]"
    yield f"  {weather.verdict(t, decision)}"


def _asked(condition: Condition) -> str:
    if condition.check is Check.LOWEST:
        share, days = f"{condition.limit:.0%}", condition.past_days
        return f"among the lowest {share} of {days} days, {condition.runs} hours"
    return f"{condition.check.value.replace('_', ' ')} {condition.limit:g}"


def _why(look: Look) -> str:
    return look.why.value.replace("_", " ")
