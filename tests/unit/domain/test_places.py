from climact_issy.domain.places import Neighbourhood


def test_a_shape_is_illustrative_until_proven_official() -> None:
    place = Neighbourhood("les-iles", "Les Îles", (), (2.25, 48.83))
    assert place.is_illustrative
