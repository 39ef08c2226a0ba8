#!/usr/bin/env bash
# Pictures of every page of the admin UI with real and hostile content, in light and dark, wide and narrow, into
# artifacts/screenshots; those that the documentation shows into docs/images/pages.  ./build/screenshots.sh [NAME …]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/build/steps.sh"

require_tools
locked build_server
locked dotnet build "$root/tools/Screenshots" -c Release -nologo -v quiet
exec dotnet "$root/tools/Screenshots/bin/Release/net10.0/Screenshots.dll" "$@"
