import re

from climact_issy import texts
from climact_issy.web import html


def test_every_value_is_escaped() -> None:
    assert html.esc('<a href="x">&') == "&lt;a href=&quot;x&quot;&gt;&amp;"


def test_a_document_says_its_language_and_escapes_its_title() -> None:
    text = html.document("en", "<b>", "body")
    assert '<html lang="en">' in text
    assert "<title>&lt;b&gt;</title>" in text


def test_a_page_needs_no_script() -> None:
    body = bytes(html.page(texts.for_language("fr"), "x", "<h1>x</h1>", home="/").body)
    assert b"<script" not in body
    assert body.count(b"<h1") == 1
    assert b'id="main"' in body


def test_night_follows_the_system_with_every_colour_of_the_site() -> None:
    style = html.style_sheet()
    night = style[style.index("@media (prefers-color-scheme: dark)") :]
    day = style[style.index(":root") : style.index("html.dark, [data-theme")]
    assert "--ground: #0B1C23" in night
    changed = set(re.findall(r"--[a-z0-9-]+(?=:)", night))
    assert len(changed) > 30
    assert changed <= set(re.findall(r"--[a-z0-9-]+(?=:)", day))
