#!/usr/bin/env bash
# Print the path of a Chromium for the browser tests; install one if there is none.
set -euo pipefail
cd "$(dirname "$0")/.."

found() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$name" ] && command -v "$name" && return 0
  done
  .venv/bin/python - <<'PY'
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    path = pathlib.Path(p.chromium.executable_path)
print(path) if path.exists() else sys.exit(1)
PY
}

found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  { apt-get update -q && apt-get install -q -y --no-install-recommends chromium; } >&2 && found && exit 0
fi
.venv/bin/playwright install chromium >&2 && found && exit 0
echo "No Chromium found and none could be installed: install the chromium package." >&2
exit 2
