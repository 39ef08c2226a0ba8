#!/usr/bin/env bash
# All tests: unit, integration on SQLite and PostgreSQL, end to end in Chromium.
#   ./test.sh [filter]      only tests whose full name contains the filter
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$root"
. "$root/build/steps.sh"
. "$root/build/test-steps.sh"
filter=${1:-}

require_tools
install_test_tools
locked build_server
locked build_tests
start=$SECONDS passed=0 failed=0
if [ -z "$filter" ]; then
  check "formatting" dotnet format --verify-no-changes --no-restore
  check "UI: lint" ui_run lint
  check "UI: types" ui_run typecheck
  run_vitest
fi
for project in tests/*.Tests; do
  run_tests "$project" "$filter"
done
echo
echo "in $((SECONDS - start)) s"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
