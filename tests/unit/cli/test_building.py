"""When a build is made again."""

from pathlib import Path

import pytest

from climact_issy.cli import building
from climact_issy.content.rules import printed_file
from climact_issy.settings import Mode, Settings


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = tmp_path / "climact_issy"
    for name in ("pages/home.py", "cli/demo.py", "pages/__pycache__/home.pyc"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("1", "utf-8")
    (tmp_path / "rxconfig.py").write_text("1", "utf-8")
    monkeypatch.setattr(building, "ROOT", tmp_path)
    monkeypatch.setattr(building, "web_dir", lambda _settings: tmp_path / ".web")
    return tmp_path


def demo(**changes: object) -> Settings:
    return Settings(mode=Mode.DEMO).model_copy(update=changes)


@pytest.mark.parametrize("name", ["climact_issy/pages/home.py", "rxconfig.py"])
def test_a_changed_source_changes_the_fingerprint(checkout: Path, name: str) -> None:
    before = building.fingerprint(demo())

    (checkout / name).write_text("2", "utf-8")

    assert building.fingerprint(demo()) != before


@pytest.mark.parametrize("name", ["cli/demo.py", "pages/__pycache__/home.pyc"])
def test_what_no_page_shows_does_not_change_it(checkout: Path, name: str) -> None:
    before = building.fingerprint(demo())

    (checkout / "climact_issy" / name).write_text("2", "utf-8")

    assert building.fingerprint(demo()) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"port": 3456},
        {"public_url": "https://example.org"},
        {"mode": Mode.PRODUCTION},
        {"publisher": "Une association"},
    ],
)
@pytest.mark.usefixtures("checkout")
def test_an_address_or_a_printed_setting_changes_it(changes: dict[str, object]) -> None:
    assert building.fingerprint(demo()) != building.fingerprint(demo(**changes))


@pytest.mark.usefixtures("checkout")
def test_a_secret_does_not_change_it() -> None:
    assert building.fingerprint(demo()) == building.fingerprint(demo(workers=3))


@pytest.mark.usefixtures("checkout")
def test_another_version_of_the_rule_in_force_changes_it(tmp_path: Path) -> None:
    settings = demo(data_dir=tmp_path)
    before = building.fingerprint(settings)

    printed_file(settings).write_text('{"version": 2}', "utf-8")
    second = building.fingerprint(settings)
    printed_file(settings).write_text('{"version": 3}', "utf-8")

    assert len({before, second, building.fingerprint(settings)}) == 3


def test_a_good_build_is_remembered_and_a_failed_one_forgotten(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout / ".web" / "build").mkdir(parents=True)
    codes = iter([0, 1])
    monkeypatch.setattr(building, "run", lambda _command, _environment: next(codes))

    assert building.build(demo()) == 0
    assert building.is_current(demo())

    assert building.build(demo()) == 1
    assert not building.is_current(demo())
