# Sourced by scripts that need a running server.

# Starts a program on a port with an empty data folder, waits until it is ready, sets server_url, and stops it when the
# calling script ends: with_server PATH/TO/unknot PORT
with_server() {
    local program=$1 port=$2
    server_url="http://127.0.0.1:$port"
    server_data=$(mktemp -d)
    "$program" serve --host 127.0.0.1 --port "$port" --data "$server_data/store" >"$server_data/log" 2>&1 &
    server_process=$!
    trap 'kill "$server_process" 2>/dev/null || true; wait "$server_process" 2>/dev/null || true; rm -rf "$server_data"' \
        EXIT INT TERM
    local tries=0
    until python3 -c "import urllib.request; urllib.request.urlopen('$server_url/ready', timeout=1)" 2>/dev/null; do
        tries=$((tries + 1))
        if [ "$tries" -gt 50 ] || ! kill -0 "$server_process" 2>/dev/null; then
            echo "The server did not become ready:" >&2
            cat "$server_data/log" >&2
            exit 1
        fi
        sleep 0.2
    done
}
