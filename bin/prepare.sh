#!/bin/sh
# Makes this machine ready, then runs a command: prepare.sh [PROGRAM=DEBIAN-PACKAGE ...] -- COMMAND [ARG ...]
# - Node 24, as an npm package in .node/, when the system's is missing or older;
# - the locked npm packages;
# - the program in few files, compiled ahead, where its sources are younger;
# - the Debian packages whose programs are missing: installed when root or with sudo, else the command is
#   printed.
# What is there already is left alone, so a second run takes no time.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
. "$here/bin/node.sh"

if [ -z "$NODE" ]; then
  command -v npm >/dev/null 2>&1 ||
    { echo "npm is missing. Install it with: apt-get install -y npm" >&2; exit 1; }
  echo "Fetching Node $PRIVATE into .node (the system has none that is new enough)…" >&2
  npm install --silent --no-save --no-package-lock --prefix "$here/.node" "node-linux-$ARCH@$PRIVATE" >&2
  NODE=$PRIVATE_NODE
fi
PATH="$(dirname "$NODE"):$PATH"
export PATH

installed="$here/node_modules/.package-lock.json"
if [ ! -e "$installed" ] || [ "$here/package-lock.json" -nt "$installed" ]; then
  echo "Installing the locked npm packages…" >&2
  (cd "$here" && npm ci --loglevel=error >&2)
  touch "$installed"
fi

"$NODE" "$here/bin/compile.mjs" --if-stale >&2 ||
  echo "It runs from its sources, which start more slowly." >&2

missing=
while [ $# -gt 0 ] && [ "$1" != "--" ]; do
  program=${1%%=*}
  package=${1#*=}
  command -v "$program" >/dev/null 2>&1 || [ -x "/usr/sbin/$program" ] || [ -e "$program" ] ||
    missing="$missing $package"
  shift
done
[ $# -gt 0 ] && shift

if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ]; then as_root=
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"
  else
    echo "These Debian packages are missing. Install them, then start again:" >&2
    echo "  sudo apt-get install -y --no-install-recommends$missing" >&2
    exit 1
  fi
  echo "Installing Debian packages:$missing…" >&2
  # Packages that start their server at installation must not: ours are private.
  install="env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq"
  install="$install --no-install-recommends$missing"
  # shellcheck disable=SC2086
  $as_root $install >/dev/null 2>&1 ||
    { $as_root apt-get update -qq >/dev/null && $as_root $install >/dev/null; }
fi

exec "$@"
