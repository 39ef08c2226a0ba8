# What test.sh is made of. Sourced; counts into $passed and $failed.

# PostgreSQL's own programs and a browser; on Debian they are installed where they are missing.
install_test_tools() {
  local missing=() tool
  has_initdb || missing+=(postgresql)
  command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
  # The examples of docs/api.md use what their readers have.
  for tool in curl jq openssl; do command -v $tool >/dev/null || missing+=("$tool"); done
  has_faketime || missing+=(faketime)
  [ -n "$(fc-list 2>/dev/null | grep -i 'noto.*arabic')" ] || missing+=(fontconfig fonts-noto-core fonts-noto-color-emoji)
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

# For the chaos matrix alone.
install_chaos_tools() {
  local missing=()
  has_initdb || missing+=(postgresql)
  has_faketime || missing+=(faketime)
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

has_initdb() { ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null; }

# With it a node's clock is set wrong.
has_faketime() { ls /usr/lib/*-linux-gnu/faketime/libfaketimeMT.so.1 >/dev/null 2>&1; }

install_packages() {
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing $* …" >&2
    mkdir -p "$root/artifacts"
    # The tests start a cluster of their own: the package must not start the system's.
    mkdir -p /etc/postgresql-common && { [ -f /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf; }
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends -o Dpkg::Options::=--force-confold "$@"; } >"$root/artifacts/apt.log" 2>&1 \
      || { tail -20 "$root/artifacts/apt.log" >&2; exit 1; }
  else
    echo "What is needed here and missing: $*. Install it and try again." >&2; exit 1
  fi
}

build_tests() {
  step tests artifacts/.tests-built "$shared_inputs host sdk plugins tests tools SocialCrmServer.sln" build_solution
}

build_solution() { dotnet build "$root/SocialCrmServer.sln" -c Release -nologo && touch "$root/artifacts/.tests-built"; }

ui_run() { (cd "$root/admin-ui" && npm_install && npm run --silent "$1"); }

check() {
  local name=$1 log; shift
  log="$root/artifacts/check.log"
  if "$@" >"$log" 2>&1; then echo "✓ $name"; passed=$((passed + 1)); else echo "✗ $name"; tail -60 "$log"; failed=$((failed + 1)); fi
}

run_vitest() {
  local report="$root/artifacts/vitest.json" counts
  rm -f "$report"
  (cd "$root/admin-ui" && npm_install && npx --no-install vitest run --reporter=default --reporter=json --outputFile.json="$report") || true
  counts=$(node -e 'try{const r=require(process.argv[1]);console.log(r.numPassedTests,r.numFailedTests+r.numFailedTestSuites)}catch{console.log(0,1)}' "$report")
  count "UI: unit tests" $counts
}

run_tests() {
  local project=$1 filter=$2 name report counts bad exit=0
  name=$(basename "$project")
  report="$root/artifacts/test-results/$name.trx"
  rm -f "$report"
  local arguments=(--results-directory "$root/artifacts/test-results" --report-xunit-trx --report-xunit-trx-filename "$name.trx" --no-progress --no-ansi)
  [ -n "$filter" ] && arguments+=(--filter-method "*$filter*" --ignore-exit-code 8)
  dotnet "$project/bin/Release/net10.0/$(assembly "$project").dll" "${arguments[@]}" || exit=$?
  counts=$(grep -o '<Counters [^>]*>' "$report" 2>/dev/null | sed -E 's/.* passed="([0-9]+)".*/\1/' || true)
  bad=$(grep -o '<Counters [^>]*>' "$report" 2>/dev/null | sed -E 's/.* failed="([0-9]+)".*/\1/' || true)
  # No report: nothing matched the filter, or the test program itself fell over.
  count "$name" "${counts:-0}" "${bad:-$((exit != 0))}"
}

# The name a project builds under: said in it, else the project file's own.
assembly() { sed -n 's:.*<AssemblyName>\(.*\)</AssemblyName>.*:\1:p' "$1"/*.csproj | head -1 | grep . || basename "$1"/*.csproj .csproj; }

count() { passed=$((passed + $2)); failed=$((failed + $3)); echo "  $1: $2 passed, $3 failed"; }
