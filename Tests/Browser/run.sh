#!/bin/sh
# Runs the browser tests against a built program: Tests/Browser/run.sh PATH/TO/unknot
# Installs what is missing (Chromium from Debian, Playwright and pytest into a local virtual environment) and says so.
set -eu

program=${1:?usage: Tests/Browser/run.sh PATH/TO/unknot}
here=$(cd "$(dirname "$0")" && pwd)
environment="$here/.venv"
port=${UNKNOT_TEST_PORT:-8487}

if ! command -v chromium >/dev/null 2>&1; then
    if [ "$(id -u)" -ne 0 ]; then
        echo "Chromium is missing. Install it: sudo apt-get install chromium" >&2
        exit 1
    fi
    (apt-get -qq install -y chromium || { apt-get -qq update && apt-get -qq install -y chromium; }) >/dev/null 2>&1
    echo "Installed: chromium (Debian package)"
fi
if ! "$environment/bin/python" -c "import jsonschema, playwright, pytest, yaml" >/dev/null 2>&1; then
    if ! python3 -m venv "$environment" >/dev/null 2>&1; then
        echo "Python's venv is missing. Install it: sudo apt-get install python3-venv" >&2
        exit 1
    fi
    "$environment/bin/pip" install --quiet --disable-pip-version-check "jsonschema>=4,<5" "playwright>=1.49,<2" "pytest>=8,<10" "pyyaml>=6,<7"
    echo "Installed: jsonschema, playwright, pytest, pyyaml (Python packages in Tests/Browser/.venv)"
fi

data=$(mktemp -d)
log="$data/server.log"
"$program" serve --host 127.0.0.1 --port "$port" --data "$data/store" >"$log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$data"' EXIT INT TERM

tries=0
until python3 -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:$port/ready', timeout=1)" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 50 ] || ! kill -0 "$server" 2>/dev/null; then
        echo "The server did not become ready:" >&2
        cat "$log" >&2
        exit 1
    fi
    sleep 0.2
done

UNKNOT_TEST_URL="http://127.0.0.1:$port" "$environment/bin/python" -m pytest -q -p no:cacheprovider "$here"
