#!/bin/sh
# The command, with the Node that came with it: what is compiled ahead is of that one. What root calls for runs as the
# service does, by its unit: its account, settings and passwords; nothing in its folder becomes root's. Root itself runs
# what begins, and what is told of settings or data of its own.
set -- /usr/lib/recepisse/node /usr/lib/recepisse/src/cli/main.ts "$@"
case " $* " in *" --settings"* | *" --help "*) exec "$@" ;; esac
case "${3:-}" in '' | -* | help | init | schema) exec "$@" ;; esac
[ "$(id -u)" = 0 ] && [ -z "${RECEPISSE_DATA:-}" ] || exec "$@"
[ -d /run/systemd/system ] && [ -e /etc/recepisse/recepisse.env ] || exec "$@"

unit=recepisse-command-$$
given='User|StateDirectory|StateDirectoryMode|UMask|Environment|EnvironmentFile|LoadCredential'
while IFS= read -r line; do
  set -- -p "$line" "$@"
done <<UNIT
$(systemctl cat recepisse.service | sed -nE "s#%d#/run/credentials/$unit.service#g; /^($given)=/p")
UNIT
exec systemd-run --quiet --wait --collect --pty --pipe --unit="$unit" -p "WorkingDirectory=-$PWD" "$@"
