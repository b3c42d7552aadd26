#!/usr/bin/env bash
# Starts a PostgreSQL of its own for tests: in a temporary folder, reached through a socket only, gone afterwards.
# Prints its URL once it is ready, and then obeys one word a line on standard input, answering with "done":
#   stop     as an operator would, cutting all connections      kill     SIGKILL to the first process, as in a crash
#   start    again, with the same data, recovering if need be
# It ends, and takes everything along, when standard input ends or the process that started it is gone.
set -euo pipefail

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -x "$bin/initdb" ] || bin=$(pg_config --bindir 2>/dev/null || true)
if [ ! -x "$bin/initdb" ]; then
    echo "PostgreSQL is not installed. Install the package postgresql: sudo apt-get install postgresql" >&2
    exit 3
fi

folder=$(mktemp -d /tmp/unknot-postgres-XXXXXX)
parent=$PPID
server=
as=()
if [ "$(id -u)" -eq 0 ]; then
    # PostgreSQL refuses to run as root.
    user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    chown "$user" "$folder"
    as=(setpriv "--reuid=$user" "--regid=$(id -g "$user")" --clear-groups)
fi

cleanup() {
    trap - EXIT
    if [ -n "$server" ]; then
        kill -QUIT "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 1' HUP INT TERM

start() {
    # After a crash the workers of the dead server may live for another moment and keep the new one from starting.
    for _ in $(seq 100); do
        local dies=()
        # Should this script be killed, the server goes as well.
        command -v setpriv >/dev/null && dies=(setpriv --pdeathsig QUIT)
        [ ${#as[@]} -gt 0 ] && dies=("${as[@]}" --pdeathsig QUIT)
        ${dies[@]+"${dies[@]}"} "$bin/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=300 \
            >>"$folder/log" 2>&1 </dev/null &
        server=$!
        while kill -0 "$server" 2>/dev/null; do
            if "$bin/pg_isready" -q -h "$folder" -U unknot -d postgres; then return; fi
            sleep 0.05
        done
        wait "$server" 2>/dev/null || true
        sleep 0.1
    done
    cat "$folder/log" >&2
    exit 4
}

finish() {
    kill "-$1" "$server"
    wait "$server" 2>/dev/null || true
    server=
}

cd "$folder"
${as[@]+"${as[@]}"} "$bin/initdb" -D "$folder/data" -U unknot --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync \
    >"$folder/log" 2>&1 </dev/null || { cat "$folder/log" >&2; exit 4; }
start
echo "postgres:///postgres?host=$folder&user=unknot"

while ps -p "$parent" >/dev/null; do
    code=0
    read -r -t 1 word || code=$?
    if [ "$code" -gt 128 ]; then continue; fi
    if [ "$code" -ne 0 ]; then exit 0; fi
    case "$word" in
    stop) finish INT ;;
    kill) finish KILL ;;
    start) start ;;
    *) exit 2 ;;
    esac
    echo "done"
done
