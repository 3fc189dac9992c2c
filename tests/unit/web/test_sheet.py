from climact_issy.web import sheet


def test_the_charts_and_the_tokens_of_day_and_night_are_found() -> None:
    assert ".m-bar {" in sheet.charts()
    assert sheet.day()["--ink"] == "#0E2F3A"
    assert sheet.night()["--ink"] == "#EDF6F5"
    assert "--font" in sheet.day()
    assert "--font" not in sheet.night()


def test_tokens_are_read_from_a_block() -> None:
    assert sheet.tokens("--a: #fff; color: red; --b: var(--a)") == {
        "--a": "#fff",
        "--b": "var(--a)",
    }
