"""How long "Stop" takes from a finger on one phone to the screen of the other, both in Chromium on this machine.

Usage: partner_stop.py ADDRESS [RUNS]. Fails when one takes longer than MOST milliseconds.
"""

import pathlib
import statistics
import sys

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests" / "Browser"))
from partner import open_both  # noqa: E402

MOST = 200
RUNS = 20

# Both pages are on one machine, so that the time since 1970 is the same for both; the second frame after the change has
# been painted.
NOTE_CLICK = """
document.addEventListener("click", () => {
  document.body.dataset.clicked = performance.timeOrigin + performance.now();
}, true);
"""
NOTE_SHOWN = """
const stop = document.querySelector("[data-stop]");
new MutationObserver(() => {
  if (stop.hidden) return;
  requestAnimationFrame(() => requestAnimationFrame(() => {
    document.body.dataset.shown = performance.timeOrigin + performance.now();
  }));
}).observe(stop, { attributes: true, attributeFilter: ["hidden"] });
"""


def main():
    address = sys.argv[1].rstrip("/")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        phones = [browser.new_context(base_url=address, viewport={"width": 390, "height": 844}) for _ in range(2)]
        own, others = (phone.new_page() for phone in phones)
        open_both(own, others)
        own.evaluate(NOTE_CLICK)
        others.evaluate(NOTE_SHOWN)
        times = []
        for _ in range(runs):
            others.evaluate("delete document.body.dataset.shown")
            own.evaluate("delete document.body.dataset.clicked")
            own.locator("button[data-word=stop]").click()
            shown = others.locator("body[data-shown]").get_attribute("data-shown")
            times.append(float(shown) - float(own.locator("body").get_attribute("data-clicked")))
            own.locator("button[data-word=resume]").click()
            others.locator("[data-stop]").wait_for(state="hidden")
            # As fast as words are taken, which a person is not.
            own.wait_for_timeout(600)
        browser.close()
    print(f"Stop from click to screen, {runs} runs: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms")
    if max(times) > MOST:
        sys.exit(f"Stop took longer than {MOST} ms.")


if __name__ == "__main__":
    main()
