"""What the record says in words: never more than the numbers, short and easy."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from climact_issy import texts
from climact_issy.content import live_indicators, live_notes
from climact_issy.domain.glossary import tokens
from climact_issy.domain.indicators import Indicator, Shape
from climact_issy.domain.readability import EASY, MOST_WORDS, kandel_moles, longest
from climact_issy.domain.summaries import Baseline, Range, Slope, Trend, Usual
from climact_issy.presenters.knowing import (
    Known,
    Scale,
    baseline_words,
    known,
    per_person_words,
    rests,
    trend_words,
    usual_words,
)
from climact_issy.presenters.live import terms
from tests.support.plain_words import PLAIN
from tests.support.readings import SUMMARY, reading

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
N = "\u00a0"
GRAMS = Scale(FRENCH, 0, ("g", "g"))
BIKES = Scale(FRENCH, 0, ("vélo", "vélos"))
FIGURE = live_indicators.by_slug("electricite-maintenant")
RANGE = Range(31.0, 40.0, 58.0)
LAST = date(2026, 11, 29)
YEAR = (LAST - timedelta(days=363), LAST)
HALF = (LAST - timedelta(days=180), LAST)
BEFORE = (date(2025, 11, 3), date(2025, 11, 30))
FRENCH_WORDS = """
au moins connus connues jours jour pour dire ce qui habituel nous avons vers minuit midi
comme plus bas haut que habitude fois sur entre calculé cela monte baisse
vrai chiffre sans doute connu saison peut être cause semaines semaine voir tendance
mesures pas nette comparer manque mêmes même autre année quatre comparées comparée aux
celle finie dernière pareil de seul un
est connue dernières va vient et
partagé tous ceux vivent région watts chacun nombre habitants valeur personne
"""
ENGLISH_WORDS = """
shared comes goes rises falls takes known days tell usual as we have at midnight noon
that is lower higher than times it between computed more less true most likely season be
cause weeks week see trend measurements measurement clear to compare lack same another
these four ones last ended same against of only one than a the all who live region watts
each number people value per person
"""
SEEN = {"fr": set(FRENCH_WORDS.split()), "en": set(ENGLISH_WORDS.split())}
SLOPES = (Slope(1, 20, 30), Slope(-30, -20, -1), Slope(-1, 0, 1), None)


def every_line(t: texts.Translator, figure: Indicator) -> Iterator[str]:
    """Each sentence that the record of a figure may say."""
    notes, side = live_notes.of(figure.slug), t.language == "en"
    scale = Scale(t, figure.digits, (notes.measure_of_one[side], notes.measure[side]))
    is_hourly = figure.shape is Shape.HOURS
    for hour in (0, 12, 18) if is_hourly else (None,):
        for month in range(1, 13):
            yield usual_words(scale, Usual(month, hour, 4, None), 40)
            for value in (20, 40, 70):
                yield usual_words(scale, Usual(month, hour, 42, RANGE), value)
    for slope in SLOPES:
        for span in (YEAR, HALF):
            trend = Trend(20 if slope else 3, span, slope)
            yield trend_words(scale, trend, is_hourly=is_hourly)
    for change in (None, 12.4, -12.4, 0.2):
        baseline = Baseline(change, 28, BEFORE if change else None)
        yield baseline_words(t, baseline, is_hourly=is_hourly)
    for per_person in (None, 0.000646):
        summary = replace(SUMMARY, per_person=per_person)
        yield per_person_words(t, figure.slug, summary, SUMMARY.period)
    yield rests(t, SUMMARY)
    yield rests(t, replace(SUMMARY, span=(LAST, LAST)))


LIVE = [
    figure
    for figure in live_indicators.live_indicators()
    if live_notes.of(figure.slug).tells
]
FIGURES = pytest.mark.parametrize("figure", LIVE, ids=lambda figure: figure.slug)


@FIGURES
@pytest.mark.parametrize("t", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_each_sentence_is_short_easy_and_explained(
    t: texts.Translator, figure: Indicator
) -> None:
    fine = {token for term in terms(t, figure) for token in tokens(term.name)}
    fine |= PLAIN[t.language] | SEEN[t.language]
    fine |= {token for unit in units(t, figure) for token in tokens(unit)}
    fine |= {t.date(date(2000, month, 1), "MMMM").lower() for month in range(1, 13)}
    for line in every_line(t, figure):
        if not line:
            continue
        assert longest(line) <= MOST_WORDS, line
        assert line.endswith(".")
        assert t is ENGLISH or kandel_moles(line) >= EASY, line
        assert not {token for token in tokens(line) if len(token) > 1} - fine, line


def units(t: texts.Translator, figure: Indicator) -> tuple[str, str]:
    """The units of a figure: explained on its page, or words like "vélos"."""
    notes, side = live_notes.of(figure.slug), t.language == "en"
    return notes.measure[side], notes.measure_of_one[side]


@FIGURES
def test_nothing_is_the_same_in_both_languages(figure: Indicator) -> None:
    for french, english in zip(
        every_line(FRENCH, figure), every_line(ENGLISH, figure), strict=True
    ):
        assert french != english or not french


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (30.0, "C’est plus bas que d’habitude, vers 18{N}h en novembre. "),
        (31.0, "C’est comme d’habitude, vers 18{N}h en novembre. "),
        # As written: 58 of 31 to 58 is usual, whatever stands behind the point.
        (58.4, "C’est comme d’habitude, vers 18{N}h en novembre. "),
        (58.6, "C’est plus haut que d’habitude, vers 18{N}h en novembre. "),
    ],
)
def test_a_value_is_judged_as_it_is_written(value: float, words: str) -> None:
    said = usual_words(GRAMS, Usual(11, 18, 42, RANGE), value)

    assert said == (
        words.format(N=N)
        + f"Au moins 8 fois sur 10, c’est entre 31 et 58{N}g. Calculé sur 42 jours."
    )


def test_one_is_told_as_one() -> None:
    said = usual_words(BIKES, Usual(11, 0, 42, Range(0.0, 0.4, 1.0)), 1.0)
    assert (
        f"vers minuit en novembre. Au moins 8 fois sur 10, c’est entre 0 et 1{N}vélo."
        in said
    )
    tenths = Scale(FRENCH, 1, ("mg", "mg")).between(20.44, 24.0)
    assert tenths == f"entre 20,4 et 24{N}mg"
    same = usual_words(BIKES, Usual(11, 12, 42, Range(5.0, 5.0, 5.2)), 5.0)
    assert f"vers midi en novembre. Au moins 8 fois sur 10, c’est 5{N}vélos." in same


def test_under_ten_days_it_says_what_is_missing() -> None:
    assert usual_words(GRAMS, Usual(4, None, 1, None), 1.0) == (
        "Il faut au moins 10 jours connus, en avril, pour dire ce qui est habituel. "
        "Nous en avons 1."
    )


def test_a_slope_that_may_be_zero_is_no_trend() -> None:
    for slope in (Slope(-1, 0.4, 2), Slope(0, 1, 2), Slope(0.1, 0.2, 0.4)):
        said = trend_words(GRAMS, Trend(52, YEAR, slope), is_hourly=True)
        assert said == (
            f"Entre décembre 2025 et novembre 2026, pas de tendance nette{N}: "
            "cela va et vient."
        )


def test_a_trend_is_told_for_the_time_that_is_known() -> None:
    slope = Slope(-30, -20, -10)
    year = trend_words(GRAMS, Trend(52, YEAR, slope), is_hourly=True)
    half = trend_words(GRAMS, Trend(26, HALF, slope), is_hourly=True)

    assert year == (
        f"Entre décembre 2025 et novembre 2026, cela baisse{N}: "
        f"à peu près 20{N}g de moins. "
        f"Le vrai chiffre est sans doute entre 10 et 30{N}g."
    )
    assert f"à peu près 10{N}g de moins" in half
    assert "entre 5 et 15" in half
    assert half.endswith(
        f"Moins d’un an est connu{N}: la saison peut en être la cause."
    )


def test_a_change_names_the_year_it_is_against() -> None:
    assert baseline_words(FRENCH, Baseline(-12.4, 28, BEFORE), is_hourly=True) == (
        f"Les quatre dernières semaines connues, comparées aux mêmes de 2025{N}: "
        f"12{N}% de moins."
    )
    assert "à peu près pareil" in baseline_words(
        FRENCH, Baseline(0.3, 28, BEFORE), is_hourly=False
    )


def test_what_is_not_computed_is_not_told() -> None:
    assert trend_words(GRAMS, None, is_hourly=True) == ""
    assert baseline_words(FRENCH, None, is_hourly=True) == ""
    assert known(FRENCH, FIGURE, reading()) == Known()
    assert known(FRENCH, replace(FIGURE, slug="autre"), reading(47.0)) == Known()


def test_before_anything_is_computed_it_says_what_is_needed() -> None:
    found = known(FRENCH, FIGURE, reading(47.0))
    assert found.usual == (
        "Il faut au moins 10 jours connus pour dire ce qui est habituel."
    )
    assert found.beside == ()


def test_what_was_usual_of_another_hour_is_not_told_of_this_one() -> None:
    usual = SUMMARY.usual
    assert usual is not None
    other = replace(SUMMARY, usual=replace(usual, hour=17))
    assert known(FRENCH, FIGURE, replace(reading(47.0), summary=other)).usual == ""


def test_a_share_of_an_older_value_is_not_told_of_the_newest() -> None:
    slug = "electricite-ile-de-france"
    found = replace(SUMMARY, per_person=0.000646)

    assert per_person_words(FRENCH, slug, found, SUMMARY.period).endswith(
        "c’est 646 watts chacun."
    )
    assert per_person_words(FRENCH, slug, found, "2023-09-12T16:30Z") == ""
    assert per_person_words(FRENCH, FIGURE.slug, found, SUMMARY.period) == ""
    # The last minutes of a year in UTC are of the next one in Paris.
    late = replace(SUMMARY, period="2026-12-31T23:30Z")
    assert "habitants de 2027" in per_person_words(FRENCH, slug, late, late.period)
