"""Noise on the raw socket: frames of a page, broken in every way chance finds."""

import json
import random
from collections.abc import Callable

import pytest

from tests.e2e.conftest import Demonstration
from tests.e2e.people import People
from tests.e2e.raw_socket import LOG, ME, ROOT, SESSION, raw_socket

pytestmark = pytest.mark.e2e

PLACE = {"pathname": "/en/me", "asPath": "/en/me?a=1#b", "query": {"a": "1"}}
FORM = {"__reflex_form_data__": [["pseudonym", "Zoé"]]}
EVENTS: list[object] = [
    ["event", {"name": f"{state}.{name}", "payload": payload, "router_data": PLACE}]
    for state, name, payload in (
        (LOG, "log", {"slug": "prendre-le-velo", "quantity": 5, "seen": 0}),
        (LOG, "undo", {"entry_id": 1}),
        (ME, "rename", {"form": FORM}),
        (ME, "choose_neighbourhood", {"slug": "centre-ville"}),
        (SESSION, "load", {}),
        (ROOT, "hydrate_and_load", {"vars": {}, "hashes": ["a"]}),
    )
]
ODD: list[object] = [
    *(None, True, -1, 0, 1.5, 10**30, float("nan"), float("-inf"), "", "text"),
    *([], {}, [[]], {"": {}}, "\u202e\u0000", "x" * 2_000, FORM, ["event", {}], ROOT),
    {"__reflex_form_data__": "text"},
]


def with_an_odd_part(chance: random.Random) -> str:
    """A well-formed frame, one part of which is something else."""
    message = json.loads(json.dumps(chance.choice(EVENTS)))
    place = message
    while chance.random() < 0.7 and (inner := [p for p in parts(place) if p[1]]):
        place = chance.choice(inner)[1]
    if isinstance(place, list):
        place.insert(chance.randint(0, len(place)), chance.choice(ODD))
        del place[chance.randrange(len(place))]
    else:
        place[chance.choice([*place, "more"])] = chance.choice(ODD)
    return f"42/_event,{json.dumps(message)}"


def parts(place: object) -> list[tuple[object, dict[str, object] | list[object]]]:
    """The lists and objects directly inside one."""
    found = place.items() if isinstance(place, dict) else enumerate(place)  # pyright: ignore[reportArgumentType] - it is one or the other
    return [(key, value) for key, value in found if isinstance(value, dict | list)]


def with_broken_text(chance: random.Random) -> str:
    """A frame whose text was cut, doubled, or had letters changed."""
    text = with_an_odd_part(chance)
    for _ in range(chance.randint(1, 4)):
        start, end = sorted(chance.randint(0, len(text)) for _ in range(2))
        middle = chance.choice(
            ["", text[start:end] * 2, chance.choice('[]{}",:\\0129bx/-\u2028\ud83d')]
        )
        text = text[:start] + middle + text[end:]
    return text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("make", [with_an_odd_part, with_broken_text])
@pytest.mark.parametrize("seed", range(4))
def test_no_noise_writes_faults_or_closes_anything(
    base_url: str,
    demo: Demonstration,
    people: People,
    make: Callable[[random.Random], str],
    seed: int,
) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same noise each time
    start, before = demo.log.stat().st_size, people.written()
    with raw_socket(base_url) as other:
        for _ in range(100):
            frames = [make(chance) for _ in range(3)]
            with raw_socket(base_url, path="/en/me") as tab:
                for frame in frames:
                    tab.send(frame)
                assert tab.is_open(), frames
        assert other.is_open()
    said = demo.log.read_bytes()[start:].decode(errors="replace")
    for word in ("Traceback", "exception=", "level=error", "never retrieved"):
        assert word not in said, said[-3000:]
    assert "frame_refused" in said
    assert people.written() == before
