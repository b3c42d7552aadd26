"""Whole fair tests on a clock that the test sets: the number before the lot, and a verdict at the end."""

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

    def set(self, day, hour=20, minutes=0):
        self.day = day
        moment = START.replace(hour=hour) + datetime.timedelta(days=day, minutes=minutes)
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


@pytest.fixture
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
        if day == 55:
            desk.goto(address)
            # Every part of the page is as wide as the page.
            widths = desk.locator(".fair").evaluate(
                "fair => [fair, ...fair.querySelectorAll(':scope > section')].map(p => p.getBoundingClientRect().width)"
            )
            assert len(widths) > 2 and max(widths) - min(widths) < 1, widths
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


def rate(page, tenderness, button):
    """Gives a number of a session by hand."""
    page.locator("#fair-session label.chip", has=page.locator(f"input[name=tenderness][value='{tenderness}']")).click()
    follow(page, page.locator("#fair-session").get_by_role("button", name=button, exact=True))


def test_sessions_to_their_order(clocked, visit):
    phone, desk = visit(390), visit(1280)
    answer_everything(clocked)

    # Nothing chosen comes back with the reason; then two techniques beside quiet rest, and spare sessions, are drawn.
    phone.goto("/prevent/tests/new?stage=sessions")
    follow(phone, phone.get_by_role("button", name="Draw the sessions"))
    expect(phone.locator(".is-problem")).to_contain_text("one to three")
    look(phone, "sessions-new")
    techniques = phone.locator("label.chip", has=phone.locator("input[name=technique]"))
    names = [techniques.nth(index).inner_text().strip() for index in (0, 1)]
    for index in (0, 1):
        techniques.nth(index).click()
    follow(phone, phone.get_by_role("button", name="Draw the sessions"))
    address = phone.url.removeprefix(clocked.address)
    drawn = clocked.entries("fair_test")[0]
    assert (drawn["blocks"], drawn["spares"], len(drawn["schedule"])) == (6, 3, 27)

    # The number first, then the lot; a number after in the same minute is too early and costs nothing.
    arms = ["Quiet rest with slow breathing", *names]
    assert not any(f"{name}, for two minutes" in phone.content() for name in arms)
    rate(phone, 6, "Save and draw")
    expect(phone.locator(".fair-today")).to_contain_text(f"{arms[drawn['schedule'][0]]}, for two minutes")
    rate(phone, 3, "Save")
    expect(phone.locator(".is-problem")).to_contain_text("It is a little early")
    look(phone, "session-during")
    clocked.set(0, minutes=4)
    phone.locator("#fair-session label.chip", has_text="A bruise").click()
    rate(phone, 3, "Save")
    expect(phone.locator("#fair-session-heading")).to_have_text("Session 2 of 18: before")

    # One is left out, on the desk.
    desk.goto(address)
    look(desk, "session-before")
    rate(desk, 6, "Save and draw")
    look(desk, "session-skip", deep=False)
    follow(desk, desk.get_by_role("button", name="Leave it out"))
    expect(desk.locator("#fair-session-heading")).to_have_text("Session 3 of 18: before")

    # The rest in half an hour each; one of them takes three weeks and does not count. Nothing is said before the end.
    minute = 10
    for _ in range(30):
        _, page = clocked.ask(address)
        found = re.search(r'name="number" value="(\d+)"', page)
        if not found:
            break
        number = int(found[1])
        assert "95 %" not in page and "Best so far" not in page
        clocked.ask(f"{address}/session", {"number": number, "part": "before", "tenderness": 6})
        minute += 30 * 24 if number == 9 else 5
        clocked.set(0, minutes=minute)
        after = 2 if drawn["schedule"][number - 1] == 2 else 5
        clocked.ask(f"{address}/session", {"number": number, "part": "after", "tenderness": after})
        if number == 9:
            phone.goto(address)
            expect(phone.locator(".fair-today h2")).to_have_text("That session does not count")
            look(phone, "session-untimely", deep=False)
    held = [entry for entry in clocked.entries("fair_test_session") if "after" in entry]
    assert len(held) == 18 and sum(entry["number"] > 18 for entry in held) == 2
    for page in (phone, desk):
        page.goto(address)
        expect(page.locator(".fair-verdict")).to_have_text(f"Best so far: {names[1]}")
        expect(page.locator(".fair-result")).to_contain_text("95 % sure")
        look(page, "sessions-result", deep=page is phone)
    desk.goto(f"{address}/sheet")
    expect(desk.locator(".fair-sheet")).to_contain_text("18 of 18 planned, 2 of them spare ones")
    expect(desk.locator(".fair-sheet")).to_contain_text("A bruise")
    look(desk, "sessions-sheet", deep=False)
