#!/usr/bin/env bash
# Builds what changed and serves. See README.md.
#
#   ./run.sh [options]
#     --port 5080             the port to listen on
#     --bind 127.0.0.1        the address to listen on; 0.0.0.0 for every network of this machine
#     --data ./data           the folder that holds the data
#     --database "Host=…;…"   a PostgreSQL to use; without it an embedded SQLite in the data folder
#     --allow-network CIDR    lets channels post replies to this private network, such as 127.0.0.0/8; may be repeated
#   E-mail (Smtp__Host …), the public address (PublicUrl) and more are set by environment: docs/operating.md
#   ./run.sh recover-owner EMAIL [options]      prints a link with which that person sets a new password
#   ./run.sh backup FILE [options]              writes everything to one file, while the server runs
#   ./run.sh restore FILE [options]             fills an empty data folder or database from such a file
#   ./run.sh upgrade --check [options]          tries on a copy what this version would do to the database
#   ./run.sh post-sample URL SECRET [options]   replays real messages through a signed webhook
#
# It prints the address once the server is ready. The first to open it creates the owner account.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
caller=$PWD
. "$root/build/steps.sh"

if [ "${1:-}" = "post-sample" ]; then
  shift
  require_tools
  locked build_tool PostSample
  exec dotnet "$root/tools/PostSample/bin/Release/net10.0/PostSample.dll" "$@"
fi

# Instead of serving, the server does one thing and ends.
instead=()
case "${1:-}" in
  recover-owner) instead=(--recover-owner "${2:?"run.sh: recover-owner needs the e-mail address that the person signs in with"}"); shift 2 ;;
  backup) instead=(--write-backup "$(realpath -m "${2:?"run.sh: backup needs a file to write"}")"); shift 2 ;;
  restore) instead=(--restore-backup "$(realpath -m "${2:?"run.sh: restore needs a file to read"}")"); shift 2 ;;
  upgrade)
    [ "${2:-}" = "--check" ] || { echo "run.sh: say upgrade --check. The upgrade itself is the start of the new version." >&2; exit 2; }
    instead=(--check-upgrade yes); shift 2 ;;
esac

port=5080 data="$caller/data" database="" bind="127.0.0.1"
allowed=()
need() { [ $# -ge 2 ] || { echo "run.sh: $1 needs a value" >&2; exit 2; }; }
while [ $# -gt 0 ]; do
  case "$1" in
    --port) need "$@"; port=$2; shift 2 ;;
    --data) need "$@"; data=$2; shift 2 ;;
    --database) need "$@"; database=$2; shift 2 ;;
    --bind) need "$@"; bind=$2; shift 2 ;;
    --allow-network) need "$@"; allowed+=("$2"); shift 2 ;;
    -h|--help) sed -n '2,/^set /{/^#/{s/^# \{0,1\}//;p}}' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) echo "run.sh: '$1' is not an option; ./run.sh --help lists them" >&2; exit 2 ;;
  esac
done
case "$port" in ''|*[!0-9]*) echo "run.sh: --port must be a number" >&2; exit 2 ;; esac

require_tools
locked build_server
mkdir -p "$data"
data=$(cd "$data" && pwd)

arguments=(--urls "http://$bind:$port" "--Database:DataDirectory=$data" "--Database:ConnectionString=$database"
  "--Plugins:BundledDirectory=$root/artifacts/plugins" "--AdminUi:Directory=$root/admin-ui/dist")
for i in "${!allowed[@]}"; do arguments+=("--Outgoing:AllowedNetworks:$i=${allowed[$i]}"); done
arguments+=("${instead[@]}")
# exec: the server itself gets SIGTERM and ends gracefully.
exec dotnet "$root/artifacts/server/SocialCrm.Host.dll" "${arguments[@]}"
