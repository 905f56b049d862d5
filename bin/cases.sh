#!/bin/sh
# Mails with what is right, kept beside the checkout (../shared/cases) and run against each change where they
# are: every one must be right. Called by bin/test.sh with Node in PATH.
here=$(cd "$(dirname "$0")/.." && pwd -P)
cases=$here/../shared/cases
cd "$here" || exit 1
status=0
check() {
  folder=$1
  shift
  node "$cases/check.mjs" "$cases/$folder" -- bin/recepisse replay --json "$@" || status=1
}
check first-call --call config/calls/cirest-territoires-industrie-2022.yaml
for folder in "$cases"/other-calls/*/; do
  name=other-calls/$(basename "$folder")
  # The one without a call file of its own is written for the second call that is shipped.
  if [ -e "$folder/call.yaml" ]; then
    check "$name"
  else
    check "$name" --call config/calls/exemple-val-de-louvre-2026.yaml
  fi
done
exit $status
