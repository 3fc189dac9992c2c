"""Is the process alive, and may it take visitors?"""

import structlog
from fastapi import APIRouter
from starlette.responses import JSONResponse

from climact_issy import access, database, routes
from climact_issy.services import deployment
from climact_issy.services.deployment import WrongDatabase
from climact_issy.settings import get_settings

router = APIRouter(include_in_schema=False)

_log = structlog.get_logger(__name__)
_UNAVAILABLE = 503


@router.get(routes.HEALTH)
@access.access("public")
async def healthz() -> JSONResponse:
    """Say that the process answers; nothing else is looked at."""
    return JSONResponse({"status": "ok"})


@router.get(routes.READY)
@access.access("public")
async def readyz() -> JSONResponse:
    """Say whether the database answers, is migrated, and is of our kind."""
    checks = await _checks()
    is_ready = all(state == "ok" for state in checks.values())
    return JSONResponse(
        {"status": "ready" if is_ready else "not ready", "checks": checks},
        200 if is_ready else _UNAVAILABLE,
    )


async def _checks() -> dict[str, str]:
    names = ("database", "migrations", "deployment")
    checks: dict[str, str] = dict.fromkeys(names, "unknown")
    kind = deployment.kind_of(get_settings())
    try:
        is_at_head = await database.read(deployment.is_at_head)
        checks["database"] = "ok"
        checks["migrations"] = "ok" if is_at_head else "pending"
        await database.read(lambda s: deployment.check(s, kind))
        checks["deployment"] = "ok"
    except WrongDatabase as refusal:
        checks["deployment"] = str(refusal.values.get("found", "wrong"))
    except Exception:  # noqa: BLE001 - a database that is away is an answer here
        _log.exception("not_ready")
        if checks["database"] != "ok":
            checks["database"] = "unreachable"
    return checks
