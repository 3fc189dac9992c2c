"""Scenes are decorative, and every one of them exists."""

from typing import get_args

import pytest

from climact_issy.components.landscape import (
    Pose,
    Scene,
    barge,
    crown,
    deed,
    martin,
    scene,
    vines,
)
from tests.support.drawings import ASSETS, ids


@pytest.mark.parametrize("name", get_args(Scene))
def test_every_scene_exists_with_the_sails_it_turns(name: Scene) -> None:
    drawn = str(scene(name))
    known = ids(ASSETS / f"art-{name}.svg")

    assert f"{name}-scene" in known
    assert (f"{name}-scene-sails" in known) == ('className:"spin"' in drawn)


@pytest.mark.parametrize("pose", get_args(Pose))
def test_martin_knows_every_pose(pose: Pose) -> None:
    assert f"martin-{pose}" in ids(ASSETS / "art-martin.svg")
    assert f"#martin-{pose}" in str(martin(pose))


def test_only_a_ride_shows_a_rider() -> None:
    assert "action-rider" in ids(ASSETS / "art-action.svg")
    assert "#action-rider" in str(deed("bike", ""))
    still = str(deed("waste", "n"))
    assert "#action-rider" not in still
    assert "#waste" in still


def test_the_small_scenes_are_hidden_from_assistive_technology() -> None:
    for drawn in (vines(), crown(), barge()):
        assert '"aria-hidden":"true"' in str(drawn)
