"""The live board pushes when the version moves, and only then."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from types import SimpleNamespace

import pytest

from climact_issy.presenters.leaderboards import BoardView
from climact_issy.states import live
from climact_issy.states.audience import Face, Showing, audience
from climact_issy.states.citizen.challenges import ChallengesState, ChallengeState
from climact_issy.states.citizen.weather import BoostsState


class _App:
    """Stand for the app: sockets by token, one board state a tab."""

    def __init__(self, *tokens: str) -> None:
        self.event_namespace = SimpleNamespace(
            token_to_sid={token: token for token in tokens}
        )
        self.tabs = {token: SimpleNamespace(board=None, pushes=0) for token in tokens}

    @asynccontextmanager
    async def modify_state(self, key: object) -> AsyncIterator[object]:
        tab = self.tabs[key.ident]  # pyright: ignore[reportAttributeAccessIssue] - Reflex's key of a tab

        async def get_state(_cls: object) -> object:
            return tab

        yield SimpleNamespace(get_state=get_state)
        tab.pushes += 1


@pytest.fixture
def version(monkeypatch: pytest.MonkeyPatch) -> Iterator[SimpleNamespace]:
    now = SimpleNamespace(number=1, reads=0)

    async def read(_work: object) -> int:
        return now.number

    async def read_board() -> str:
        now.reads += 1
        return f"board {now.number}"

    monkeypatch.setattr(live.database, "read", read)
    monkeypatch.setattr(live, "read_board", read_board)
    monkeypatch.setattr(live, "present", lambda found, face: (found, face))
    audience.tabs.clear()
    yield now
    audience.tabs.clear()


async def test_each_tab_gets_the_board_in_its_own_face(
    version: SimpleNamespace,
) -> None:
    app = _App("a", "b", "c")
    here, there = Face("fr", "la-ferme"), Face("en", "")
    audience.tabs.update({"a": here, "b": here, "c": there})

    assert await live.LiveBoard(app).look()  # pyright: ignore[reportArgumentType] - a fake app

    assert [app.tabs[t].board for t in "abc"] == [
        ("board 1", here),
        ("board 1", here),
        ("board 1", there),
    ]
    assert version.reads == 1


async def test_nothing_is_pushed_while_the_version_stands(
    version: SimpleNamespace,
) -> None:
    app = _App("a")
    audience.register("a", Face("fr", ""))
    board = live.LiveBoard(app)  # pyright: ignore[reportArgumentType] - a fake app
    await board.look()

    assert not await board.look()
    assert app.tabs["a"].pushes == 1

    version.number = 2
    assert await board.look()
    assert app.tabs["a"].pushes == 2


async def test_a_tab_that_shows_this_very_board_is_not_made_to_draw_it_again(
    version: SimpleNamespace,
) -> None:
    class Tab(SimpleNamespace):
        assigned = 0

        def __setattr__(self, name: str, value: object) -> None:
            Tab.assigned += name == "board"
            super().__setattr__(name, value)

    app = _App("a")
    app.tabs["a"] = Tab(board=("board 1", Face("fr", "")), pushes=0)
    audience.register("a", Face("fr", ""))
    board = live.LiveBoard(app)  # pyright: ignore[reportArgumentType] - a fake app

    assert await board.look()
    assert Tab.assigned == 0

    version.number = 2
    assert await board.look()
    assert Tab.assigned == 1


async def test_a_tab_that_cannot_be_told_does_not_keep_the_others_waiting(
    version: SimpleNamespace,
) -> None:
    app = _App("a", "b")
    del app.tabs["a"]
    audience.tabs.update({"a": Face("fr", ""), "b": Face("fr", "")})

    assert await live.LiveBoard(app).look()  # pyright: ignore[reportArgumentType] - a fake app
    assert app.tabs["b"].pushes == version.reads == 1


async def test_a_push_that_failed_is_tried_again(
    version: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = _App("a")
    audience.register("a", Face("fr", ""))
    board = live.LiveBoard(app)  # pyright: ignore[reportArgumentType] - a fake app
    good = live.read_board

    async def broken() -> str:
        message = "no database"
        raise OSError(message)

    monkeypatch.setattr(live, "read_board", broken)
    with pytest.raises(OSError, match="no database"):
        await board.look()
    monkeypatch.setattr(live, "read_board", good)

    assert await board.look()
    assert app.tabs["a"].board == ("board 1", Face("fr", ""))
    assert version.number == 1


async def test_closed_tabs_are_forgotten_and_cost_no_read(
    version: SimpleNamespace,
) -> None:
    app = _App()
    for number in range(50):
        audience.register(f"tab-{number}", Face("fr", ""))

    assert not await live.LiveBoard(app).look()  # pyright: ignore[reportArgumentType] - a fake app

    assert audience.tabs == {}
    assert version.reads == 0


class _Root:
    """Stand for the tree of one tab."""

    def __init__(self) -> None:
        self.states: dict[object, SimpleNamespace] = {}

    async def get_state(self, kind: object) -> SimpleNamespace:
        return self.states.setdefault(
            kind, SimpleNamespace(challenge=None, challenges=None, boosts=None)
        )


class _ChallengeApp:
    """Stand for the app: one tree a tab."""

    def __init__(self, *tokens: str) -> None:
        self.event_namespace = SimpleNamespace(
            token_to_sid={token: token for token in tokens}
        )
        self.tabs = {token: _Root() for token in tokens}

    @asynccontextmanager
    async def modify_state(self, key: object) -> AsyncIterator[_Root]:
        yield self.tabs[key.ident]  # pyright: ignore[reportAttributeAccessIssue] - Reflex's key of a tab


async def test_a_tab_is_told_of_the_list_or_of_its_own_challenge(
    version: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def one(face: Showing) -> str:
        version.reads += 1
        return f"{face.slug} in {face.language}"

    async def every(face: Showing) -> str:
        return f"all in {face.language}"

    monkeypatch.setattr(live, "present_challenge", one)
    monkeypatch.setattr(live, "present_challenges", every)
    app = _ChallengeApp("a", "b", "c")
    tabs = {"a": Showing("fr", ""), "b": Showing("en", "velo")}
    monkeypatch.setattr(
        live.challenge_audience, "tabs", tabs | {"c": Showing("en", "velo")}
    )
    looking = live.LiveChallenges(app)  # pyright: ignore[reportArgumentType] - a fake app

    assert await looking.look()
    assert not await looking.look()

    assert app.tabs["a"].states[ChallengesState].challenges == "all in fr"
    for token in "bc":
        assert app.tabs[token].states[ChallengeState].challenge == "velo in en"
    assert version.reads == 1


async def test_a_boost_comes_to_each_tab_in_its_language(
    version: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def present(language: str) -> str:
        version.reads += 1
        return f"boosts in {language}"

    monkeypatch.setattr(live, "present_boosts", present)
    app = _ChallengeApp("a", "b", "c")
    tabs = {"a": "fr", "b": "en", "c": "en"}
    monkeypatch.setattr(live.boost_audience, "tabs", tabs)
    looking = live.LiveBoosts(app)  # pyright: ignore[reportArgumentType] - a fake app

    assert await looking.look()
    assert not await looking.look()

    assert app.tabs["a"].states[BoostsState].boosts == "boosts in fr"
    for token in "bc":
        assert app.tabs[token].states[BoostsState].boosts == "boosts in en"
    assert version.reads == 2


def test_an_empty_board_says_nothing_false() -> None:
    assert not BoardView().headline
