#!/bin/sh
# Compiles the number modules as Embedded Swift for WebAssembly and runs a smoke program in Node, if there is one.
#
#   Scripts/build-wasm.sh [output folder]        default .build/wasm
#
# Needs the stock Swift toolchain (it has the target and wasm-ld) and Debian's wasi-libc for malloc and libm.
# swift-numerics is taken from NUMERICS, or else from a `swift package resolve`d checkout.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
out=${1:-$root/.build/wasm}
numerics=${NUMERICS:-$root/.build/checkouts/swift-numerics}
sysroot_headers=/usr/include/wasm32-wasi
sysroot_libraries=/usr/lib/wasm32-wasi

# Our modules in the order of their dependencies. A module that is not there yet is passed over.
modules="UnknotDynamics UnknotInference UnknotPhysiology"

if [ ! -f "$sysroot_libraries/libc.a" ]; then
    if [ "$(id -u)" -ne 0 ]; then
        echo "build-wasm: wasi-libc is missing. Install it: sudo apt-get install wasi-libc" >&2
        exit 1
    fi
    (apt-get -qq install -y wasi-libc || { apt-get -qq update && apt-get -qq install -y wasi-libc; }) >/dev/null 2>&1
    echo "build-wasm: installed wasi-libc with apt-get"
fi
[ -d "$numerics" ] || (cd "$root" && swift package resolve)
mkdir -p "$out"

compile() { # module, then sources
    module=$1
    shift
    swiftc -enable-experimental-feature Embedded -target wasm32-unknown-none-wasm -wmo -Osize -parse-as-library \
        $language -module-name "$module" -module-cache-path "$out/cache" \
        -I "$out" -I "$numerics/Sources/_NumericsShims/include" -Xcc -isystem -Xcc "$sysroot_headers" \
        -Xcc -fno-stack-protector -Xfrontend -disable-stack-protector \
        -emit-module -emit-module-path "$out/$module.swiftmodule" -c "$@" -o "$out/$module.o"
}

language=""
compile RealModule "$numerics"/Sources/RealModule/*.swift
objects=$out/RealModule.o

# The settings of Package.swift, which swift-numerics is not written for.
language="-swift-version 6 -strict-memory-safety -warnings-as-errors"
for feature in ExistentialAny InternalImportsByDefault MemberImportVisibility InferIsolatedConformances \
    ImmutableWeakCaptures NonisolatedNonsendingByDefault; do
    language="$language -enable-upcoming-feature $feature"
done
for module in $modules; do
    [ -n "$(find "$root/Sources/$module" -name '*.swift' 2>/dev/null)" ] || continue
    echo "build-wasm: $module"
    # Names in this repository have no spaces, so the list may be split on them.
    compile "$module" $(find "$root/Sources/$module" -name '*.swift' | sort)
    objects="$objects $out/$module.o"
done

cat >"$out/Smoke.swift" <<'SWIFT'
import UnknotDynamics
import UnknotInference
import UnknotPhysiology

// A scenario is handed over number by number, run, and its end is read number by number.
nonisolated(unsafe) var numbers = [Double](repeating: 0, count: 14)
nonisolated(unsafe) var inputs = KnotInputs()
nonisolated(unsafe) var segments: [KnotSegment] = []

@_expose(wasm, "knot_state") @_cdecl("knot_state")
public func knotState(_ index: Int32, _ value: Double) { numbers[Int(index)] = value }

@_expose(wasm, "knot_input") @_cdecl("knot_input")
public func knotInput(_ index: Int32, _ value: Double) {
    if let input = KnotInput(rawValue: Int(index)) { inputs[input] = value }
}

/// Ends a segment; the next one starts from the usual inputs.
@_expose(wasm, "knot_segment") @_cdecl("knot_segment")
public func knotSegment(_ seconds: Double) {
    segments.append(KnotSegment(seconds: seconds, inputs))
    inputs = KnotInputs()
}

/// Returns the number of steps, or a negative number after a failure.
@_expose(wasm, "knot_run") @_cdecl("knot_run")
public func knotRun(_ tolerance: Double) -> Int32 {
    guard let initial = KnotState(numbers) else { return -1 }
    do throws(SolverFailure) {
        let scenario = KnotScenario(initial: initial, segments: segments)
        let run = try KnotModel().simulate(scenario, SolverSettings(relative: tolerance))
        numbers = run.samples[run.samples.count - 1].state.values
        return Int32(run.statistics.steps)
    } catch { return -2 }
}

@_expose(wasm, "knot_end") @_cdecl("knot_end")
public func knotEnd(_ index: Int32) -> Double { numbers[Int(index)] }

/// Two causes of one present finding: the probability of the first; smoke.mjs knows the answer by hand.
@_expose(wasm, "smoke") @_cdecl("smoke")
public func smoke() -> Double {
    let finding = NoisyOrNetwork.Finding(
        leak: 0.05, links: [.init(hypothesis: 0, strength: 0.8), .init(hypothesis: 1, strength: 0.5)])
    do throws(NetworkError) {
        let network = try NoisyOrNetwork(priors: [0.1, 0.2], findings: [finding], groups: [[0, 1]])
        var evidence = Evidence(for: network)
        evidence[finding: 0] = .present
        do throws(InferenceError) {
            return try network.posterior(given: evidence).marginals[0]
        } catch { return -2 }
    } catch { return -1 }
}
SWIFT
# The smoke program keeps its scenario in globals, which strict memory safety would flag; it is single-threaded.
language="-swift-version 6 -warnings-as-errors"
compile Smoke "$out/Smoke.swift"
wasm-ld --no-entry --gc-sections --strip-all --export=smoke --export=knot_state --export=knot_input \
    --export=knot_segment --export=knot_run --export=knot_end $objects "$out/Smoke.o" \
    "$sysroot_libraries/libc.a" "$sysroot_libraries/libm.a" -o "$out/smoke.wasm"
echo "build-wasm: $out/smoke.wasm, $(wc -c <"$out/smoke.wasm") bytes"

if ! command -v node >/dev/null; then
    echo "build-wasm: no node here, so the program was linked but not run"
    exit 0
fi
cat >"$out/smoke.mjs" <<'JS'
import { readFileSync } from "node:fs";
const module = await WebAssembly.compile(readFileSync(process.argv[2]));
// wasi-libc asks for a few system calls that a pure computation never makes.
const imports = {};
for (const { module: space, name } of WebAssembly.Module.imports(module)) {
    (imports[space] ??= {})[name] = () => { throw new Error(`unexpected call of ${space}.${name}`); };
}
const { exports } = await WebAssembly.instantiate(module, imports);
const on = (first, second) => 1 - 0.95 * (first ? 0.2 : 1) * (second ? 0.5 : 1);
const withFirst = 0.1 * (0.8 * on(true, false) + 0.2 * on(true, true));
const withoutFirst = 0.9 * (0.8 * on(false, false) + 0.2 * on(false, true));
const expected = withFirst / (withFirst + withoutFirst);
const found = exports.smoke();
console.log(`build-wasm: P = ${found}, expected ${expected}`);
if (!(Math.abs(found - expected) < 1e-12)) process.exit(1);

// The reference scenario "doms", and the largest distance of its end from the reference as a share of a state's range.
const names = ["load", "static", "damage", "overstretch", "stress", "sleeploss", "hydration", "dT", "press", "cover", "dyn",
    "stretch"];
const scenario = JSON.parse(readFileSync(process.argv[3] + "/doms.json", "utf8"));
const rows = readFileSync(process.argv[3] + "/doms.csv", "utf8").trim().split(/\r?\n/).slice(1)
    .map((line) => line.split(",").slice(1, 15).map(Number));
scenario.initial.forEach((value, index) => exports.knot_state(index, value));
for (const segment of scenario.segments) {
    for (const [name, value] of Object.entries(segment.inputs)) exports.knot_input(names.indexOf(name), value);
    exports.knot_segment(segment.seconds);
}
const start = performance.now();
const steps = exports.knot_run(1e-9);
const spent = performance.now() - start;
const range = (index) => Math.max(...rows.map((row) => row[index])) - Math.min(...rows.map((row) => row[index]));
const worst = Math.max(...rows.at(-1).map((exact, index) =>
    range(index) > 0 ? Math.abs(exports.knot_end(index) - exact) / range(index) : 0));
console.log(`build-wasm: doms in ${steps} steps and ${spent.toFixed(1)} ms, end within ${worst.toExponential(1)} of the reference`);
process.exit(steps > 0 && worst < 1e-9 ? 0 : 1);
JS
node "$out/smoke.mjs" "$out/smoke.wasm" "$root/Tests/Reference"
