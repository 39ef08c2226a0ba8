#!/usr/bin/env bash
# Lays out a complete server in one folder: ./build/package.sh DIR, then: dotnet DIR/SocialCrm.Host.dll
# The Dockerfile does the same; what is built and how is said in build/steps.sh alone.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/build/steps.sh"
target=${1:?"build/package.sh: say into which folder"}

require_tools
locked build_server
mkdir -p "$target"
[ -z "$(ls -A "$target")" ] || { echo "build/package.sh: $target is not empty" >&2; exit 2; }
cp -R "$root/artifacts/server/." "$target/"
cp -R "$root/artifacts/plugins" "$target/plugins"
cp -R "$root/admin-ui/dist" "$target/wwwroot"
cp "$root/build/healthy.sh" "$target/"
