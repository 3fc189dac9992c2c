"""The passport of a number: what lets a reader trust or doubt it, ready to show."""

from dataclasses import dataclass
from datetime import date

from climact_issy.content.wording import Part, worded
from climact_issy.domain.factors import Factor
from climact_issy.domain.indicators import Indicator, Shape
from climact_issy.texts import Translator


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a passport.

    Attributes:
        label: e.g. "Source".
        value: the fact, as a sentence or a name.
        href: where to check it, "" when nowhere.
    """

    label: str
    value: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class PassportView:
    """A number with its passport, in the visitor's language.

    Attributes:
        title: what is measured.
        value: the number, formatted; "" when it is missing.
        unit: its unit.
        facts: source, version, licence and the rest, in reading order.
        low: low end of the range, "" when none is published.
        high: high end of the range, "" when none is published.
        mark_at: place of the value on the range, e.g. "20%", "" without a range.
        is_stale: past its best-before day; shown beside the number.
        stale_note: the sentence that says so, "" when it is fresh.
    """

    title: str
    value: str
    unit: str
    facts: tuple[Fact, ...]
    low: str = ""
    high: str = ""
    mark_at: str = ""
    is_stale: bool = False
    stale_note: str = ""


def of_factor(t: Translator, factor: Factor, *, today: date) -> PassportView:
    """Return the passport of a published factor, judged on `today`."""
    side = t.language == "en"
    is_stale = factor.is_stale(today)
    fresh_until = t.date(factor.best_before_on)
    return PassportView(
        title=factor.label[side],
        value=t.number(factor.value),
        unit=in_words(t, "units", factor.unit),
        facts=_told(
            Fact(t("Source"), in_words(t, "sources", factor.source), factor.source_url),
            Fact(t("Version"), f"{factor.version} ({t.date(factor.version_on)})"),
            Fact(t("Licence"), in_words(t, "licences", factor.licence)),
            Fact(t("À relire avant le"), fresh_until),
            Fact(t("À savoir"), factor.remark[side]),
        ),
        is_stale=is_stale,
        stale_note=t("Ce facteur devait être relu avant le {day}.", day=fresh_until)
        if is_stale
        else "",
    )


def of_indicator(t: Translator, indicator: Indicator, value: str) -> PassportView:
    """Return the passport of an indicator whose shown value is `value`."""
    side = t.language == "en"
    latest = indicator.latest
    is_by_year = indicator.shape not in {Shape.PROFILE, Shape.SHARES}
    return PassportView(
        title=indicator.title[side],
        value=value,
        unit=indicator.unit[side],
        facts=_told(
            Fact(t("Lieu"), indicator.place[side]),
            Fact(t("Période"), latest.label[side] if latest and is_by_year else ""),
            Fact(t("Remarque"), _remark(indicator)[side]),
            Fact(
                t("Source"),
                in_words(t, "sources", indicator.source),
                indicator.source_url,
            ),
            Fact(t("Version"), in_words(t, "versions", indicator.version)),
            Fact(t("Licence"), in_words(t, "licences", indicator.licence)),
            Fact(t("Relevé le"), t.date(indicator.retrieved_on)),
        ),
    )


def _remark(indicator: Indicator) -> tuple[str, str]:
    # The word of a class is its value, not a remark about it.
    latest = indicator.latest
    return latest.remark if latest and indicator.classes is None else ("", "")


def in_words(t: Translator, part: Part, text: str) -> str:
    """Return a unit, producer, licence or version in the visitor's language."""
    return worded(part, text)[t.language == "en"]


def _told(*facts: Fact) -> tuple[Fact, ...]:
    """Leave out the lines about which nothing is known."""
    return tuple(fact for fact in facts if fact.value)
