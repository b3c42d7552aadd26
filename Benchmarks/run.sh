#!/usr/bin/env bash
# Builds and runs the benchmarks: speed of the locator, and against quickscore in NumPy in the same run.
set -euo pipefail
cd "$(dirname "$0")/.."
swift build --package-path Benchmarks -c release
program="$(swift build --package-path Benchmarks -c release --show-bin-path)/UnknotBenchmarks"
"$program" Tests/Cases/development.jsonl .venv/bin/python Benchmarks/numpy_quickscore.py

echo
echo "One case from the command line, process start included, milliseconds (10 runs)"
swift build -c release --product unknot
unknot="$(swift build -c release --show-bin-path)/unknot"
head -n 1 Tests/Cases/development.jsonl | .venv/bin/python -c '
import json, statistics, subprocess, sys, time
case = json.loads(sys.stdin.readline())
intake = json.dumps({key: value for key, value in case.items() if key not in ("expected", "source", "tier")})
times = []
for _ in range(11):
    start = time.perf_counter()
    subprocess.run([sys.argv[1], "locate", "--json", "-"], input=intake, text=True, check=True, capture_output=True)
    times.append((time.perf_counter() - start) * 1000)
times = sorted(times[1:])
print(f"  median {statistics.median(times):.0f}  worst {times[-1]:.0f}")
' "$unknot"

echo
. Scripts/with-server.sh
with_server "$unknot" "${UNKNOT_TEST_PORT:-8487}"
.venv/bin/python Benchmarks/page_speed.py "$server_url/"

echo
.venv/bin/python Benchmarks/partner_stop.py "$server_url"

echo
echo "Today with 20 years of 10 entries a day"
.venv/bin/python Benchmarks/today_speed.py "$unknot" "${UNKNOT_TODAY_PORT:-8488}"

echo
swift build --package-path Benchmarks -c release --product FairTestBenchmarks
"$(swift build --package-path Benchmarks -c release --show-bin-path)/FairTestBenchmarks" .venv/bin/python Benchmarks/fair_test_numpy.py

echo
echo "The knot model beside CVODE and SciPy"
swift build --package-path Benchmarks -c release --product KnotBenchmarks
knots="$(swift build --package-path Benchmarks -c release --show-bin-path)/KnotBenchmarks"
"$knots" Tests/Reference/release.json Tests/Reference/release.csv /usr/bin/python3 Benchmarks/knot_scipy.py

echo
Benchmarks/journal_load.sh "${UNKNOT_LOAD_SECONDS:-10}" "$unknot"
