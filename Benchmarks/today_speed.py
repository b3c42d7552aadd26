"""How fast Today and the record open for somebody with 20 years of 10 entries a day, at the server.

Usage: today_speed.py PATH/TO/unknot PORT

Fills a journal with 73,000 entries in one go of `unknot journal add --lines`, serves it, and times whole answers over
loopback: on SQLite, then on a private PostgreSQL. Beside the time on the clock stands that of the processors, which other
programs on the machine do not lengthen. Ends with 1 when Today takes too long.
"""

import contextlib
import datetime
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

YEARS, RUNS = 20, 20
LIMIT = 100
PAGES = ["/today", "/today?days=30&show=pain_now", "/today?days=90&show=pain_now", "/record", "/record/map", "/record/knots"]
KINDS = {
    "pain": lambda dice: {"now": dice.randint(0, 10), "average": dice.randint(0, 10), "worst": dice.randint(0, 10)},
    "sleep": lambda dice: {"hours": dice.randint(4, 9), "quality": dice.randint(0, 10)},
    "stress": lambda dice: {"level": dice.randint(0, 10)},
    "water": lambda dice: {"litres": dice.randint(1, 6) / 2},
    "sitting": lambda dice: {"hours": dice.randint(1, 12)},
    "treatment": lambda dice: {"what": dice.choice(["heat", "massage", "medicine"])},
    "own": lambda dice: {"name": dice.choice(["socks", "typing"]), "value": dice.randint(0, 10)},
    "note": lambda dice: {"text": "a day like others " * dice.randint(1, 5)},
    "press": lambda dice: {
        "point": dice.choice(["gluteus_medius_tp1", "quadratus_lumborum_deep_upper"]),
        "side": dice.choice(["left", "right"]),
        "tenderness": dice.randint(0, 10),
    },
    "drawing": lambda dice: {
        "complete": True,
        "marks": [{"region": "paraspinal_l4_s1", "side": dice.choice(["left", "right"]), "intensity": dice.randint(1, 9)}],
    },
}


def archive():
    """One line an entry, up to an hour ago."""
    dice = random.Random(20)
    last = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) - datetime.timedelta(hours=1)
    for back in reversed(range(YEARS * 365)):
        for number, (kind, payload) in enumerate(KINDS.items()):
            at = last - datetime.timedelta(days=back, minutes=80 * number)
            yield json.dumps({"kind": kind, "at": at.isoformat(), "zone": "Europe/Berlin", "payload": payload(dice)})


def wait_until_ready(address):
    for _ in range(100):
        try:
            return urllib.request.urlopen(address + "/ready", timeout=1)
        except OSError:
            time.sleep(0.1)
    sys.exit("the server did not become ready")


def processor_time(server):
    """Milliseconds that a process has used so far."""
    fields = pathlib.Path(f"/proc/{server.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def measure(address, server):
    times = []
    for run in range(RUNS + 3):
        if run == 3:
            before = processor_time(server)
        request = urllib.request.Request(address, headers={"Cookie": "unknot_zone=Europe/Berlin"})
        start = time.perf_counter()
        with urllib.request.urlopen(request) as answer:
            size = len(answer.read())
        times.append((time.perf_counter() - start) * 1000)
    return times[3:], (processor_time(server) - before) / RUNS, size


def measure_store(program, port, name, store, data):
    """Fills a store, serves it and prints how long its pages take; gives whether Today was quick enough."""
    address = f"http://127.0.0.1:{port}"
    lines = "\n".join(archive()) + "\n"
    start = time.perf_counter()
    filling = subprocess.run(
        [program, "journal", "add", "--lines", "--store", store],
        input=lines, text=True, stdout=subprocess.PIPE, check=True,
    )
    print(f"{name}: {filling.stdout.count(chr(10))} entries in {time.perf_counter() - start:.1f} s, each acknowledged")
    server = subprocess.Popen(
        [program, "serve", "--port", port, "--store", store, "--data", str(data)], stdout=subprocess.DEVNULL)
    is_quick = True
    try:
        wait_until_ready(address)
        for page in PAGES:
            times, processor, size = measure(address + page, server)
            median, worst = statistics.median(times), max(times)
            verdict = ""
            if "today" in page:
                is_quick = is_quick and median < LIMIT
                verdict = f"  (at most {LIMIT} ms: {'met' if median < LIMIT else 'MISSED'})"
            print(f"  {page:34} p50 {median:6.1f} ms  worst {worst:6.1f} ms  processors {processor:6.1f} ms"
                  f"  {size / 1000:4.0f} KB{verdict}", flush=True)
    finally:
        server.terminate()
        server.wait()
    return is_quick


@contextlib.contextmanager
def private_postgres():
    """The address of a PostgreSQL that is gone afterwards."""
    script = pathlib.Path(__file__).resolve().parent.parent / "Scripts" / "private-postgres.sh"
    process = subprocess.Popen([script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.wait()


def main():
    program, port = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as folder, private_postgres() as postgres:
        data = pathlib.Path(folder) / "data"
        data.mkdir(mode=0o700)
        quick = [
            measure_store(program, port, "SQLite", f"sqlite:{data}/unknot.sqlite", data),
            measure_store(program, port, "PostgreSQL", postgres, data),
        ]
    sys.exit(0 if all(quick) else 1)


if __name__ == "__main__":
    main()
