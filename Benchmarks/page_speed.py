"""How fast the first page appears: largest contentful paint, layout shift and weight, as Chromium measures them.

Usage: page_speed.py ADDRESS
"""

import statistics
import sys

from playwright.sync_api import sync_playwright

RUNS = 7
SLOWDOWN = 4

# Installed before the page loads; the values are read when it has settled.
OBSERVE = """
window.measured = { paint: 0, element: "", shift: 0 };
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) {
    window.measured.paint = entry.startTime;
    window.measured.element = entry.element ? entry.element.tagName.toLowerCase() : "";
  }
}).observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.measured.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


def measure(browser, address, width, height):
    """One visit by somebody who was never here before, on a slowed processor."""
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=1)
    page = context.new_page()
    page.add_init_script(OBSERVE)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    session.send("Network.enable")
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1500)
    measured = page.evaluate("window.measured")
    context.close()
    return measured, sum(sizes)


def main():
    address = sys.argv[1]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        print(f"First page, processor slowed {SLOWDOWN} times, {RUNS} visits with an empty cache")
        for name, width, height in [("phone", 390, 844), ("desk", 1280, 900)]:
            visits = [measure(browser, address, width, height) for _ in range(RUNS)]
            paints = [visit["paint"] for visit, _ in visits]
            shift = max(visit["shift"] for visit, _ in visits)
            element = visits[-1][0]["element"]
            weight = max(size for _, size in visits) / 1000
            print(
                f"  {name:6} largest contentful paint ({element}) median {statistics.median(paints):.0f} ms, "
                f"worst {max(paints):.0f} ms; layout shift {shift:.3f}; {weight:.0f} KB transferred"
            )
        browser.close()


if __name__ == "__main__":
    main()
