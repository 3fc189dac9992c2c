#!/usr/bin/env bash
# Prove that a bare clone works: clone HEAD into an empty folder, with an empty
# HOME and a PATH without node, npm, bun and uv; make demo, stop it, make test.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
port=${PORT:-3777}
demo=
clean() {
  [ -n "$demo" ] && kill -TERM -- "-$demo" 2>/dev/null || true
  rm -rf "$folder"
}
trap clean EXIT

git clone --quiet --no-hardlinks . "$folder/clone"
mkdir "$folder/home" "$folder/bin"

# Every command of PATH, the forbidden ones left out.
IFS=: read -ra dirs <<<"$PATH"
for dir in "${dirs[@]}"; do
  case $dir in */.venv/bin) continue ;; esac
  for tool in "$dir"/*; do
    name=${tool##*/}
    case $name in node | nodejs | npm | npx | corepack | bun | bunx | uv | uvx) continue ;; esac
    [ -x "$tool" ] && [ ! -e "$folder/bin/$name" ] && ln -s "$tool" "$folder/bin/$name" || true
  done
done

# Only what a machine needs to reach its package registries passes through.
kept=()
while IFS= read -r -d '' pair; do
  case $pair in PIP_* | *_proxy=* | *_PROXY=* | SSL_CERT_* | NODE_EXTRA_CA_CERTS=* | NPM_CONFIG_* | npm_config_* | LANG=*) kept+=("$pair") ;; esac
done < <(env -0)
bare=(env -i "${kept[@]}" HOME="$folder/home" PATH="$folder/bin" TERM=dumb CLIMACT_DATA_DIR="$folder/data")
for tool in node npm bun uv; do
  if "${bare[@]}" bash -c "command -v $tool" >/dev/null; then
    echo "$tool is still on PATH" >&2
    exit 1
  fi
done

cd "$folder/clone"
answers() { "${bare[@]}" python3 -c "import urllib.request as u; u.urlopen('http://$1:$port/readyz', timeout=2)" 2>/dev/null; }
start() {
  local began=$SECONDS
  setsid "${bare[@]}" make demo PORT="$port" &
  demo=$!
  until answers 127.0.0.1; do
    kill -0 "$demo" 2>/dev/null || { echo "make demo ended before it answered" >&2; exit 1; }
    sleep 1
  done
  answers localhost
  echo "== $1 start: answers after $((SECONDS - began)) s"
}
stop() {
  # What Ctrl-C does: the interrupt goes to the whole foreground group.
  kill -INT -- "-$demo"
  wait "$demo" || true
  demo=
  if pgrep -f "$folder/clone" >/dev/null; then
    echo "Processes were left behind:" >&2
    pgrep -af "$folder/clone" >&2
    exit 1
  fi
  echo "== stopped, no process left"
}

start first
stop
start second
stop
"${bare[@]}" make test
