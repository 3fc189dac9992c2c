"""Names of teams as addresses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from climact_issy.domain.teams import SLUG_LENGTH, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Vélo-Club d’Issy", "velo-club-d-issy"),
        ("  L'Écho des Arches  ", "l-echo-des-arches"),
        ("CM2 B", "cm2-b"),
        ("🌳🌳", "equipe"),
    ],
)
def test_a_name_becomes_an_address(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(st.text(max_size=80))
def test_any_name_has_a_plain_address(name: str) -> None:
    slug = slug_of(name)

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= SLUG_LENGTH
