"""Texts: every French sentence has its English, none is unused, none hides."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from climact_issy import texts
from tests.support.sources import PACKAGE, modules, place, tree

FACES = ("pages", "components", "ui", "states")
WORDS = re.compile(r"[^\W\d_]{2,}.*\s.*[^\W\d_]{2,}|[àâçéèêëîïôùûœ]", re.IGNORECASE)
SHOWN = {"alt", "aria_label", "placeholder", "title"}
SPEAKING = (*FACES, "presenters", "web", "jobs", "services")
"""Connectors hold the words of sources, told through content/wording.toml."""
FRENCH = re.compile(
    r"[àâçéèêëîïôùûœÀÉÈÊÎÔ«»’]"
    r"|\b(les?|la|des?|du|une?|vous|votre|vos|pour|dans|est|sont|aux?|avec|sur|pas"
    r"|par|ce|cette|et|ou|en)\b\s\w",
    re.IGNORECASE,
)
NAMES = {"Clim’Act Issy", "Français", "EEEE d MMMM", "d MMMM", "d MMMM y"}
"""The same in both languages: our name, a language in itself, patterns of Babel."""


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def is_text(call: ast.Call) -> bool:
    """Whether a call is t(…), t.n(…), self.t(…) or self.t.n(…)."""
    name = ast.unparse(call.func)
    return re.fullmatch(r"(\w+\.)*t(\.n)?", name) is not None


def text_calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in modules():
        if path != PACKAGE / "texts.py":
            yield from ((path, call) for call in calls(path) if is_text(call))


def keys(call: ast.Call) -> list[str | None]:
    """The French sentences of a call; None where one is not written out."""
    wanted = call.args[:2] if ast.unparse(call.func).endswith(".n") else call.args[:1]
    return [
        node.value
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        else None
        for node in wanted
    ]


@pytest.fixture(scope="module")
def french() -> dict[tuple[str, ...], str]:
    found = {}
    for path, call in text_calls():
        sentences = tuple(key for key in keys(call) if key is not None)
        if sentences:
            found.setdefault(sentences, place(path, call))
    return found


@pytest.fixture(scope="module")
def english() -> dict[tuple[str, ...], Message]:
    found = {}
    for path in sorted((texts.LOCALES / "en").glob("*.po")):
        with path.open("rb") as stream:
            for message in read_po(stream, locale="en", abort_invalid=True):
                key = message.id if isinstance(message.id, tuple) else (message.id,)
                if key[0]:
                    found[tuple(str(part) for part in key)] = message
    return found


def test_every_sentence_is_written_out_where_it_is_used() -> None:
    hidden = [place(path, call) for path, call in text_calls() if None in keys(call)]

    assert not hidden


def test_every_french_sentence_has_its_english(
    french: dict[tuple[str, ...], str], english: dict[tuple[str, ...], Message]
) -> None:
    missing = {
        where: key
        for key, where in french.items()
        if key not in english or not english[key].string
    }

    assert not missing


def test_no_english_sentence_is_unused(
    french: dict[tuple[str, ...], str], english: dict[tuple[str, ...], Message]
) -> None:
    assert not [key for key in english if key not in french]


def test_both_languages_name_the_same_values(
    english: dict[tuple[str, ...], Message],
) -> None:
    def fields(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text)} - {None}

    wrong = []
    for key, message in english.items():
        ours = fields(" ".join(key))
        parts = message.string if isinstance(message.string, tuple) else key[:0]
        theirs = fields(" ".join(parts) if parts else str(message.string))
        if ours != theirs:
            wrong.append((key, ours, theirs))

    assert not wrong


def test_no_sentence_is_given_to_reflex_without_its_translation() -> None:
    found = []
    for face in FACES:
        for path in modules(PACKAGE / face):
            for call in calls(path):
                if not ast.unparse(call.func).startswith("rx.el."):
                    continue
                given = [*call.args]
                given += [k.value for k in call.keywords if k.arg in SHOWN]
                found += [
                    f"{place(path, node)} {node.value!r}"
                    for node in given
                    if isinstance(node, ast.Constant)
                    and isinstance(node.value, str)
                    and WORDS.search(node.value)
                ]

    assert not found


def in_words_elsewhere(module: ast.Module) -> set[int]:
    """Texts that need no t(…): explanations, sentences of t(…), (fr, en) pairs."""
    fine: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Expr):
            fine.add(id(node.value))
        elif isinstance(node, ast.Call) and is_text(node):
            fine |= {id(part) for given in node.args[:2] for part in ast.walk(given)}
        elif isinstance(node, ast.Tuple) and len(node.elts) == len(texts_of(node)) == 2:
            fine |= {id(part) for part in node.elts}
    return fine


def texts_of(node: ast.AST) -> list[ast.Constant]:
    return [
        part
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]


def loose_french(module: ast.Module) -> list[ast.Constant]:
    """French in the code that no translation reaches."""
    fine = in_words_elsewhere(module)
    return [
        node
        for node in texts_of(module)
        if id(node) not in fine
        and node.value not in NAMES
        and FRENCH.search(str(node.value))
    ]


def test_no_french_stands_in_the_code_without_its_translation() -> None:
    found = [
        f"{place(path, node)} {node.value!r}"
        for folder in SPEAKING
        for path in modules(PACKAGE / folder)
        for node in loose_french(tree(path))
    ]

    assert not found


def test_the_guard_finds_french_and_lets_translations_pass() -> None:
    module = ast.parse("""
def page(t, n):
    "Une page pour vous."
    t("Notez un geste pour la ville")
    title = ("Une page", "A page")
    notice = f"{n} points pour vous"
    return rx.el.p("Bientôt", class_name="card on-dark")
""")

    found = {node.value for node in loose_french(module)}
    assert found == {"Bientôt", " points pour vous"}
