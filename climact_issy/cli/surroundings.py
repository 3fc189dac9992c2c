"""The environment of every process that `climact` starts."""

import sys
from pathlib import Path
from typing import Final

from climact_issy.settings import Settings, child_environment, web_dir

TOOLS: Final = Path(sys.executable).parent
"""Where this environment keeps bun: Reflex looks for it on PATH and nowhere else."""

_QUIET: Final = {
    "REFLEX_USE_SYSTEM_BUN": "1",
    "REFLEX_CHECK_LATEST_VERSION": "false",
    "REFLEX_TELEMETRY_ENABLED": "false",
}


def for_children(settings: Settings, **changes: str) -> dict[str, str]:
    """Return the environment of a child that runs with these settings.

    Args:
        settings: what mode, address and folder the child works with.
        **changes: further variables.
    """
    path = child_environment().get("PATH", "")
    return child_environment(
        PATH=f"{TOOLS}:{path}" if path else str(TOOLS),
        CLIMACT_MODE=settings.mode.value,
        CLIMACT_HOST=settings.host,
        CLIMACT_PORT=str(settings.port),
        CLIMACT_DATA_DIR=str(settings.data_dir.resolve()),
        CLIMACT_EXTRA_ORIGINS=settings.extra_origins,
        REFLEX_WEB_WORKDIR=str(web_dir(settings)),
        **_QUIET,
        **changes,
    )


def for_server(settings: Settings) -> dict[str, str]:
    """Return the environment of a server on the finished build: it compiles nothing.

    Args:
        settings: what mode, address and folder the server works with.
    """
    return for_children(
        settings,
        REFLEX_ENV_MODE="prod",
        __REFLEX_SKIP_COMPILE="true",
        __REFLEX_MOUNT_FRONTEND_COMPILED_APP="true",
    )
