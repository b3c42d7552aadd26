# Everything a newcomer needs: `make run` serves, `make test` checks. Both install what is missing.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

HOST ?= 127.0.0.1
PORT ?= 8080
DATA ?= $(or $(XDG_DATA_HOME),$(HOME)/.local/share)/unknot
SWIFT_BUILD_FLAGS ?=
# Tests need no debugger; without what it reads they are built sooner.
TEST_FLAGS ?= -debug-info-format none $(SWIFT_BUILD_FLAGS)
# The engine is optimised in debug builds too, for the tests' sake (Package.swift).
export UNKNOT_OPTIMISED_ENGINE := 1

.PHONY: help run build test test-engine test-wasm test-browser soak bench format lint clean

help: ## says what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: ## builds and serves the page on http://127.0.0.1:8080
	@Scripts/install-dependencies.sh swift
	@swift build -c release --product unknot $(SWIFT_BUILD_FLAGS)
	@exec "$$(swift build -c release --show-bin-path)/unknot" serve --host $(HOST) --port $(PORT) --data "$(DATA)"

build: ## builds the program in release mode
	@Scripts/install-dependencies.sh swift
	swift build -c release --product unknot $(SWIFT_BUILD_FLAGS)

test: lint test-engine test-wasm test-browser ## runs every suite, at reduced counts

test-engine:
	@Scripts/install-dependencies.sh swift databases
	swift build --build-tests $(TEST_FLAGS)
	swift test --skip-build --parallel $(TEST_FLAGS)

test-wasm:
	Scripts/build-wasm.sh

test-browser:
	Tests/Browser/run.sh "$$(swift build --show-bin-path)/unknot"

soak: ## runs the suites at full counts, optimised, and prints the figures
	@Scripts/install-dependencies.sh swift databases
	UNKNOT_SOAK=1 swift test -c release --scratch-path .build/soak -Xswiftc -enable-testing
	swift build -c release --product unknot $(SWIFT_BUILD_FLAGS)
	UNKNOT_ALL_LOOKS=1 Tests/Browser/run.sh "$$(swift build -c release --show-bin-path)/unknot"
	"$$(swift build -c release --show-bin-path)/unknot" evaluate Tests/Cases/development.jsonl --calibration 10000
	"$$(swift build -c release --show-bin-path)/unknot" evaluate --fair-tests --runs 10000
	"$$(swift build -c release --show-bin-path)/unknot" evaluate --forecasts --runs 200

bench: ## measures speed, against named peers in the same run
	@Scripts/install-dependencies.sh swift python solvers browser
	Benchmarks/run.sh

format: ## formats the sources
	swift format --in-place --recursive --parallel Sources Tests Plugins Package.swift Benchmarks/Sources Benchmarks/Package.swift

lint: ## checks the format
	@Scripts/install-dependencies.sh swift
	swift format lint --strict --recursive --parallel Sources Tests Plugins Package.swift Benchmarks/Sources Benchmarks/Package.swift

clean: ## removes what builds and tests made
	rm -rf .build .venv Tests/Output Benchmarks/.build
