from datetime import UTC

import pytest
from reflex.istate.data import RouterData

from climact_issy.domain.errors import SignInNeeded
from climact_issy.domain.people import Actor
from climact_issy.states import acting
from tests.support.tabs import Tab


@pytest.fixture
def tab(monkeypatch: pytest.MonkeyPatch) -> Tab:
    return Tab(monkeypatch)


def test_the_clock_knows_its_zone() -> None:
    assert acting.now().tzinfo is UTC


@pytest.mark.parametrize(
    ("address", "path", "slug", "language"),
    [
        ("/", "/", "", "fr"),
        ("/agir/velo", "/agir/velo", "velo", "fr"),
        ("/en/act/velo/?q=5", "/en/act/velo/", "velo", "en"),
    ],
)
def test_a_state_knows_its_page(
    tab: Tab, address: str, path: str, slug: str, language: str
) -> None:
    tab.open(address)

    assert acting.path_of(tab.root) == path
    assert acting.slug_of(tab.root) == slug
    assert acting.translator_of(tab.root).language == language


def test_a_state_knows_where_its_tab_connects_from(tab: Tab) -> None:
    assert acting.client_of(tab.root) == ""
    headers = {"asgi-scope-client": "192.0.2.7"}
    tab.root.router = RouterData.from_router_data({"headers": headers})

    assert acting.client_of(tab.root) == "192.0.2.7"


async def test_a_stranger_may_look_and_not_act(tab: Tab) -> None:
    assert await acting.viewer_of(tab.root) is None
    with pytest.raises(SignInNeeded):
        await acting.actor_of(tab.root)


async def test_the_person_of_the_tab_acts(tab: Tab) -> None:
    tab.sign_in(Actor(citizen_id=1, member_ref="m"))

    assert (await acting.actor_of(tab.root)).citizen_id == 1
