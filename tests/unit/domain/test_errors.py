import pytest

from climact_issy.domain import errors
from climact_issy.domain.errors import ClimactError, NotFound, StaleSight


def refusals() -> list[type[ClimactError]]:
    return [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, ClimactError)
    ]


def test_every_refusal_is_a_fault_of_the_asker_to_http() -> None:
    assert [kind for kind in refusals() if not 400 <= kind.status < 500] == []


def test_no_two_refusals_share_a_code() -> None:
    codes = [kind.code for kind in refusals() if kind is not ClimactError]

    assert len(codes) == len(set(codes))


def test_a_refusal_keeps_what_its_sentence_needs() -> None:
    refusal = StaleSight(seen=3)

    assert (refusal.code, refusal.status) == ("stale_sight", 409)
    assert refusal.values == {"seen": 3}


def test_a_finer_code_keeps_the_status_of_its_kind() -> None:
    refusal = NotFound("no_such_action")

    assert (refusal.code, refusal.status) == ("no_such_action", 404)
    assert str(refusal) == "no_such_action"


def test_the_tree_in_words_names_every_refusal() -> None:
    told = errors.__doc__ or ""

    missing = [
        kind.__name__
        for kind in refusals()
        if f"{kind.__name__}  " not in told and kind is not ClimactError
    ]
    assert missing == []


@pytest.mark.parametrize("kind", refusals(), ids=lambda kind: kind.__name__)
def test_every_refusal_is_caught_as_one(kind: type[ClimactError]) -> None:
    with pytest.raises(ClimactError):
        raise kind
