"""Prevention: choose habits, one tap a day, pause, the short check and the hours before, with and without scripts."""

import pytest
from playwright.sync_api import expect

from conftest import follow, opened

SMALLEST = 44


@pytest.fixture
def calm(browser):
    """A page without scripts of a journal without habits; one only, since all tests share the journal."""
    with opened(browser, 390, java_script_enabled=False) as page:
        end_all(page)
        yield page
        end_all(page)


def end_all(page):
    """Ends every habit, as its button does."""
    page.goto("/prevent/habits")
    while page.locator("button[value='end']").count():
        page.locator(".habit-row .more > summary").first.click()
        follow(page, page.locator("button[value='end']").first)


def choose(page, name, cue=None):
    card = page.locator(".habit-card", has=page.locator("summary", has_text=name)).first
    card.locator("summary").first.click()
    if cue:
        card.get_by_label("Or in your own words").fill(cue)
    return card


def test_choose_tap_and_pause(calm):
    page = calm
    card = choose(page, "Slow breathing", cue="the kettle boils")
    follow(page, card.get_by_role("button", name="Choose this habit"))
    expect(page.locator(".done-notice")).to_contain_text("Slow breathing (after the kettle boils)")
    page.goto("/prevent")
    expect(page.get_by_text("After the kettle boils I will breathe slowly")).to_be_visible()
    # One tap.
    follow(page, page.get_by_role("button", name="Done: Slow breathing"))
    # What was said stands in the row, and the row in sight.
    expect(page.locator(".habit-row .done-notice")).to_contain_text("Slow breathing: done")
    expect(page.locator(".habit-row").first).to_be_in_viewport()
    expect(page.locator(".habit-row").first).to_contain_text("Done today.")
    follow(page, page.locator(".done-notice").get_by_role("button", name="Undo"))
    expect(page.get_by_role("button", name="Done: Slow breathing")).to_be_visible()
    follow(page, page.get_by_role("button", name="Not today: Slow breathing"))
    expect(page.locator(".habit-row").first).to_contain_text("That is fine")
    # Pause and go on.
    follow(page, page.get_by_role("link", name="Change, pause or swap habits"))
    page.locator(".habit-row .more > summary").first.click()
    follow(page, page.get_by_role("button", name="Pause"))
    expect(page.locator(".habit-row").first).to_contain_text("It rests")
    follow(page, page.get_by_role("button", name="Go on with it"))
    expect(page.locator(".habit-row").first).not_to_contain_text("It rests")


def test_check_and_hours(page, shoot):
    page.goto("/prevent")
    follow(page, page.locator("a[href='/prevent/check']").first)
    if page.get_by_text("Change your answers").count():
        page.get_by_text("Change your answers").click()
    for cause in ["stress", "dehydration"]:
        box = page.locator(f"input[name='cause'][value='{cause}']")
        if not box.is_checked():
            page.locator(f"label.chip:has(input[name='cause'][value='{cause}'])").click()
    follow(page, page.get_by_role("button", name="See what may drive them"))
    expect(page.locator(".done-notice")).to_contain_text("emotional stress")
    expect(page.locator(".driver-list").first).to_contain_text("contested")
    expect(page.locator(".driver-card.is-doubtful")).to_contain_text("Nobody has shown")
    shoot("prevent-check")
    page.goto("/prevent/hours")
    page.locator("label.chip", has_text="lift or carry something heavy").click()
    follow(page, page.get_by_role("button", name="Save and see what studies say"))
    expect(page.locator(".reading-list")).to_contain_text("times as often")
    expect(page.locator(".done-notice").get_by_role("button", name="Undo")).to_be_visible()
    shoot("prevent-hours")


def test_targets_are_large_enough(phone):
    for path in ["/prevent", "/prevent/check", "/prevent/hours", "/prevent/habits"]:
        phone.goto(path)
        assert any(cookie["name"] == "unknot_zone" for cookie in phone.context.cookies()), path
        phone.context.clear_cookies(name="unknot_zone")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390, path
        small = phone.evaluate(
            """() => [...document.querySelectorAll("main button, main summary, main .chip, main select, main input:not([type=radio]):not([type=checkbox]):not([type=hidden]), .prevent-parts a")]
                .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < %f)
                .map((part) => part.outerHTML.slice(0, 120))"""
            % (SMALLEST - 0.5)
        )
        assert small == [], path
