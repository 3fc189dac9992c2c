#!/usr/bin/env bash
# Make or refresh .venv from the pinned requirements: setup.sh [dev]
# Each thing that may be missing is one sentence.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }

venv=.venv
want=requirements.txt
[ "${1:-}" = dev ] && want=requirements-dev.txt

find_python() {
  local name
  for name in "${PYTHON:-}" python3.13 python3.12 python3.11 python3 python; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 || continue
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    printf '%s' "$name"
    return 0
  done
  return 1
}

# One set-up at a time: two would write into one .venv, each over the other.
# The lock ends with the process that holds it, however that ends.
lock=.setup.lock
wait_our_turn() {
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$lock"
    flock -n 9 && return
    say "Another set-up is under way in this folder: waiting for it to end."
    flock 9
  else
    wait_for_link "$lock.pid"
  fi
}

# macOS has no flock: a link that names its owner is made in one step or not at all.
wait_for_link() {
  local link=$1 owner said=
  until ln -sn "$$" "$link" 2>/dev/null; do
    owner=$(readlink "$link" || true)
    if [ -n "$owner" ] && ! ps -p "$owner" >/dev/null 2>&1 && mkdir "$link.clear" 2>/dev/null; then
      # Its owner is gone. One process clears it, after a second look: by now
      # it may be the link of another one.
      if [ "$(readlink "$link" || true)" = "$owner" ]; then rm -f "$link"; fi
      rmdir "$link.clear"
      continue
    fi
    [ -n "$said" ] || say "Another set-up is under way in this folder: waiting for it to end. If there is none, remove $link."
    said=yes
    sleep 1
  done
  held=$link
  trap 'rm -f "$held"' EXIT
}

fingerprint() {
  cat requirements.txt requirements-dev.txt pyproject.toml | cksum | tr -d ' '
}

wait_our_turn

if [ ! -x "$venv/bin/python" ]; then
  python=$(find_python) || fail "Python 3.11 or newer is needed: this machine has $(python3 --version 2>/dev/null || echo none). Install it and run make again."
  "$python" -c 'import ensurepip, venv' 2>/dev/null \
    || fail "Python's venv module is missing: apt install python3-venv"
  say "Creating $venv with $("$python" --version)"
  "$python" -m venv "$venv" || fail "The virtual environment could not be created: apt install python3-venv, or free some disk space."
fi

stamp=$venv/installed-$want
if [ "$(cat "$stamp" 2>/dev/null)" != "$(fingerprint)" ]; then
  rm -f "$stamp"
  say "Installing the pinned packages of $want (a few minutes the first time)"
  # The bar of pip shows the progress; its cache makes a second try short.
  # The file names everything: left to look for dependencies, pip meets releases newer
  # than the pinned ones and refuses them for their missing hash.
  if ! "$venv/bin/python" -m pip install --disable-pip-version-check --progress-bar on \
       --require-hashes --no-deps --only-binary :all: -r "$want" | grep --line-buffered -v '^Requirement already satisfied'; then
    fail "The packages could not be installed: this needs a network to the Python package index. Run make again when it is there."
  fi
  "$venv/bin/python" -m pip install --disable-pip-version-check --quiet \
    --no-deps --no-build-isolation --no-index --editable . \
    || fail "The climact command could not be installed into $venv: remove $venv and run make again."
  fingerprint >"$stamp"
fi
