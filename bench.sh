#!/usr/bin/env bash
# Measures the real server on a database of its own. See docs/performance.md.
#   ./bench.sh ingest [--database postgres|sqlite] [--batch 50] [--messages 30000] [--connections 8] [--profile] [--json]
#   ./bench.sh pages  [--database postgres|sqlite] [--interactions 100000] [--calls 30] [--json]
#   ./bench.sh import [--database postgres|sqlite] [--messages 30000] [--json]
#   ./bench.sh replay [--database postgres|sqlite] [--messages 30000] [--json]
#   ./bench.sh chaos  [--rounds 100] [--seed N] [--standstill 30] [--only WORD] [--json]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/build/steps.sh"
benchmarks="ingest, import, pages, replay, chaos"

case "${1:-}" in
  ingest|import|pages|replay) ;;
  chaos) . "$root/build/test-steps.sh"; install_chaos_tools ;;
  -h|--help) sed -n '2,7p' "${BASH_SOURCE[0]}" | cut -c3-; exit 0 ;;
  *) echo "bench.sh: '${1:-}' is not a benchmark. There is: $benchmarks" >&2; exit 2 ;;
esac

require_tools
locked build_benchmarks
exec dotnet "$root/tests/Benchmarks/bin/Release/net10.0/SocialCrm.Benchmarks.dll" "$@"
