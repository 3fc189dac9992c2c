"""Words about live figures that need their value: short, easy, nothing abbreviated."""

import re

import pytest

from climact_issy.content import actions, commune, live_indicators, live_notes
from climact_issy.domain.glossary import tokens
from climact_issy.domain.live_notes import LiveNotes
from climact_issy.domain.readability import (
    EASY,
    MOST_WORDS,
    kandel_moles,
    longest,
    sentences,
)
from climact_issy.domain.summaries import Tell

NOTES = live_notes.all_notes()
MOST_WORDS_OF_A_LINE = 12
"""Fewer than the twenty of any other sentence."""
ABBREVIATIONS = {"co₂", "co₂e", "kg", "g", "mg", "µg", "mw", "m³", "kwh", "%", "°c"}
DAYS = ("12 septembre 2023", "12 September 2023")
TOLD = [slug for slug, found in NOTES.items() if found.easy]
every_note = pytest.mark.parametrize("slug", TOLD)


def lines(notes: LiveNotes, side: int, *, is_old: bool) -> list[str]:
    easy = notes.easy
    assert easy is not None
    value = (easy.then if is_old else easy.now)[side]
    assert "{value}" in value
    assert ("{day}" in value) is is_old
    said = value.format(value="47", day=DAYS[side])
    return [
        *(line[side] for line in easy.before),
        said,
        *(line[side] for line in easy.after),
    ]


@every_note
@pytest.mark.parametrize("is_old", [False, True])
@pytest.mark.parametrize("side", [0, 1])
def test_each_line_is_one_short_sentence_without_abbreviation(
    slug: str, side: int, *, is_old: bool
) -> None:
    for line in lines(NOTES[slug], side, is_old=is_old):
        assert len(sentences(line)) == 1, line
        assert longest(line) <= MOST_WORDS_OF_A_LINE, line
        assert line.endswith("."), line
        assert not re.search(r"[;()/']", line), line
        assert ABBREVIATIONS.isdisjoint(tokens(line)), line


@every_note
def test_the_french_lines_are_easy(slug: str) -> None:
    for is_old in (False, True):
        said = " ".join(lines(NOTES[slug], 0, is_old=is_old))
        assert kandel_moles(said) >= EASY


@every_note
def test_nothing_is_the_same_in_both_languages(slug: str) -> None:
    for is_old in (False, True):
        french = lines(NOTES[slug], 0, is_old=is_old)
        english = lines(NOTES[slug], 1, is_old=is_old)
        assert len(french) == len(english)
        assert set(french).isdisjoint(english)


@every_note
def test_what_is_computed_can_be_said_with_a_unit(slug: str) -> None:
    notes = NOTES[slug]
    assert notes.tells == set(Tell)
    assert all((*notes.measure, *notes.measure_of_one))


def test_every_figure_with_a_number_has_its_lines() -> None:
    scales = {"indice-atmo", "episode-pollution", "vigilance-canicule"}
    assert set(live_indicators.slugs()) - scales <= set(TOLD)


def test_people_are_counted_where_a_value_is_shared() -> None:
    shared = {slug: found.per_person for slug, found in NOTES.items()}
    assert [slug for slug, found in shared.items() if found] == [
        "electricite-ile-de-france"
    ]
    found = shared["electricite-ile-de-france"]
    assert found is not None
    people = commune.population(found.area)
    assert (people.inhabitants, people.edition) == (12463067, "2026")
    for french in (
        found.words[0].format(value="646"),
        found.missing[0].format(year=2027),
    ):
        assert longest(french) <= MOST_WORDS
        assert kandel_moles(french) >= EASY


def test_a_figure_is_moved_by_actions_of_the_catalogue() -> None:
    for slug, found in NOTES.items():
        if found.moved_like:
            assert found.moved_like in live_indicators.slugs()
            assert not actions.moving(slug)
    unmoved = [
        slug
        for slug, found in NOTES.items()
        if not actions.moving(found.moved_like or slug)
    ]
    assert unmoved == ["nitrates-eau-du-robinet", "vigilance-canicule"]


def test_a_figure_without_notes_is_told_nothing() -> None:
    assert live_notes.of("autre") == LiveNotes()
