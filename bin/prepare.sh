#!/bin/sh
# Makes this machine ready, then runs a command: prepare.sh [PROGRAM=DEBIAN-PACKAGE ...] -- COMMAND [ARG ...]
# - the Debian packages whose programs are missing: installed when root or with sudo, else the command is
#   printed, before anything is fetched;
# - Node 24, as an npm package in .node/, when the system's is missing or older;
# - the locked npm packages;
# - the program in few files, compiled ahead, where its sources are younger.
# What is there already is left alone, so a second run takes no time.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
. "$here/bin/node.sh"
installed="$here/node_modules/.package-lock.json"

missing=
lacks() {
  case " $missing " in *" $1 "*) ;; *) missing="${missing:+$missing }$1" ;; esac
}
npm=there
if [ -z "$NODE" ] || [ ! -e "$installed" ] || [ "$here/package-lock.json" -nt "$installed" ]; then
  command -v npm >/dev/null 2>&1 || { npm=missing; lacks npm; }
fi
while [ $# -gt 0 ] && [ "$1" != "--" ]; do
  program=${1%%=*}
  command -v "$program" >/dev/null 2>&1 || [ -x "/usr/sbin/$program" ] || [ -e "$program" ] || lacks "${1#*=}"
  shift
done
[ $# -gt 0 ] && shift

may_install() {
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}
# Debian's npm brings hundreds of packages: nobody gets them unasked.
if [ -n "$missing" ] && { [ $npm = missing ] || ! may_install; }; then
  case "$(id -u) $(id -nG)" in
    "0 "*) who="Install them" as= ;;
    *" sudo"* | *" wheel"*) who="Install them" as="sudo " ;;
    *) who="Have an administrator of this machine install them" as= ;;
  esac
  echo "Missing: $missing. $who, then start again:" >&2
  echo "  ${as}apt-get install -y --no-install-recommends $missing" >&2
  exit 1
fi
if [ -n "$missing" ]; then
  if [ "$(id -u)" = 0 ]; then as_root=; else as_root="sudo -n"; fi
  echo "Installing Debian packages: $missing…" >&2
  # Packages that start their server at installation must not: ours are private.
  install="env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq"
  install="$install --no-install-recommends $missing"
  # shellcheck disable=SC2086
  $as_root $install >/dev/null 2>&1 ||
    { $as_root apt-get update -qq >/dev/null && $as_root $install >/dev/null; }
fi

if [ -z "$NODE" ]; then
  echo "Fetching Node $PRIVATE into .node (the system has none that is new enough)…" >&2
  fetch_node
  NODE=$PRIVATE_NODE
fi
PATH="$(dirname "$NODE"):$PATH"
export PATH

if [ ! -e "$installed" ] || [ "$here/package-lock.json" -nt "$installed" ]; then
  echo "Installing the locked npm packages…" >&2
  (cd "$here" && npm ci --loglevel=error >&2)
  touch "$installed"
fi

"$NODE" "$here/bin/compile.mjs" --if-stale >&2 ||
  echo "It runs from its sources, which start more slowly." >&2

exec "$@"
