"""Every source, licence and version in use, generated from the content."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from climact_issy.domain.actions import Action
from climact_issy.domain.factors import Factor
from climact_issy.domain.indicators import Indicator
from climact_issy.presenters.passports import in_words
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One thing taken from a source.

    Attributes:
        title: what it is.
        detail: value, place, version and dates, in one line.
        licence: licence with the credit it asks for.
        source: producer and data set.
        href: where to check it, "" when nowhere.
        warning: what a reader must know first, "" when nothing.
    """

    title: str
    detail: str
    licence: str
    source: str
    href: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """The lines of one producer.

    Attributes:
        title: the producer, and how many lines.
        lines: in alphabetical order.
    """

    title: str
    lines: tuple[SourceLine, ...]


def factors_in_use(actions: Iterable[Action]) -> tuple[Factor, ...]:
    """Collect the factors behind the savings shown, once each, by identifier."""
    found = {
        factor.factor_id: _named(action, factor)
        for action in actions
        if action.saving
        for factor in action.saving.factors
    }
    return tuple(found[key] for key in sorted(found))


def _named(action: Action, factor: Factor) -> Factor:
    """Name the action in a factor that is the model's year with or without it."""
    if not factor.factor_id.endswith((":with", ":without")):
        return factor
    (french, english), label = action.title, factor.label
    return replace(
        factor,
        label=(
            f"{french}\u00a0: {label[0].lower()}",
            f"{english}: {label[1].lower()}",
        ),
    )


def factor_groups(
    t: Translator, factors: Iterable[Factor], *, today: date
) -> tuple[SourceGroup, ...]:
    """Group the factors by producer, the largest group first.

    Args:
        t: the translator of the page.
        factors: the factors in use.
        today: civic day on which they are judged fresh or not.
    """
    by_source: dict[str, list[SourceLine]] = {}
    for factor in factors:
        by_source.setdefault(factor.source, []).append(_factor_line(t, factor, today))
    groups = sorted(by_source.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(
        SourceGroup(
            title=t.n(
                "{source} : {n} facteur",
                "{source} : {n} facteurs",
                len(lines),
                source=in_words(t, "sources", source),
            ),
            lines=tuple(sorted(lines, key=lambda line: line.title)),
        )
        for source, lines in groups
    )


def _factor_line(t: Translator, factor: Factor, today: date) -> SourceLine:
    return SourceLine(
        title=factor.label[t.language == "en"],
        detail=t(
            "{value} {unit}, version {version}, à relire avant le {day}",
            value=t.number(factor.value),
            unit=in_words(t, "units", factor.unit),
            version=factor.version,
            day=t.date(factor.best_before_on),
        ),
        licence=in_words(t, "licences", factor.licence),
        source=in_words(t, "sources", factor.source),
        href=factor.source_url,
        warning=t("Date de relecture dépassée.") if factor.is_stale(today) else "",
    )


def indicator_lines(
    t: Translator, indicators: Iterable[Indicator]
) -> tuple[SourceLine, ...]:
    """Describe the source of each indicator, in the order of the catalogue."""
    side = t.language == "en"
    return tuple(
        SourceLine(
            title=indicator.title[side],
            detail=t(
                "{place}, version {version}, relevé le {day}",
                place=indicator.place[side],
                version=in_words(t, "versions", indicator.version),
                day=t.date(indicator.retrieved_on),
            ),
            licence=in_words(t, "licences", indicator.licence),
            source=in_words(t, "sources", indicator.source),
            href=indicator.source_url,
            warning=indicator.caveat[side],
        )
        for indicator in indicators
    )


def without_figure(actions: Iterable[Action]) -> int:
    """Count the actions for which no CO2e figure is published."""
    return sum(action.saving is None for action in actions)
