"""A newcomer's whole way from the first page to a pressed spot, by keyboard alone and by touch alone."""

import pytest

from conftest import opened, picture
from test_map_marking import BUTTOCK, LOW_BACK, marked, tap

MOST_SCREENS = 25
# What goes on without any sign of danger: "None of these", "Go on", or "I don't know".
NEXT = "main .actions button[type=submit], main .answers .is-quiet"


@pytest.fixture
def desk(browser):
    """A page with scripts and no pointer in use."""
    with opened(browser, 1280, reduced_motion="reduce") as page:
        yield page


class Keys:
    """Somebody who has only a keyboard: nothing is clicked, nothing is focused by the test."""

    def __init__(self, page):
        self.page = page
        self.pressed = 0

    def press(self, key):
        self.page.keyboard.press(key)
        self.pressed += 1

    def focused(self, question):
        return self.page.evaluate(f"() => {{ const at = document.activeElement; return {question}; }}")

    def tab_to(self, question, what, most=80):
        """Goes on with Tab until what has the focus fits."""
        for _ in range(most):
            if self.focused(question):
                # Whoever looks at the page must see where they are.
                assert self.focused("at.matches(':focus-visible')"), f"no focus is shown on {what}"
                return
            self.press("Tab")
        raise AssertionError(f"Tab never comes to {what}")

    def enter(self):
        with self.page.expect_navigation(wait_until="load"):
            self.press("Enter")


def heading(page):
    return page.locator("h1").first.inner_text()


def test_by_keyboard_alone(desk):
    page, keys = desk, Keys(desk)
    page.goto("/")
    keys.tab_to("at.matches('.region')", "the figure")
    keys.press("ArrowDown")
    for _ in range(40):
        if "low back" in keys.focused("(at.getAttribute('aria-label') || '').toLowerCase()"):
            break
        keys.press("ArrowDown")
    keys.press("Space")
    keys.press("6")
    assert len(marked(page)) == 1
    assert "6 of 10" in page.locator("#sentence").inner_text()
    keys.tab_to("at.matches('button[type=submit]') && at.textContent.trim() === 'Go on'", "Go on", most=200)
    keys.enter()
    for _ in range(MOST_SCREENS):
        if page.url.endswith("/result"):
            break
        keys.tab_to(f"at.matches({NEXT!r})", heading(page))
        keys.enter()
    assert page.url.endswith("/result"), heading(page)
    assert page.locator(".candidate").count() >= 3
    picture(page, "newcomer-keyboard-result")

    keys.tab_to("at.matches('button[type=submit]') && /press/i.test(at.textContent)", "the way to the presses")
    keys.enter()
    keys.tab_to("at.matches('input[type=radio]')", "the tenderness")
    for _ in range(7):
        keys.press("ArrowRight")
    keys.tab_to("at.matches('input[type=radio][name^=familiar]')", "the usual pain")
    keys.press("Space")
    keys.tab_to("at.matches('button[type=submit]')", "the end of the press")
    keys.enter()
    assert page.locator(".change, .changes, section", has_text="What that press told").count() >= 1


def test_by_touch_alone(phone):
    page = phone
    page.goto("/")
    tap(page, LOW_BACK)
    tap(page, BUTTOCK)
    assert len(marked(page)) == 2

    def touch(locator):
        locator.scroll_into_view_if_needed()
        box = locator.bounding_box()
        assert box["width"] >= 44 and box["height"] >= 44, f"{locator} is {box['width']} x {box['height']}"
        locator.tap()

    touch(page.get_by_role("button", name="Go on"))
    page.wait_for_url("**/questions")
    for _ in range(MOST_SCREENS):
        if page.url.endswith("/result"):
            break
        with page.expect_navigation(wait_until="load"):
            touch(page.locator(NEXT).first)
    assert page.url.endswith("/result"), heading(page)
    assert page.locator(".candidate").count() >= 3
    picture(page, "newcomer-touch-result")

    touch(page.get_by_role("button", name="Show me where to press"))
    page.wait_for_url("**/press")
    touch(page.locator("label:has(input[name^='tenderness.'][value='7'])"))
    touch(page.locator("label:has(input[name^='familiar.'][value='yes'])"))
    with page.expect_navigation(wait_until="load"):
        touch(page.get_by_role("button", name="That’s what I felt"))
    assert page.get_by_text("What that press told").count() == 1
