"""A whole fair test over 61 days on a clock that the test sets: the number before the lot, and a verdict at the end."""

import contextlib
import datetime
import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import OUTPUT, follow
from plans import LOW_BACK_LEFT, plan

PROGRAM = os.environ.get("UNKNOT_TEST_PROGRAM")
START = datetime.datetime(2026, 6, 1, 20, 10, tzinfo=datetime.timezone.utc)
ZONE = "unknot_zone=UTC"


class Clocked:
    """A server of its own whose time stands in a file."""

    def __init__(self, folder, address):
        self.file, self.address = folder / "clock.txt", address
        self.day = 0
        self.set(0)

    def set(self, day, hour=20):
        self.day = day
        moment = START.replace(hour=hour) + datetime.timedelta(days=day)
        fresh = self.file.with_suffix(".new")
        fresh.write_text(moment.isoformat())
        fresh.replace(self.file)

    def ask(self, path, fields=None):
        """One request as a page of ours sends it, led on to where it leads."""
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        headers = {"Cookie": ZONE, "Sec-Fetch-Site": "same-origin"}
        request = urllib.request.Request(self.address + path, data=data, headers=headers)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.geturl().removeprefix(self.address), answer.read().decode()

    def entries(self, kind):
        request = urllib.request.Request(f"{self.address}/api/entries?kinds={kind}&limit=1000", headers={"Cookie": ZONE})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return [entry["payload"] for entry in json.load(answer)["entries"]]


@pytest.fixture(scope="module")
def clocked():
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = Clocked(pathlib.Path(name), f"http://127.0.0.1:{port}")
        log = stack.enter_context(open(f"{name}/log", "w+"))
        process = subprocess.Popen(
            [PROGRAM, "serve", "--host", "127.0.0.1", "--port", str(port), "--data", f"{name}/store"],
            env=os.environ | {"UNKNOT_CLOCK_FILE": str(server.file)},
            stdout=log,
            stderr=log,
        )
        try:
            for _ in range(100):
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(server.address + "/ready", timeout=1)
                    break
                time.sleep(0.1)
            assert "time comes from a file" in pathlib.Path(f"{name}/log").read_text()
            yield server
        finally:
            process.terminate()
            process.wait(10)


@pytest.fixture
def visit(clocked, browser):
    """Pages of that server, with scripts, on a phone in light and on a desk in dark."""
    with contextlib.ExitStack() as stack:

        def open_page(width):
            context = browser.new_context(
                viewport={"width": width, "height": 844 if width < 600 else 900},
                device_scale_factor=1,
                base_url=clocked.address,
                reduced_motion="reduce",
                timezone_id="UTC",
                color_scheme="light" if width < 600 else "dark",
            )
            stack.callback(context.close)
            return context.new_page()

        yield open_page


def look(page, name, deep=True):
    """A picture; nothing is too wide, too small or not accessible."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    width = page.viewport_size["width"]
    page.screenshot(path=OUTPUT / f"fair-{name}-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if not deep:
        return
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    found = Axe().run(page).response["violations"]
    assert [(f["id"], [n["target"] for n in f["nodes"][:3]]) for f in found] == []
    small = page.evaluate(
        """[...document.querySelectorAll("main button, main label.chip, main summary, main li > a")]
            .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])
            .filter(([, height]) => height > 0 && height < 44)"""
    )
    assert small == []


def answer_everything(server):
    """Tells a story, denies every danger sign and health question, and keeps the plan."""
    fields = plan(LOW_BACK_LEFT)
    for _ in range(10):
        path, page = server.ask("/release", fields)
        asked = re.findall(r'name="plan.answering" value="([^"]+)"', page)
        if not asked:
            break
        fields = [field for field in fields if field[0] != "plan.answering"] + [("plan.answering", asked[0])]
        fields += [("plan.asked", asked[0])]
    server.ask("/release/session", [field for field in fields if field[0] != "plan.answering"])


def test_a_fair_test_to_its_verdict(clocked, visit):
    phone, desk = visit(390), visit(1280)
    phone.goto("/prevent/tests/new")
    expect(phone.locator(".fair-card")).to_contain_text("First show where it hurts")
    answer_everything(clocked)

    # Laid out on the phone: all lots are drawn before the first day.
    phone.goto("/prevent/tests")
    look(phone, "list")
    follow(phone, phone.get_by_role("link", name="Test something by days"))
    look(phone, "new")
    phone.locator("label.chip", has_text="large glass of water").click()
    follow(phone, phone.get_by_role("button", name="Draw the days"))
    address = phone.url.removeprefix(clocked.address)
    drawn = clocked.entries("fair_test")[0]
    assert len(drawn["schedule"]) == 56 and len(drawn["random"]) == 512

    # Five days of numbers alone; the first by hand.
    phone.locator("#fair-day label.chip", has=phone.locator("input[name=rating][value='6']")).click()
    follow(phone, phone.locator("#fair-day").get_by_role("button", name="Save"))
    expect(phone.locator("body")).to_contain_text("Give your number on 4 more days")
    for day in range(1, 5):
        clocked.set(day)
        clocked.ask(f"{address}/log", {"rating": "5" if day % 2 else "6"})
    desk.goto(address)
    follow(desk, desk.get_by_role("button", name="Begin today"))
    shown = {1: "Today: with it", 0: "Today: as usual"}
    expect(desk.locator(".fair-today h2")).to_have_text(shown[drawn["schedule"][0]])
    look(desk, "today")

    # Each day: nothing of the lot before the number, the lot after it. Pain is lower after days with the routine.
    first = 4
    for day in range(1, 57):
        clocked.set(first + day)
        if day in (1, 4, 30, 55):
            _, before = clocked.ask(address)
            assert "Today: " not in before and "Your number for today" in before
        if day == 12:
            continue
        rating = (3 if drawn["schedule"][day - 1] else 6) + day % 2
        _, after = clocked.ask(f"{address}/log", {"rating": str(rating), "done": "yes" if drawn["schedule"][day - 1] else "no"})
        if day < 32:
            assert shown[drawn["schedule"][day]] in after
        if day == 13:
            phone.goto(address)
            expect(phone.locator(".fair-missed")).to_contain_text("too late to count")
            look(phone, "running", deep=False)
        if day == 24:
            phone.goto(address)
            expect(phone.locator(".fair-result h2")).to_have_text("The look after pair 3")
            look(phone, "look", deep=False)

    # The verdict, with interval and days, and the sheet with all lots.
    for page in (phone, desk):
        page.goto(address)
        expect(page.locator(".fair-verdict")).to_have_text("Likely helps by a point or more")
        expect(page.locator(".fair-result")).to_contain_text("95 % sure")
        expect(page.locator(".fair-result")).to_contain_text("55 of 56 days logged")
        look(page, "result", deep=page is phone)
    desk.goto(f"{address}/sheet")
    expect(desk.locator(".fair-sheet")).to_contain_text(drawn["random"])
    look(desk, "sheet")
    now = clocked.entries("fair_test")[0]
    assert (now["schedule"], now["random"]) == (drawn["schedule"], drawn["random"])
