#!/usr/bin/env bash
# Loads the journal's API from another process over loopback, on SQLite and on a private PostgreSQL, and prints rates,
# times and memory: Benchmarks/journal_load.sh [SECONDS] [PATH/TO/unknot]
#
# SECONDS (10) is the time of each of the two runs on each database: writes first, then reads of what was written. Run it
# with 300 to see whether memory stays flat. It ends with 1 when a figure misses its target.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-10}
program=${2:-}
connections=${UNKNOT_LOAD_CONNECTIONS:-16}
port=${UNKNOT_TEST_PORT:-8489}
# Targets: requests a second, and milliseconds.
least_reads=2000 least_writes=500 most_p99=50

Scripts/install-dependencies.sh swift databases load
if [ -z "$program" ]; then
    swift build -c release --product unknot >&2
    program="$(swift build -c release --show-bin-path)/unknot"
fi

folder=$(mktemp -d)
server= postgres=
finish() {
    trap - EXIT
    [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
    # It ends, and takes its data along, when nobody talks to it any more.
    [ -z "$postgres" ] || { exec 8>&- || true; wait "$postgres" 2>/dev/null || true; }
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 1' INT TERM
missed=0

resident() { awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$server/status"; }

start_server() {
    "$program" serve --port "$port" --store "$1" --data "$folder" >"$folder/log" 2>&1 &
    server=$!
    for _ in $(seq 100); do
        if curl --silent --fail --output /dev/null "http://127.0.0.1:$port/ready"; then return; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    echo "The server did not become ready:" >&2
    cat "$folder/log" >&2
    exit 1
}

stop_server() {
    kill "$server"
    wait "$server" || true
    server=
}

# load NAME SCRIPT LEAST-RATE
load() {
    local samples="$folder/memory"
    : >"$samples"
    (while sleep "$(awk "BEGIN {print $seconds / 8}")"; do resident >>"$samples" 2>/dev/null || exit 0; done) &
    local sampler=$! line rate p99 failed verdict=
    line=$(wrk --threads 2 --connections "$connections" --duration "${seconds}s" --script "Benchmarks/Load/$2" \
        "http://127.0.0.1:$port" | grep '^rate ')
    kill "$sampler" 2>/dev/null || true
    wait "$sampler" 2>/dev/null || true
    read -r _ rate _ _ _ p99 _ _ _ failed <<<"$line"
    if [ "$failed" != 0 ] || [ "$rate" -lt "$3" ] || awk "BEGIN {exit !($p99 > $most_p99)}"; then
        verdict="  MISSED (at least $3 a second, p99 at most $most_p99 ms, none failed)"
        missed=1
    fi
    echo "  $1: $(awk '{print $2 " a second, p50 " $4 " ms, p99 " $6 " ms, worst " $8 " ms, " $10 " failed"}' <<<"$line")$verdict"
    echo "    MiB in RAM over time: $(paste -sd' ' "$samples")"
}

measure() {
    echo "$1"
    start_server "$2"
    echo "  MiB in RAM at rest: $(resident)"
    load writes add_entries.lua "$least_writes"
    load reads read_entries.lua "$least_reads"
    local written
    written=$("$program" journal stats --store "$2" --json | sed 's/.*"written":\([0-9]*\).*/\1/')
    echo "  entries afterwards: $written"
    stop_server
}

echo "The journal under load, $connections connections, $seconds s each, $(nproc) cores"
measure "SQLite" "sqlite:$folder/unknot.sqlite"

mkfifo "$folder/talk"
Scripts/private-postgres.sh <"$folder/talk" >"$folder/address" &
postgres=$!
exec 8>"$folder/talk"
for _ in $(seq 300); do
    [ ! -s "$folder/address" ] || break
    sleep 0.1
done
[ -s "$folder/address" ] || { echo "PostgreSQL did not start." >&2; exit 1; }
measure "PostgreSQL" "$(head -n 1 "$folder/address")"
exit "$missed"
