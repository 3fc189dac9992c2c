"""No file names a package registry or somebody's machine."""

import re

from tests.support.sources import committed, place

# Written in pieces, so that this file passes its own test.
REGISTRIES = (
    "pypi" + ".org",
    "files.python" + "hosted.org",
    "registry." + "npmjs.org",
    "registry.npm" + "mirror.com",
    "registry." + "yarnpkg.com",
)
MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:work|root|home|Users|opt)/[\w.-]+")
INDEX_OPTION = re.compile(r"^\s*--(?:extra-)?index-url|^\s*--find-links", re.MULTILINE)


def texts_of_the_repository() -> list[tuple[str, str]]:
    found = []
    for path in committed():
        raw = path.read_bytes()
        if b"\0" not in raw:
            found.append((place(path), raw.decode("utf-8")))
    return found


def test_no_file_names_a_package_registry() -> None:
    found = [
        (name, host)
        for name, text in texts_of_the_repository()
        for host in REGISTRIES
        if host in text
    ]

    assert not found


def test_no_file_names_a_path_of_a_machine() -> None:
    found = [
        (name, match[0])
        for name, text in texts_of_the_repository()
        for match in MACHINE_PATH.finditer(text)
    ]

    assert not found


def test_the_pins_name_no_index() -> None:
    found = [
        name
        for name, text in texts_of_the_repository()
        if name.startswith("requirements") and INDEX_OPTION.search(text)
    ]

    assert not found
