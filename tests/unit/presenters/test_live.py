"""A live figure says its value and its age, and never calls an old value "now"."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from climact_issy import texts
from climact_issy.content import live_indicators
from climact_issy.domain.glossary import tokens
from climact_issy.domain.indicators import Indicator
from climact_issy.domain.live import Reading
from climact_issy.domain.readability import EASY, MOST_WORDS, kandel_moles, longest
from climact_issy.presenters.live import (
    LiveView,
    brief,
    filled,
    indicator_view,
    live_view,
    terms,
)
from tests.support.plain_words import PLAIN
from tests.support.readings import NEWEST, SUMMARY, of_days, reading

FRENCH, ENGLISH = texts.for_language("fr"), texts.for_language("en")
FIGURE = live_indicators.by_slug("electricite-maintenant")
NOW = NEWEST + timedelta(minutes=12)
FIGURES = pytest.mark.parametrize(
    "figure", live_indicators.live_indicators(), ids=lambda figure: figure.slug
)
FRENCH_WORDS = """
moment encore nous avons lu septembre vélos comptés heure quai toute région fallu
au dernier contrôle litre robinet avait loi permet aujourd hui pour toute
est bon moyen mauvais très extrêmement pas alerte information
hauts-de-seine verte jaune orange rouge
"""
ENGLISH_WORDS = """
just now we have not read any yet september kilowatt-hour counted hour quai d whole
region needs needed last check tap litre had law allows today whole
good medium bad very extremely no alert information hauts-de-seine
green yellow orange red
"""
KNOWN = {"fr": set(FRENCH_WORDS.split()), "en": set(ENGLISH_WORDS.split())}
LARGE = {"electricite-ile-de-france": 8047.0}
"""Values as large as the figure really is, where that is larger than most."""


def shown(
    found: Reading, now: datetime = NOW, t: texts.Translator = FRENCH
) -> LiveView:
    return live_view(t, FIGURE, found, now)


def states(figure: Indicator) -> list[Reading]:
    """Every way in which a figure is said: unknown, of now and of the past."""
    if figure.classes is None:
        value, later = LARGE.get(figure.slug, 47.0), NEWEST + timedelta(days=900)
        return [reading(), reading(value), reading(value, now=later)]
    numbers = range(figure.classes.first, figure.classes.first + 6)
    known = [float(n) for n in numbers if figure.classes.grade(float(n))]
    newest, later = date(2023, 9, 12), date(2026, 3, 1)
    return [
        reading(),
        *(of_days(value, newest=newest)[0] for value in known),
        *(of_days(value, newest=newest, today=later)[0] for value in known),
    ]


def old(minutes: float) -> LiveView:
    now = NEWEST + timedelta(minutes=minutes)
    return shown(reading(47.0, now=now), now)


def test_the_value_is_said_with_its_age() -> None:
    view = shown(reading(40.0, 47.0))

    assert view.sentence == (
        "En ce moment, un kilowattheure fait en France met 47\u00a0g de CO₂ dans l’air."
    )
    assert (view.value, view.age, view.is_now, view.note) == (
        "47",
        "il y a 12 minutes",
        True,
        "",
    )


@pytest.mark.parametrize(
    ("minutes", "age"),
    [
        (0, "il y a 0 minute"),
        (1, "il y a 1 minute"),
        (59.9, "il y a 59 minutes"),
        (60, "il y a 1 heure"),
        (60 * 23.9, "il y a 23 heures"),
        (60 * 24, "le 12 septembre 2023"),
        (60 * 24 * 900, "le 12 septembre 2023"),
    ],
)
def test_an_age_is_told_in_minutes_hours_or_by_its_day(
    minutes: float, age: str
) -> None:
    assert old(minutes).age == age


def test_after_four_paces_a_value_is_of_its_day() -> None:
    late = old(60 * 4 + 1)

    assert old(60 * 4).is_now
    assert not late.is_now
    assert late.sentence == (
        "Le 12 septembre 2023, un kilowattheure fait en France a mis 47\u00a0g "
        "de CO₂ dans l’air."
    )
    assert late.note == "Cette valeur n’est pas celle de maintenant."


def test_a_value_that_the_team_brought_says_so() -> None:
    later = NEWEST + timedelta(days=1)
    found = replace(reading(47.0, now=later), is_brought=True)

    assert shown(found, later).note == (
        "L’équipe a apporté cette valeur dans un tableau\u00a0: "
        "ce n’est pas une mesure en direct."
    )


def test_who_made_the_newest_value_is_said_beside_the_usual_source() -> None:
    found = replace(reading(47.0), producer="RTE, éCO2mix (ODRE)")

    assert shown(found).origin == (
        "Dernière valeur\u00a0: RTE, éCO2mix (ODRE), lue le 12 septembre 2023."
    )
    assert filled(FIGURE, found).caveat == FIGURE.caveat
    assert shown(reading()).origin == ""
    brought = replace(found, producer="Équipe de Clim’Act Issy", is_brought=True)
    told = (
        "La dernière valeur vient d’un tableau apporté par l’équipe, "
        "lu le 12 septembre 2023."
    )
    assert shown(brought).origin == told
    # A file or an answer of the API has no place of its own for it.
    french, english = filled(FIGURE, brought).caveat
    assert french == f"{FIGURE.caveat[0]} {told}"
    assert english.endswith("that the team brought, read on 12 September 2023.")


def test_a_source_that_does_not_answer_is_said_without_a_code() -> None:
    view = shown(reading(47.0, is_failing=True))

    assert view.note == "La source ne répond pas. Voici la dernière valeur connue."
    assert view.has_value


def test_without_a_value_it_says_so_and_draws_nothing() -> None:
    view = shown(reading())

    assert view.sentence == "Nous n’avons encore lu aucune valeur de ce chiffre."
    assert not view.has_value
    assert not view.marks
    assert not view.rows


def test_every_value_is_in_the_table_and_a_gap_is_a_dash() -> None:
    view = shown(reading(40.0, None, 47.0))

    assert [row.value for row in view.rows] == ["40", "–", "47"]
    assert view.rows[-1].when == "12 septembre à 18:15"


def test_a_figure_without_a_sentence_of_its_own_is_told_too() -> None:
    other = replace(FIGURE, slug="other")
    view = live_view(FRENCH, other, reading(47.0), NOW)

    assert view.sentence == (
        "Carbone de l’électricité en ce moment\u00a0: 47\u00a0g CO₂/kWh, émissions "
        "directes, France, 12 septembre à 18:15."
    )
    assert terms(FRENCH, other)


def test_a_figure_that_waits_for_a_source_says_what_is_missing() -> None:
    waiting = live_view(
        FRENCH, live_indicators.by_slug("dioxyde-azote"), reading(), NOW
    )

    assert waiting.note == "Il nous manque un capteur à Issy, ou le flux de smartLINA."
    assert shown(reading(is_failing=True)).note == "La source ne répond pas."


def test_few_days_make_no_mean() -> None:
    assert not shown(reading(47.0, days=19)).beside
    assert shown(reading(47.0, days=20)).beside == [
        "En moyenne, sur 20 jours connus\u00a0: 40\u00a0g."
    ]


def test_what_the_record_says_comes_with_the_value() -> None:
    found = shown(replace(reading(47.0, days=20), summary=SUMMARY))

    assert found.usual.startswith("C’est plus haut que d’habitude")
    assert len(found.beside) == 3
    assert found.rests.startswith("Nous avons 31 jours de mesures")
    assert shown(replace(reading(), summary=SUMMARY)).usual == ""


def test_the_easy_lines_hold_the_value_and_of_an_old_one_its_day() -> None:
    assert "En ce moment, cela fait 47 grammes de ce gaz." in shown(reading(47.0)).easy
    assert "Le 12 septembre 2023, cela faisait 47 grammes de ce gaz." in old(900).easy
    assert shown(reading()).easy == ["Nous n’avons pas encore ce chiffre."]


def test_the_embed_says_the_same_as_the_page() -> None:
    found = reading(40.0, 47.0)
    view = indicator_view(ENGLISH, FIGURE, found, NOW)

    assert view.text == shown(found, t=ENGLISH).sentence
    assert view.age == "12 minutes ago"
    assert view.level == ""
    assert view.trend == ""
    assert view.chart is not None
    assert view.text in view.chart.description


@pytest.mark.parametrize(
    ("value", "level", "word"),
    [
        (50.0, "good", "sous la limite légale (arrêté du 11 janvier 2007)"),
        (50.1, "watch", "au-dessus de la limite légale (arrêté du 11 janvier 2007)"),
    ],
)
def test_a_level_names_its_official_threshold(
    value: float, level: str, word: str
) -> None:
    water = live_indicators.by_slug("nitrates-eau-du-robinet")
    found = live_view(FRENCH, water, reading(value), NOW)

    assert (found.level, found.level_word) == (level, word)
    assert found.rows[-1].when == "12 septembre 2023"
    assert indicator_view(FRENCH, water, reading(value), NOW).level_word == word


def test_without_a_threshold_there_is_no_level() -> None:
    view = shown(reading(47.0))

    assert (view.level, view.level_word) == ("", "")


def test_a_card_has_the_words_without_the_chart() -> None:
    found = brief(shown(replace(reading(40.0, 47.0, days=20), summary=SUMMARY)))

    assert (found.value, found.age) == ("47", "il y a 12 minutes")
    assert [found.rows, found.marks, found.words, found.ticks] == [[], [], [], []]
    assert (found.easy, found.usual, found.beside, found.rests) == ([], "", [], "")


@FIGURES
@pytest.mark.parametrize("t", [FRENCH, ENGLISH], ids=["fr", "en"])
def test_its_sentences_are_short_easy_and_explained(
    t: texts.Translator, figure: Indicator
) -> None:
    fine = {token for term in terms(t, figure) for token in tokens(term.name)}
    fine |= PLAIN[t.language] | KNOWN[t.language]
    for state in states(figure):
        told = live_view(t, figure, state, NOW).sentence
        assert 0 < longest(told) <= MOST_WORDS
        assert t is ENGLISH or kandel_moles(told) >= EASY, told
        assert not [token for token in tokens(told) if token not in fine]


@FIGURES
def test_every_word_that_needs_it_is_explained_before_a_value_is_known(
    figure: Indicator,
) -> None:
    for t in (FRENCH, ENGLISH):
        waiting = {term.name for term in terms(t, figure)}
        for state in states(figure):
            found = indicator_view(t, figure, state, NOW)
            assert {term.name for term in found.terms} <= waiting


AIR = live_indicators.by_slug("indice-atmo")


def test_a_class_is_said_by_its_official_word_everywhere() -> None:
    found, now = of_days(1.0, None, 3.0)
    view = live_view(FRENCH, AIR, found, now)

    assert view.sentence == "Aujourd’hui, l’air de la ville d’Issy est dégradé."
    assert (view.value, view.age, view.is_now) == ("dégradé", "aujourd’hui", True)
    assert (view.level, view.level_word) == ("watch", "indice ATMO\u00a0: dégradé")
    assert [(row.when, row.value) for row in view.rows] == [
        ("22 novembre 2026", "bon"),
        ("23 novembre 2026", "–"),
        ("24 novembre 2026", "dégradé"),
    ]
    drawn = {word.text for word in view.words}
    assert drawn == {"bon", "moyen", "dégradé", "mauvais", "très mauvais"} | {
        "extrêmement mauvais"
    }
    assert "dégradé" in view.description
    english = indicator_view(ENGLISH, AIR, found, now)
    assert (english.value, english.level_word) == ("degraded", "ATMO index: degraded")
    assert english.is_in_classes
    assert english.passport.value.startswith("degraded")
    assert not [digit for digit in view.sentence + view.value if digit.isdigit()]


def test_a_day_is_of_now_until_it_ends() -> None:
    found, now = of_days(2.0, today=date(2026, 11, 25))
    view = live_view(FRENCH, AIR, found, now)

    assert view.sentence == (
        "Le 24 novembre 2026, l’air de la ville d’Issy a été moyen."
    )
    assert (view.age, view.is_now) == ("le 24 novembre 2026", False)
    assert view.note == "Cette valeur n’est pas celle de maintenant."


def test_classes_have_no_mean_so_their_days_are_counted() -> None:
    few, now = of_days(2.0, days=19)
    many, _ = of_days(2.0, days=21)

    assert live_view(FRENCH, AIR, few, now).beside == []
    assert live_view(FRENCH, AIR, many, now).beside == [
        (
            "Sur 21 jours connus\u00a0: 11 jours «\u00a0bon\u00a0», "
            "10 jours «\u00a0moyen\u00a0»."
        )
    ]


@FIGURES
def test_without_a_value_a_figure_of_a_key_says_where_to_ask_for_it(
    figure: Indicator,
) -> None:
    for t, side in ((FRENCH, 0), (ENGLISH, 1)):
        view = live_view(t, figure, reading(), NOW)
        assert view.note == live_indicators.missing(figure.slug)[side]
        assert view.level == view.level_word == ""


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (0.0, "vélo par heure", "bicycles per hour"),
        (1.0, "vélo par heure", "bicycle per hour"),
        (2.0, "vélos par heure", "bicycles per hour"),
    ],
)
def test_the_unit_is_in_the_number_of_the_value(
    value: float, french: str, english: str
) -> None:
    bicycles = live_indicators.by_slug("velos-quai-d-issy")
    units = [
        live_view(t, bicycles, reading(value), NOW).unit for t in (FRENCH, ENGLISH)
    ]
    assert units == [french, english]
