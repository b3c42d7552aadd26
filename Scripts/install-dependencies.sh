#!/usr/bin/env bash
# Installs what the named parts need and says so in one line; where it may not install, says what to run.
# Usage: install-dependencies.sh PART…   parts: swift, databases (for tests), python and solvers (for benchmarks), browser (for tests and benchmarks of
# pages), load (for the benchmark of the journal)
set -euo pipefail
cd "$(dirname "$0")/.."

need_swift="6.2"

install_packages() {
    local missing=()
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "install ok installed" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    if ! command -v apt-get >/dev/null; then
        echo "Missing: ${missing[*]}. Install them with your system's package manager." >&2
        exit 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        echo "Missing: ${missing[*]}. Run: sudo apt-get install --yes ${missing[*]}" >&2
        exit 1
    fi
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}" >/dev/null 2>&1
    echo "Installed ${missing[*]} with apt-get."
}

check_swift() {
    if ! command -v swift >/dev/null; then
        echo "Swift is missing. Install Swift $need_swift or newer (https://www.swift.org/install), then try again." >&2
        exit 1
    fi
    local found
    found=$(swift --version 2>/dev/null | grep -oE 'Swift version [0-9]+\.[0-9]+' | grep -oE '[0-9]+\.[0-9]+' | head -n 1)
    if [ "$(printf '%s\n%s\n' "$need_swift" "$found" | sort -V | head -n 1)" != "$need_swift" ]; then
        echo "Swift $found is too old; $need_swift or newer is needed." >&2
        exit 1
    fi
}

# A virtual environment of the project with the given Python packages.
python_packages() {
    local missing=()
    command -v python3 >/dev/null || install_packages python3 python3-venv
    if [ ! -x .venv/bin/python ]; then
        python3 -m venv .venv 2>/dev/null || { install_packages python3-venv; python3 -m venv .venv; }
    fi
    for package in "$@"; do
        .venv/bin/python -m pip show --quiet "${package%%[=<>]*}" >/dev/null 2>&1 || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "${missing[@]}"
    echo "Installed ${missing[*]} in .venv."
}

for part in "$@"; do
    case "$part" in
    swift)
        check_swift
        # Compression of pages, QR codes, and the two databases: their headers are packages of their own.
        [ "$(uname)" = Darwin ] || install_packages zlib1g-dev libqrencode-dev libsqlite3-dev libpq-dev
        ;;
    databases)
        # Tests start a PostgreSQL of their own; the server that the package may start is not used.
        ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || install_packages postgresql
        ;;
    python) python_packages "numpy>=1.26,<3" ;;
    load) install_packages wrk curl ;;
    solvers) install_packages libsundials-dev python3-scipy ;;
    browser)
        command -v chromium >/dev/null || install_packages chromium
        python_packages "axe-playwright-python>=0.1.4,<1" "icalendar>=6,<8" "jsonschema>=4,<5" "playwright>=1.49,<2" "pytest>=8,<10" \
            "pytest-xdist>=3,<4" "pyyaml>=6,<7"
        ;;
    *)
        echo "Unknown part: $part" >&2
        exit 2
        ;;
    esac
done
