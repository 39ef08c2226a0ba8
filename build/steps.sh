# The steps that run.sh, test.sh, bench.sh and the Dockerfile share. Sourced; expects $root.

require_tools() {
  command -v dotnet >/dev/null || { echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; }
  command -v node >/dev/null || { echo "Node.js 20.19 or newer is needed: https://nodejs.org" >&2; exit 1; }
  node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)' \
    || { echo "Node.js 20.19 or newer is needed; this is $(node --version)" >&2; exit 1; }
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
}

# Two commands at once must not build into the same folders.
locked() {
  mkdir -p "$root/artifacts"
  exec 9>"$root/artifacts/.build-lock"
  flock 9
  "$@" 9>&-
  exec 9>&-
}

# The content of everything that a step reads, as one hash; a path given with a leading ! is left out.
fingerprint() {
  local paths=() without=() path
  for path in "$@"; do
    case "$path" in !*) without+=(-not -path "${path#!}") ;; *) paths+=("$path") ;; esac
  done
  (cd "$root" && find "${paths[@]}" -type f "${without[@]}" -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -path '*/dist/*' \
    -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

# Runs a step unless what it reads is as it was and what it makes is still there.
#   step NAME RESULT "INPUTS…" COMMAND…
step() {
  local name=$1 result=$2 inputs=$3; shift 3
  local stamp="$root/artifacts/.$name-stamp" now
  # shellcheck disable=SC2086
  now=$(fingerprint $inputs)
  if [ -e "$root/$result" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$now" ]; then return 0; fi
  echo "Building $name …" >&2
  rm -f "$stamp"
  "$@" >"$root/artifacts/$name.log" 2>&1 || { cat "$root/artifacts/$name.log" >&2; echo "Building $name failed." >&2; exit 1; }
  echo "$now" >"$stamp"
}

shared_inputs="Directory.Build.props Directory.Packages.props global.json BannedSymbols.txt .editorconfig"

build_server() {
  build_published
  build_ui
}

# The server and its plugins, without the UI.
build_published() {
  step server artifacts/openapi.json "$shared_inputs host sdk/SocialCrm.Sdk" publish_server
  step plugins artifacts/plugins "$shared_inputs plugins sdk/SocialCrm.Sdk" publish_plugins
}

build_benchmarks() {
  build_published
  step benchmarks tests/Benchmarks/bin/Release/net10.0/SocialCrm.Benchmarks.dll "$shared_inputs tests/Benchmarks tests/Chaos tests/RunningServer tests/Host.Tests/Polling tests/Host.Tests/Engagement sdk/SocialCrm.Sdk" \
    dotnet build "$root/tests/Benchmarks" -c Release -nologo
}

build_ui() { step admin-ui admin-ui/dist/index.html "admin-ui !admin-ui/src/api/schema.d.ts" make_ui; }

build_tool() { step "$1" "tools/$1/bin/Release/net10.0/$1.dll" "$shared_inputs tools/$1 sdk/SocialCrm.Sdk" dotnet build "$root/tools/$1" -c Release -nologo; }

publish_server() {
  rm -rf "$root/artifacts/server" "$root/artifacts/openapi.json"
  publish_compiled || { rm -rf "$root/artifacts/server"; dotnet publish "$root/host" -c Release -o "$root/artifacts/server" -nologo; }
  describe_api
}

# Compiled ahead for this machine: otherwise a third of the processor time of the first minutes is the runtime compiling. Where
# the compiler's package cannot be had, the server is as good once it is warm.
publish_compiled() {
  dotnet publish "$root/host" -c Release -o "$root/artifacts/server" -nologo --use-current-runtime --self-contained false \
    -p:PublishReadyToRun=true -p:RunAnalyzers=false
}

# The UI's client is made from what the server that was just built says of itself.
describe_api() {
  dotnet "$root/artifacts/server/SocialCrm.Host.dll" --write-openapi "$root/artifacts/openapi.json"
  cmp -s "$root/artifacts/openapi.json" "$root/admin-ui/openapi.json" || cp "$root/artifacts/openapi.json" "$root/admin-ui/openapi.json"
}

publish_plugins() {
  rm -rf "$root/artifacts/plugins"
  dotnet build "$root/plugins/Plugins.proj" -t:PublishAll -c Release -nologo
}

make_ui() {
  (cd "$root/admin-ui" && npm_install && npm run generate && npm run build)
}

npm_install() {
  local lock
  lock=$(sha256sum package-lock.json package.json | sha256sum)
  [ "$(cat node_modules/.installed-lock 2>/dev/null)" = "$lock" ] && return 0
  npm ci --no-audit --no-fund --loglevel=error && echo "$lock" >node_modules/.installed-lock
}
