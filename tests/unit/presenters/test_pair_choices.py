"""Every measured figure is in the lists once, each ready pair has a common time."""

import pytest

from climact_issy import routes, texts
from climact_issy.content import indicators as catalogue
from climact_issy.content import live_indicators
from climact_issy.domain.figure_pairs import axis, by_year
from climact_issy.presenters.pair_choices import READY, options, ready_pairs

SHOWN = (*catalogue.indicators(), *live_indicators.live_indicators())


@pytest.mark.parametrize("language", routes.LANGUAGES)
def test_every_measured_figure_is_in_one_group(language: str) -> None:
    groups = options(texts.for_language(language), SHOWN)
    slugs = [slug for _, found in groups for slug, _ in found]
    assert sorted(slugs) == sorted(one.slug for one in SHOWN if one.classes is None)
    names = [name for name, _ in groups]
    assert len(set(names)) == len(names)
    assert all(found for _, found in groups)


def test_a_figure_is_named_with_its_place() -> None:
    groups = dict(options(texts.for_language("en"), SHOWN))
    assert ("dechets-menagers", "Household waste per person (France)") in groups[
        "Waste"
    ]


def test_the_ready_pairs_lead_to_a_comparison() -> None:
    found = ready_pairs(texts.for_language("fr"), SHOWN)
    assert len(found) == len(READY)
    assert found[0].href == "/chiffres/comparer?a=temperature-mondiale&b=co2-mauna-loa"
    assert ready_pairs(texts.for_language("fr"), ()) == ()


@pytest.mark.parametrize("pair", READY)
def test_a_ready_pair_has_a_common_time(pair: tuple[str, str]) -> None:
    if all(map(live_indicators.is_live, pair)):
        return
    one, other = (by_year(catalogue.by_slug(slug)) for slug in pair)
    assert len(axis(one, other)) > 1
