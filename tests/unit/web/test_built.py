import json
from pathlib import Path

from climact_issy.web.built import Build


def built(root: Path) -> Build:
    client = root / ".web" / "build" / "client"
    for page in ("", "agir", "en/act"):
        (client / page).mkdir(parents=True, exist_ok=True)
        (client / page / "index.html").write_text("<html>")
    hashes = {"/": ["sha256-a"], "/agir": ["sha256-b"], "404": ["sha256-c"]}
    (root / ".web" / "csp.json").write_text(json.dumps(hashes))
    return Build(client)


def test_every_prerendered_page_is_known(tmp_path: Path) -> None:
    build = built(tmp_path)
    assert build.has_page("/agir")
    assert build.has_page("/en/act")
    assert not build.has_page("/nowhere")


def test_a_page_has_the_hashes_of_its_own_scripts(tmp_path: Path) -> None:
    build = built(tmp_path)
    assert build.script_hashes("/agir/") == ("sha256-b",)
    assert build.script_hashes("/") == ("sha256-a",)


def test_an_unknown_address_has_the_hashes_of_the_not_found_page(
    tmp_path: Path,
) -> None:
    assert built(tmp_path).script_hashes("/nowhere") == ("sha256-c",)


def test_an_unbuilt_checkout_has_no_pages_and_no_hashes(tmp_path: Path) -> None:
    build = Build(tmp_path / ".web" / "build" / "client")
    assert not build.has_page("/agir")
    assert build.script_hashes("/agir") == ()
