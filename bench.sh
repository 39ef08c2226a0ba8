#!/usr/bin/env bash
# Measures the real server on a database of its own. See docs/performance.md.
#   ./bench.sh ingest   [--database postgres|sqlite] [--batch 50] [--messages 30000] [--connections 8] [--nodes 1] [--profile] [--json]
#   ./bench.sh latency  [--database postgres|sqlite] [--rate 1000] [--seconds 30] [--nodes 1] [--profile] [--json]
#   ./bench.sh fanout   [--clients 1000] [--tenants 10] [--nodes 2] [--rate 200] [--seconds 30] [--json]
#   ./bench.sh soak     [--database postgres|sqlite] [--minutes 10] [--json]
#   ./bench.sh fairness [--minutes 2] [--json]
#   ./bench.sh growth   [--scale 10000000] [--batch 50] [--messages 30000] [--calls 30] [--json]
#   ./bench.sh pages    [--database postgres|sqlite] [--interactions 100000] [--calls 30] [--json]
#   ./bench.sh import   [--database postgres|sqlite] [--messages 30000] [--json]
#   ./bench.sh replay   [--database postgres|sqlite] [--messages 30000] [--json]
#   ./bench.sh chaos    [--rounds 100] [--seed N] [--standstill 30] [--only WORD] [--json]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/build/steps.sh"
benchmarks="chaos, fairness, fanout, growth, import, ingest, latency, pages, replay, soak"

case "${1:-}" in
  chaos) . "$root/build/test-steps.sh"; install_chaos_tools ;;
  fairness|fanout|growth|import|ingest|latency|pages|replay|soak) ;;
  -h|--help) sed -n '2,12p' "${BASH_SOURCE[0]}" | cut -c3-; exit 0 ;;
  *) echo "bench.sh: '${1:-}' is not a benchmark. There is: $benchmarks" >&2; exit 2 ;;
esac

require_tools
locked build_benchmarks
exec dotnet "$root/tests/Benchmarks/bin/Release/net10.0/SocialCrm.Benchmarks.dll" "$@"
