"""The rules need nothing but Python."""

import sys

from tests.support.sources import PACKAGE, imported, modules, place, tree

OURS = "climact_issy.domain"


def test_the_domain_imports_the_standard_library_only() -> None:
    found = [
        f"{place(path)} imports {name}"
        for path in modules(PACKAGE / "domain")
        for name in imported(tree(path))
        if name.partition(".")[0] not in sys.stdlib_module_names
        and name != OURS
        and not name.startswith(f"{OURS}.")
    ]

    assert not found
