import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from climact_issy.content import actions, formulas, indicators, live_indicators, tables
from climact_issy.domain.actions import Action, Boundary, Kind, Period, Theme
from climact_issy.domain.errors import NotFound

CATALOGUE = actions.catalogue()
SPRITE = Path(__file__).parents[3] / "assets" / "icons.svg"
SOURCE = {row["action_id"]: row for row in tables.rows("climate_actions")}
NO_BREAK_MISSING = re.compile(r"(?<=\w) [:;?!»]|« (?=\w)|\d %")


def every_action() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("action", CATALOGUE, ids=lambda a: a.slug)


def pairs_of(action: Action) -> Iterator[tuple[str, str]]:
    yield from (action.title, action.how, action.why, action.boundary_note)
    if action.saving_note != ("", ""):
        yield action.saving_note


def test_the_catalogue_holds_sixty_to_ninety_actions_in_every_theme() -> None:
    assert 60 <= len(CATALOGUE) <= 90
    assert {action.theme for action in CATALOGUE} == set(Theme)
    assert {action.kind for action in CATALOGUE} == set(Kind)


def test_slugs_titles_and_sources_are_used_once() -> None:
    for values in (
        [a.slug for a in CATALOGUE],
        [a.title[0] for a in CATALOGUE],
        [a.title[1] for a in CATALOGUE],
        [a.source_id for a in CATALOGUE if a.source_id],
    ):
        assert len(values) == len(set(values))


@every_action()
def test_an_action_speaks_two_languages_briefly(action: Action) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", action.slug)
    assert all(10 <= len(title) <= 48 for title in action.title)
    assert all(len(text) <= 110 for text in (*action.how, *action.why))
    for french, english in pairs_of(action):
        assert french
        assert english
        assert french != english


@every_action()
def test_french_keeps_its_typography(action: Action) -> None:
    for french, english in pairs_of(action):
        assert "'" not in french + english
        assert not NO_BREAK_MISSING.search(french), french
        assert not re.search(r"\w\s[:;?!]", english), english


@every_action()
def test_sentences_end_and_titles_do_not(action: Action) -> None:
    assert all(text.endswith(".") for text in (*action.how, *action.why))
    assert not any(title.endswith(".") for title in action.title)


@every_action()
def test_effort_icon_and_links_exist(action: Action) -> None:
    assert action.effort in range(1, 6)
    assert action.minutes >= 0
    assert f'id="{action.icon}"' in SPRITE.read_text(encoding="utf-8")
    known = {i.slug for i in indicators.indicators()} | set(live_indicators.slugs())
    assert set(action.indicators) <= known
    assert len(set(action.indicators)) == len(action.indicators)
    assert action.months <= set(range(1, 13))
    assert len(action.months) < 12


@every_action()
def test_quantity_agrees_with_the_cadence(action: Action) -> None:
    quantity = action.quantity
    if action.kind is not Kind.PER_USE:
        assert quantity is None
        assert (action.cadence.times, action.cadence.period) == (1, Period.SEASON)
        return
    assert quantity is not None
    assert action.cadence.period in {Period.DAY, Period.WEEK}
    assert 1 <= action.cadence.times <= 3
    assert 0 < quantity.minimum <= quantity.default <= quantity.maximum
    for value in (quantity.default, quantity.maximum):
        steps = (value - quantity.minimum) / quantity.step
        assert steps == pytest.approx(round(steps))
    # One word serves "5 km" and "per km": a unit that takes a plural is never counted.
    if quantity.unit not in {("km", "km"), ("kg", "kg"), ("kWh", "kWh"), ("L", "L")}:
        assert quantity.minimum == quantity.maximum == 1


@every_action()
def test_a_rest_is_shorter_than_a_season_and_says_more_than_the_rhythm(
    action: Action,
) -> None:
    if action.kind is not Kind.PER_USE:
        assert action.cool_down_days == 0
    assert action.cool_down_days != 1
    assert 0 <= action.cool_down_days <= 28


def test_some_actions_make_no_sense_again_within_days() -> None:
    assert sum(action.cool_down_days > 0 for action in CATALOGUE) >= 10


@every_action()
def test_a_saving_is_the_one_of_the_source_and_never_zero(action: Action) -> None:
    row = SOURCE.get(action.source_id, {})
    published = row.get("kgco2e_saved", "")
    if action.saving is None:
        assert published == ""
        assert action.saving_note[0]
        return
    assert action.saving.central_kgco2e == float(published) > 0
    assert action.saving.factors
    low, high = action.saving.low_kgco2e, action.saving.high_kgco2e
    assert (low is None) == (high is None)
    if low is not None and high is not None:
        assert low <= action.saving.central_kgco2e <= high


@pytest.mark.parametrize("row", SOURCE.values(), ids=SOURCE.keys())
def test_the_formula_recomputed_from_the_factors_is_the_saving(row: tables.Row) -> None:
    if not row["kgco2e_saved"]:
        assert row["kind"] == "annual"
        return
    saved = float(row["kgco2e_saved"])
    if row["kind"] == "annual":
        computed = float(row["kgco2e_without"]) - float(row["kgco2e_with"])
        assert computed == pytest.approx(saved, abs=0.011)
        return
    baseline = formulas.term(row["baseline_formula"])
    alternative = formulas.term(row["alternative_formula"])
    assert baseline.value - alternative.value == pytest.approx(saved, rel=1e-4)


def test_the_low_end_of_a_car_trip_is_its_use_shared_by_sixteen_tenths() -> None:
    row = SOURCE["transport.bike"]
    use = formulas.term("derived.transport.voiturethermique.use_vehicle_km").value
    bike = formulas.term(row["alternative_formula"]).value
    assert float(row["kgco2e_saved_low"]) == pytest.approx(use / 1.6 - bike, rel=1e-4)


def test_no_source_row_is_bundled_without_an_action() -> None:
    assert set(SOURCE) == {a.source_id for a in CATALOGUE if a.source_id}


def test_only_the_budget_readings_of_the_source_are_repeated() -> None:
    for action in CATALOGUE:
        if action.source_id:
            assert action.boundary == SOURCE[action.source_id]["in_issy_climate_budget"]


def test_the_budget_is_moved_only_by_what_it_may_see() -> None:
    moving = actions.moving("budget-climat")
    assert moving
    assert {a.boundary for a in moving} == {Boundary.YES, Boundary.PARTLY}


def test_every_indicator_about_what_people_do_is_moved_by_some_action() -> None:
    for slug in ("budget-climat", "empreinte-par-personne", "dechets-menagers"):
        assert len(actions.moving(slug)) >= 5
    for slug in ("eau-domestique", "electricite-annee", "electricite-mois-heure"):
        assert actions.moving(slug)


def test_the_absurd_stays_out() -> None:
    absurd = {"digital.email", "digital.streaming_hour", "digital.delete_cloud_gb"}
    absurd |= {"transport.smaller_car", "shopping.walk_to_shop"}
    assert not absurd & {action.source_id for action in CATALOGUE}


def test_sorting_waste_asks_effort_and_claims_no_co2e() -> None:
    assert actions.by_slug("trier-ses-dechets").saving is None


def test_an_unknown_slug_is_not_found() -> None:
    assert actions.by_slug("marcher").title[1] == "Walk instead of driving"
    with pytest.raises(NotFound):
        actions.by_slug("n-existe-pas")
