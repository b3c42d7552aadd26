#!/usr/bin/env bash
# Runs the browser tests against a built program: Tests/Browser/run.sh PATH/TO/unknot [pytest options]
set -euo pipefail

program=${1:?usage: Tests/Browser/run.sh PATH/TO/unknot [pytest options]}
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
"$root/Scripts/install-dependencies.sh" browser

. "$root/Scripts/with-server.sh"
with_server "$program" "${UNKNOT_TEST_PORT:-8487}"
UNKNOT_TEST_URL="$server_url" UNKNOT_TEST_PROGRAM="$(realpath "$program")" "$root/.venv/bin/python" -m pytest -q -n 3 --maxschedchunk=1 -p no:cacheprovider "$here" "$@"
