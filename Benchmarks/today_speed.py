"""How fast Today and the record open for somebody with 20 years of 10 entries a day, at the server.

Usage: today_speed.py PATH/TO/unknot PORT

Fills a journal with 73,000 entries through the program's own import, serves it, and times whole answers over loopback.
"""

import datetime
import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

YEARS, A_DAY, RUNS = 20, 10, 40
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


def measure(address):
    times = []
    for _ in range(RUNS + 3):
        request = urllib.request.Request(address, headers={"Cookie": "unknot_zone=Europe/Berlin"})
        start = time.perf_counter()
        with urllib.request.urlopen(request) as answer:
            size = len(answer.read())
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times[3:]), size


def main():
    program, port = sys.argv[1], sys.argv[2]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "data"
        data.mkdir(mode=0o700)
        store = f"sqlite:{data}/unknot.sqlite"
        start = time.perf_counter()
        filling = subprocess.run(
            [program, "journal", "add", "--lines", "--store", store],
            input="\n".join(archive()) + "\n", text=True, stdout=subprocess.PIPE, check=True,
        )
        count = filling.stdout.count("\n")
        print(f"{count} entries written in {time.perf_counter() - start:.1f} s, each acknowledged")
        server = subprocess.Popen(
            [program, "serve", "--port", port, "--data", str(data)], stdout=subprocess.DEVNULL)
        try:
            wait_until_ready(address)
            for page in PAGES:
                times, size = measure(address + page)
                median, late = statistics.median(times), times[int(len(times) * 0.99) - 1]
                verdict = f" (at most {LIMIT} ms: {'met' if late < LIMIT else 'MISSED'})" if "today" in page else ""
                print(f"  {page:34} median {median:6.1f} ms  p99 {late:6.1f} ms  {size / 1000:6.0f} KB{verdict}")
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
