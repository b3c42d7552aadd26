"""A session: the player with a clock that the test moves, a reload in the middle, and the same page without scripts."""

import re

from playwright.sync_api import expect

from conftest import follow, opened
from plans import BLADE_LEFT, LOW_BACK_LEFT, LOW_BACK_RIGHT, SHOULDER_LEFT, SHOULDER_RIGHT, plan, post

# The least height of what is tapped, in pixels.
SMALLEST = 44


def begin(page, places, minutes=10):
    """The page of a session, with a clock that the test moves."""
    page.clock.install()
    post(page, "/release/session", plan(places, minutes))
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    return page.url


def rate(page, when, value):
    page.locator(f"label.chip:has(input[name^='session.{when}.'][value='{value}'])").first.click()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def left(page):
    return page.locator("[data-show='left']")


def title(page):
    return page.locator("[data-show='title']")


def test_a_whole_session_with_a_reload(live):
    # Phone and desk at the same time: another time makes another plan.
    address = begin(live, LOW_BACK_LEFT, 10 if live.is_phone else 11)
    rate(live, "before", 6)
    press(live, "Begin")
    expect(title(live)).to_have_text("Get ready")
    live.clock.run_for(2000)
    expect(left(live)).to_have_text("18")
    press(live, "I am ready")
    name = live.locator("[data-step='0']").get_attribute("data-name")
    expect(title(live)).to_have_text(name)
    live.clock.run_for(12000)
    expect(left(live)).to_have_text("48")
    # A tap anywhere is a pause.
    live.locator(".stage-words").click()
    live.clock.run_for(8000)
    expect(left(live)).to_have_text("48")
    # So is a reload: what was rated and reached is still there, paused.
    live.reload()
    asked = live.get_by_role("dialog", name="You were here. Go on?")
    expect(asked).to_contain_text("48 left")
    asked.get_by_role("button", name="Go on", exact=True).click()
    live.clock.run_for(47000)
    expect(left(live)).to_have_text("1")
    # Three times a minute with rests, and what comes after it.
    for _ in range(12):
        if live.locator("[data-show='count']").inner_text().startswith("Step 2"):
            break
        live.clock.run_for(30000)
    while live.locator("[data-stage]").is_visible():
        press(live, "Skip")
    expect(live.get_by_role("heading", name="How is it now?")).to_be_visible()
    assert live.locator(f"input[name^='session.before.'][value='6']").first.is_checked()
    rate(live, "after", 3)
    press(live, "Save the session")
    expect(live.locator("main")).to_contain_text("6 → 3 Less tender by 3")
    assert live.url == address
    assert live.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('unknot_session'))") == []
    live.goto("/record")
    expect(live.locator(".entry-row", has_text="tenderness 6 before and 3 after").first).to_be_visible()


def test_less_stop_and_a_server_out_of_reach(phone):
    begin(phone, LOW_BACK_RIGHT)
    press(phone, "Begin")
    press(phone, "I am ready")
    pressure = phone.locator("[data-show='pressure']")
    expect(pressure).to_have_text("Up to 4 of 10")
    for control in phone.locator("[data-stage] button:visible").all():
        assert control.bounding_box()["height"] >= SMALLEST
    press(phone, "Less")
    expect(pressure).to_have_text("Up to 3 of 10")
    press(phone, "Less")
    gentler = phone.get_by_role("dialog", name="Still too much?")
    gentler.get_by_role("button", name="Rest there without pressing").click()
    expect(pressure).to_have_text("1 of 10: only a touch")
    phone.clock.run_for(30000)
    press(phone, "Stop")
    expect(phone.get_by_role("heading", name="How is it now?")).to_be_focused()
    phone.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no way')); }")
    press(phone, "Save the session")
    expect(phone.get_by_role("heading", name="Not sent yet")).to_be_visible()
    # It is sent when there is a way again, here by a reload.
    phone.reload()
    expect(phone.locator("main")).to_contain_text("You stopped after about")
    phone.goto("/record")
    expect(phone.locator(".entry-row", has_text="stopped early").first).to_be_visible()


def test_by_keys_and_after_a_call(desk):
    begin(desk, SHOULDER_LEFT)
    press(desk, "Begin")
    desk.keyboard.press("Space")
    expect(desk.locator("[data-stage]")).to_have_class(re.compile("is-paused"))
    desk.keyboard.press("Space")
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("[data-show='count']")).to_contain_text("Step 2")
    # The lid was closed for an hour: one is where one was.
    desk.clock.run_for(3000)
    desk.clock.fast_forward(3600000)
    asked = desk.get_by_role("dialog", name="You were here. Go on?")
    expect(asked).to_contain_text(re.compile("1[67] left"))
    asked.get_by_role("button", name="Go on", exact=True).click()
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("heading", name="How is it now?")).to_be_visible()
    assert desk.locator("input[name='session.step.0.ended'][value='skipped']").is_checked()


def test_something_else_leads_back_to_the_plan(desk):
    begin(desk, SHOULDER_RIGHT)
    press(desk, "Begin")
    press(desk, "Something else")
    other = desk.get_by_role("dialog", name="Does this not work here?")
    expect(other.get_by_role("button", name="Change the plan")).to_be_visible()
    other.get_by_role("button", name="Leave this step out").click()
    expect(desk.locator("[data-show='count']")).to_contain_text("Step 2")


def test_without_scripts(browser):
    with opened(browser, 390, java_script_enabled=False) as page, opened(browser, 390) as sender:
        # Only a script can post what no page of ours posts yet.
        post(sender, "/release/session", plan(BLADE_LEFT))
        page.goto(sender.url)
        assert page.locator("[data-stage]").is_hidden()
        assert page.get_by_role("heading", name="What to do").is_visible()
        rate(page, "before", 5)
        rate(page, "after", 4)
        page.locator("label.chip:has(input[name='session.step.0.ended'][value='stopped'])").click()
        follow(page, page.get_by_role("button", name="Save the session"))
        text = page.locator("main").inner_text()
        assert "A change by 1 can be chance" in text and "You stopped" in text
