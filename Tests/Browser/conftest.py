"""One browser for all tests; every context checks that nothing is asked of another origin."""

import contextlib
import os
import pathlib
import re

import pytest
from playwright.sync_api import sync_playwright

ADDRESS = os.environ.get("UNKNOT_TEST_URL", "http://127.0.0.1:8080")
OUTPUT = pathlib.Path(__file__).resolve().parents[1] / "Output"
# The full counts of `make soak`.
ALL_LOOKS = os.environ.get("UNKNOT_ALL_LOOKS") == "1"
# Pictures prove nothing by themselves, and each takes as long as the checks of a page: they are taken on request.
PICTURES = ALL_LOOKS or os.environ.get("UNKNOT_PICTURES") == "1"
# A line so slow that whoever asks a page before it is there gets no answer: shows tests that do not wait.
SLOW_LINE = os.environ.get("UNKNOT_SLOW_LINE") == "1"
# How a page can be looked at: width and colours.
LOOKS = [(390, "light"), (1280, "dark"), (390, "dark"), (1280, "light")]
# Whatever takes longest begins first, so that no worker is left with it at the end.
LONGEST = ["test_whole_path", "test_whole_way", "finger", "keyboard_alone", "touch_alone", "test_sharing", "to_a_plan"]


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: not any(name in item.nodeid for name in LONGEST))


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(params=[390, 1280], ids=["phone", "desk"])
def width(request):
    return request.param


# One look for each width, so that `make test` stays short; `make soak` sees both looks at both widths.
@pytest.fixture(params=["light", "dark"] if ALL_LOOKS else ["one"])
def scheme(request, width):
    return request.param if request.param != "one" else "light" if width < 600 else "dark"


def is_complaint(message):
    """An answer of 400 is meant; anything else that the browser calls an error is not."""
    return message.type == "error" and "status of 400" not in message.text


def slow_down(page):
    """Pages come in pieces, at 60 kB a second for each page."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    line = {"offline": False, "latency": 20, "downloadThroughput": 60_000, "uploadThroughput": 200_000}
    session.send("Network.emulateNetworkConditions", line)


def apart(page):
    """Sends the forms of the interview as if made for nobody's record, for tests that may say yes to a danger sign: all tests
    share one record, and a sign noted there stops the others. Only for these, since a page with a route has no cache."""

    def unmarked(route):
        body = route.request.post_data
        if body is None:
            route.continue_()
        else:
            kept = [part for part in body.split("&") if not part.startswith("record_person=")]
            route.continue_(post_data="&".join(kept))

    page.context.route(re.compile(r"/(questions|result|press)$"), unmarked)


@contextlib.contextmanager
def opened(browser, width, **options):
    """A page. Fails the test if anything outside our origin was asked for, a resource was blocked or a script failed."""
    context = browser.new_context(
        viewport={"width": width, "height": 844 if width < 600 else 900},
        has_touch=width < 600,
        device_scale_factor=1,
        base_url=ADDRESS,
        **options,
    )
    page = context.new_page()
    if SLOW_LINE:
        slow_down(page)
    elsewhere, complaints = [], []
    page.on("request", lambda request: None if request.url.startswith(ADDRESS + "/") else elsewhere.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if is_complaint(message) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.is_phone = width < 600
    yield page
    context.close()
    assert elsewhere == [], "requests left the origin"
    assert complaints == [], "the browser complained, for example about the content security policy"


def follow(page, control):
    """Uses what leads to another page, and waits for that page: what is asked at once may still see the old one."""
    with page.expect_navigation(wait_until="load"):
        control.click()


@pytest.fixture
def page(browser, width, scheme):
    """A page without scripts."""
    with opened(browser, width, java_script_enabled=False, color_scheme=scheme) as page:
        yield page


@pytest.fixture
def live(browser, width):
    """A page with scripts, on a phone and on a desk. Nothing moves, so that tests need not wait."""
    with opened(browser, width, is_mobile=width < 600, reduced_motion="reduce") as page:
        yield page


@pytest.fixture
def phone(browser):
    """A page with scripts under a finger."""
    with opened(browser, 390, is_mobile=True, reduced_motion="reduce") as page:
        yield page


@pytest.fixture
def desk(browser):
    """A page with scripts under mouse and keys."""
    with opened(browser, 1280, reduced_motion="reduce") as page:
        yield page


def picture(page, name):
    """Saves a picture of the whole page, when pictures are wanted."""
    if PICTURES:
        OUTPUT.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=OUTPUT / f"{name}.png", full_page=True)


@pytest.fixture
def shoot(page, width, scheme):
    """Saves a picture of the whole page and checks that it does not scroll sideways."""

    def save(name):
        session = page.context.new_cdp_session(page)
        size = session.send("Page.getLayoutMetrics")["cssContentSize"]
        picture(page, f"{name}-{width}-{scheme}")
        assert size["width"] <= width, f"{name} is {size['width']} wide at {width}"

    return save
