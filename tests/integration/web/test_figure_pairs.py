"""Two figures in one file: joined by period, gaps empty, both licences on top."""

import csv
import io

import httpx
import pytest

ONE, OTHER = "electricite-annee", "budget-climat"


def address(first: str, second: str) -> str:
    return f"/api/v1/pairs.csv?a={first}&b={second}"


def parted(text: str) -> tuple[list[str], dict[str, dict[str, str]]]:
    lines = text.removeprefix("\ufeff").splitlines()
    remarks = [line for line in lines if line.startswith("#")]
    rows = csv.DictReader(io.StringIO("\n".join(lines[len(remarks) :])))
    return remarks, {row["period"]: row for row in rows}


async def test_both_figures_stand_side_by_side(browser: httpx.AsyncClient) -> None:
    answer = await browser.get(address(ONE, OTHER))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert f"{ONE}+{OTHER}.csv" in answer.headers["content-disposition"]
    _, rows = parted(answer.text)
    assert list(rows) == [str(year) for year in range(2000, 2026)]
    assert rows["2021"]["b_value"] == ""
    assert rows["2021"]["b_status"] == ""
    assert float(rows["2024"]["b_value"]) == 104_987
    assert rows["2025"]["a_status"] == "provisional"
    assert {row["a_unit"] for row in rows.values()} == {"g CO₂e/kWh"}


async def test_licence_and_source_of_both_stand_on_top(
    browser: httpx.AsyncClient,
) -> None:
    remarks, _ = parted((await browser.get(address(ONE, OTHER))).text)
    for letter, producer in (("a", "Ember"), ("b", "Ville d’Issy-les-Moulineaux")):
        mine = [line for line in remarks if line.startswith(f"# {letter}. ")]
        told = "\n".join(mine)
        for words in ("Licence", "Source", producer):
            assert words in told


async def test_an_unchanged_file_is_not_sent_again(browser: httpx.AsyncClient) -> None:
    first = await browser.get(address(ONE, OTHER))
    again = await browser.get(
        address(ONE, OTHER), headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    other = await browser.get(address(OTHER, ONE))
    assert other.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    ("first", "second", "status", "words"),
    [
        ("nulle-part", OTHER, 404, "n’existe pas"),
        (ONE, "nulle-part", 404, "n’existe pas"),
        (ONE, "", 404, "n’existe pas"),
        (ONE, "air-du-jour", 404, "n’existe pas"),
        ("%3Cscript%3E", OTHER, 404, "n’existe pas"),
        (ONE, "electricite-mois-heure", 404, "pas de tableau commun"),
        ("qui-emet-a-issy", "empreinte-par-personne", 404, "pas de tableau commun"),
        (ONE, "electricite-maintenant", 404, "pas de tableau commun"),
        ("indice-atmo", "episode-pollution", 404, "pas de tableau commun"),
        (ONE, ONE, 400, "deux fois le même chiffre"),
    ],
)
async def test_what_cannot_be_joined_is_refused_in_words(
    browser: httpx.AsyncClient, first: str, second: str, status: int, words: str
) -> None:
    answer = await browser.get(
        address(first, second), headers={"Accept-Language": "fr"}
    )
    assert answer.status_code == status
    assert words in answer.json()["detail"]


async def test_two_live_figures_without_a_value_are_an_empty_table(
    browser: httpx.AsyncClient,
) -> None:
    answer = await browser.get(
        address("electricite-maintenant", "electricite-ile-de-france")
    )
    remarks, rows = parted(answer.text)
    assert answer.status_code == 200
    assert rows == {}
    assert any("RTE" in line for line in remarks)
