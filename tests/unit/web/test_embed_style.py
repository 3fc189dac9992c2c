"""The style of embeds: a theme of its own, and only the tokens it uses."""

from climact_issy.web import sheet
from climact_issy.web.embed_style import style


def test_auto_follows_the_system_and_the_others_do_not() -> None:
    day, night = sheet.day()["--surface"], sheet.night()["--surface"]
    assert "prefers-color-scheme:dark" in style("auto")
    assert "color-scheme:light dark" in style("auto")
    for theme, own, other in (("light", day, night), ("dark", night, day)):
        text = style(theme)
        assert f"color-scheme:{theme};" in text
        assert "prefers-color-scheme" not in text
        assert f"--surface:{own};" in text
        assert f"--surface:{other};" not in text


def test_every_token_in_use_is_declared_once_a_theme() -> None:
    for theme in ("light", "dark"):
        text = style(theme)
        assert text.count("--ink:") == 1
        assert "--stone:" in text
        assert "--i-sun:" not in text
