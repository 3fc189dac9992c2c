import httpx
import pytest

from climact_issy import routes


@pytest.mark.parametrize(
    "path", ["/api/v1/nothing", "/api/nothing", "/api/v1/indicators/nothing"]
)
async def test_an_unknown_thing_of_the_api_is_a_problem_in_words(
    browser: httpx.AsyncClient, path: str
) -> None:
    answer = await browser.get(path, headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["status"], body["code"], body["title"]) == (
        404,
        "not_found",
        "Not Found",
    )


async def test_a_wrong_method_says_which_are_right(browser: httpx.AsyncClient) -> None:
    answer = await browser.delete(routes.API_NEIGHBOURHOODS)
    assert answer.status_code in {404, 405}
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_fault_is_told_without_its_cause(
    browser: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        message = "secret cause"
        raise RuntimeError(message)

    monkeypatch.setattr("climact_issy.web.leaderboards.seasons.rule", broken)
    answer = await browser.get(routes.API_NEIGHBOURHOODS)
    assert answer.status_code == 500
    assert "secret cause" not in answer.text
    assert answer.json()["code"] == "fault"
