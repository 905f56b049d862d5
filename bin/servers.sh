#!/bin/sh
# Unpacks mail servers that cannot be installed beside each other (they conflict) into .servers/, then runs a
# command with RECEPISSE_TEST_SERVERS naming that folder. Nothing is installed, nothing is started as a
# service of the system.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd -P)
packages="courier-imap courier-base courier-authlib courier-authlib-userdb libcourier-unicode4
  libgamin0 libidn12 cyrus-imapd cyrus-common libsasl2-modules libsasl2-modules-db sasl2-bin libwrap0
  libxapian30 libpcre3 libical3 libzephyr4 libjansson4 libpq5 postfix libnsl2"
RECEPISSE_TEST_SERVERS="$here/.servers/root"
export RECEPISSE_TEST_SERVERS
if [ ! -e "$here/.servers/complete" ]; then
  echo "Unpacking Courier, Cyrus and Postfix into .servers…" >&2
  mkdir -p "$here/.servers/packages" "$RECEPISSE_TEST_SERVERS"
  cd "$here/.servers/packages"
  # shellcheck disable=SC2086
  apt-get download -q $packages >/dev/null 2>&1 ||
    { apt-get update -qq >/dev/null; apt-get download -q $packages >/dev/null; }
  for package in *.deb; do dpkg -x "$package" "$RECEPISSE_TEST_SERVERS"; done
  touch "$here/.servers/complete"
  cd "$here"
fi
exec "$@"
