"""What each figure means: written for all of them, short, easy, sourced or ours."""

import re

import pytest

from climact_issy.content import indicator_notes, indicators, live_indicators
from climact_issy.domain.indicator_notes import Holder, Notes
from climact_issy.domain.indicators import Level, Shape
from climact_issy.domain.readability import EASY, MOST_WORDS, kandel_moles, longest

LIVE = indicator_notes.live_notes()
NOTES = indicator_notes.notes() | LIVE
SHOWN = indicators.shown(is_demo=True)
BY_SLUG = {
    indicator.slug: indicator
    for indicator in (*SHOWN, *live_indicators.live_indicators())
}
every_note = pytest.mark.parametrize("slug", list(NOTES))
SCALES = {"indice-atmo", "episode-pollution", "vigilance-canicule"}
"""Figures whose values are official classes: their level is the class itself."""
every_figure = pytest.mark.parametrize("slug", list(BY_SLUG))


def told(notes: Notes) -> list[tuple[str, str]]:
    """Every pair of texts that a page shows of these notes."""
    levers = [lever.can for lever in notes.levers]
    more = [notes.wanted, notes.not_compared, notes.threshold]
    pairs = [notes.why, *more, *levers]
    return [pair for pair in pairs if pair != ("", "")]


def test_each_figure_has_its_notes_in_the_same_order() -> None:
    notes = list(indicator_notes.notes())
    assert notes == [indicator.slug for indicator in SHOWN]
    # Those of a live figure may be written before it is read anywhere.
    live = [slug for slug in LIVE if slug in BY_SLUG]
    assert sorted(live) == sorted(live_indicators.slugs())


@every_note
def test_no_sentence_has_more_than_twenty_words(slug: str) -> None:
    for pair in told(NOTES[slug]):
        assert all(0 < longest(text) <= MOST_WORDS for text in pair), pair


@every_note
def test_each_french_text_is_easy(slug: str) -> None:
    said = [french for french, _ in told(NOTES[slug])]
    assert [text for text in said if kandel_moles(text) < EASY] == []


@every_note
def test_both_languages_say_it(slug: str) -> None:
    for french, english in told(NOTES[slug]):
        assert french
        assert english
        assert french != english
        assert "'" not in french + english
        assert not re.search(r"\w [:;?!%]", french)
        assert french.endswith(".")
        assert english.endswith(".")


@every_note
def test_who_can_act_goes_from_the_country_to_the_reader(slug: str) -> None:
    holders = [lever.holder for lever in NOTES[slug].levers]
    assert holders == [holder for holder in Holder if holder in holders]
    assert holders[-1] is Holder.YOU
    assert len(set(holders)) == len(holders)


@every_figure
def test_a_figure_has_an_official_threshold_or_says_what_is_missing(slug: str) -> None:
    indicator = BY_SLUG[slug]
    if slug in SCALES:
        assert NOTES[slug].wanted == ("", "")
        return
    assert (indicator.ceiling is None) == (NOTES[slug].wanted != ("", ""))
    if slug not in LIVE:
        assert (indicator.ceiling is None) == (indicator.level_words == ())


def test_a_threshold_that_does_not_judge_is_named_instead_of_none() -> None:
    named = [slug for slug in NOTES if NOTES[slug].threshold != ("", "")]
    assert named == ["dioxyde-azote"]


@pytest.mark.parametrize("slug", ["budget-climat", "dechets-menagers"])
def test_the_words_of_a_level_name_the_threshold(slug: str) -> None:
    indicator = BY_SLUG[slug]
    words = dict(indicator.level_words)
    possible = {Level.GOOD, Level.WATCH}
    if indicator.shape is Shape.STAIRS:
        possible.add(Level.ACT)
    assert set(words) == possible
    for pair in words.values():
        for text, label in zip(pair, indicator.ceiling_label, strict=True):
            assert "2030" in text
            assert ("AGEC" in text) == ("AGEC" in label)


def test_a_yardstick_is_read_from_the_bundled_figures_in_kilograms() -> None:
    found = NOTES["empreinte-par-personne"].yardsticks
    assert [yardstick.value for yardstick in found] == [2000.0, 9200.0]
    assert all(yardstick.source.name[0] for yardstick in found)


def test_a_figure_without_notes_is_refused() -> None:
    with pytest.raises(KeyError):
        indicator_notes.of("autre")
