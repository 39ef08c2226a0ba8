#!/usr/bin/env bash
# Measures the real server on a database of its own. See docs/performance.md.
#   ./bench.sh ingest [--database postgres|sqlite] [--batch 50] [--messages 30000] [--connections 8] [--profile] [--json]
#   ./bench.sh pages  [--database postgres|sqlite] [--interactions 100000] [--calls 30] [--json]
#   ./bench.sh growth [--scale 10000000] [--batch 50] [--messages 30000] [--calls 30] [--json]
#   ./bench.sh import [--database postgres|sqlite] [--messages 30000] [--json]
#   ./bench.sh replay [--database postgres|sqlite] [--messages 30000] [--json]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/build/steps.sh"
benchmarks="growth, ingest, import, pages, replay"

case "${1:-}" in
  growth|ingest|import|pages|replay) ;;
  -h|--help) sed -n '2,7p' "${BASH_SOURCE[0]}" | cut -c3-; exit 0 ;;
  *) echo "bench.sh: '${1:-}' is not a benchmark. There is: $benchmarks" >&2; exit 2 ;;
esac

require_tools
locked build_benchmarks
exec dotnet "$root/tests/Benchmarks/bin/Release/net10.0/SocialCrm.Benchmarks.dll" "$@"
