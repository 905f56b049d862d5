#!/bin/sh
# Types, lint and tests; ends with « N passed, N failed ». `unit`: only the tests that need no server.
# Called by npm test through prepare.sh, which puts the right Node first in PATH.
here=$(cd "$(dirname "$0")/.." && pwd -P)
cd "$here" || exit 1
report=$(mktemp)
trap 'rm -f "$report"' EXIT
passed=0
failed=0
step() {
  name=$1
  shift
  echo "── $name"
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}
step types node node_modules/typescript/bin/tsc --noEmit
step lint node node_modules/@biomejs/biome/bin/biome check --error-on-warnings --diagnostic-level=warn .
# What was found on earlier releases stays right, where those mails are at hand.
if [ -e "$here/../shared/cases/check.mjs" ]; then step cases sh bin/cases.sh; fi
echo "── tests"
projects="--project unit"
[ "${1:-}" = unit ] || projects="$projects --project postgres --project live --project alone"
# shellcheck disable=SC2086
node node_modules/vitest/vitest.mjs run $projects --reporter=default --reporter=json \
  --outputFile.json="$report"
node bin/count-tests.mjs "$report" "$passed" "$failed"
