"""Today and the record: two taps, undo, back-dating, the chart, with finger and keyboard, with and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from conftest import ADDRESS, apart, follow, opened

# The least height of what is tapped, in pixels.
SMALLEST = 44


def pain_form(page):
    return page.locator("form#log-pain")


def choose(page, number):
    """One tap on a number."""
    pain_form(page).locator(f"label.chip:has(input[name='pain.now'][value='{number}'])").click()


def save(page):
    follow(page, pain_form(page).get_by_role("button", name="Save"))


def notice(page):
    return page.locator(".done-notice")


def own_row(page):
    """The row of what was written down last on this page; other tests write into the same record meanwhile."""
    action = notice(page).locator("form").first.get_attribute("action")
    entry = re.search("/record/entries/([^/]+)/", action).group(1)
    return page.locator(".entry-row", has=page.locator(f"[href*='{entry}']"))


def test_two_taps_and_undo(live):
    live.goto("/today")
    choose(live, 4)
    save(live)
    expect(notice(live)).to_contain_text("Saved. Pain: 4 of 10 now")
    follow(live, notice(live).get_by_role("button", name="Undo"))
    expect(notice(live)).to_contain_text("Removed. Pain: 4 of 10 now")
    follow(live, notice(live).get_by_role("button", name="Undo"))
    expect(notice(live)).to_contain_text("Back again. Pain: 4 of 10 now")
    live.reload()
    expect(notice(live)).to_contain_text("Back again")


def test_without_scripts(page, shoot):
    page.goto("/today")
    choose(page, 7)
    save(page)
    expect(notice(page)).to_contain_text("Saved. Pain: 7 of 10 now")
    assert page.locator("svg.day-chart:visible").count() == 1
    shoot("today")
    row = own_row(page)
    follow(page, row.get_by_role("link", name=re.compile("^Change: Pain")))
    page.locator("label.chip:has(input[name='pain.now'][value='2'])").click()
    page.get_by_label("Time", exact=True).fill("00:01")
    follow(page, page.get_by_role("button", name="Save"))
    expect(notice(page)).to_contain_text("Changed. Pain: 2 of 10 now (today, 00:01)")
    follow(page, own_row(page).get_by_role("button", name=re.compile("^Remove: Pain")))
    expect(notice(page)).to_contain_text("Removed. Pain: 2 of 10 now")


def test_by_keyboard(desk):
    desk.goto("/today")
    desk.locator("input[name='pain.now']").first.focus()
    desk.keyboard.press("Space")
    for _ in range(3):
        desk.keyboard.press("ArrowRight")
    with desk.expect_navigation(wait_until="load"):
        desk.keyboard.press("Enter")
    expect(notice(desk)).to_contain_text("Saved. Pain: 3 of 10 now")
    # The rest of the forms unfold by keyboard.
    summary = desk.locator(".log-zones summary", has_text="Sleep")
    summary.focus()
    desk.keyboard.press("Enter")
    desk.get_by_label("How long did you sleep?").fill("7.5")
    with desk.expect_navigation(wait_until="load"):
        desk.keyboard.press("Enter")
    expect(notice(desk)).to_contain_text("Saved. Sleep: 7.5 hours")


def test_targets_are_large_enough(phone):
    phone.goto("/today")
    phone.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    boxes = phone.evaluate(
        """() => [...document.querySelectorAll(
            "main a, main button, main summary, main .chip, main input:not([type=radio]):not([type=hidden]), main textarea"
        )].filter((part) => part.checkVisibility()).map((part) => {
            const box = part.getBoundingClientRect();
            return [part.outerHTML.slice(0, 120), box.width, box.height];
        })"""
    )
    small = [box for box in boxes if box[2] < SMALLEST - 0.5]
    assert boxes and small == []
    # The row of numbers is as wide as two rows of six allow.
    widths = [box[1] for box in boxes if "pain.now" in box[0]]
    assert len(widths) == 11 and min(widths) >= 40


def test_a_day_that_is_over(live):
    live.goto("/today")
    choose(live, 5)
    form = pain_form(live)
    form.locator("summary", has_text="At another time").click()
    form.get_by_label("Day", exact=True).fill("2020-02-29")
    form.get_by_label("Time", exact=True).fill("23:30")
    save(live)
    expect(notice(live)).to_contain_text("Sat, 29 Feb 2020, 23:30")
    live.goto("/record?until=2020-02-29")
    expect(live.get_by_role("heading", name="Saturday, 29 February 2020")).to_be_visible()


def test_days_begin_where_the_browser_is(browser):
    for zone in ["Asia/Tokyo", "America/Los_Angeles"]:
        with opened(browser, 1280, timezone_id=zone) as page:
            page.goto("/today")
            expect(page.locator(".today")).to_have_attribute("data-zone", zone)
            choose(page, 1)
            save(page)
            expect(notice(page)).to_contain_text("today,")
            follow(page, page.locator(".entry-row").first.get_by_role("link"))
            expect(page.locator("main")).to_contain_text(f"By the clock of {zone}.")


def test_one_chart_for_each_width_and_for_paper(browser):
    for width, kind in [(390, "is-narrow"), (1280, "is-wide")]:
        with opened(browser, width) as page:
            page.goto("/today")
            choose(page, 3)
            save(page)
            for days in [7, 30, 90]:
                follow(page, page.get_by_role("link", name=f"{days} days"))
                charts = page.locator("svg.day-chart:visible")
                assert charts.count() == 1
                assert kind in charts.first.get_attribute("class")
                assert charts.first.get_attribute("aria-label").startswith(f"Pain now in the last {days} days")
                assert page.evaluate("document.documentElement.scrollWidth") <= width
                page.locator(".course-table > summary").click()
                assert page.locator(".course-table tbody tr").count() == days
            page.emulate_media(media="print")
            assert page.locator("svg.day-chart.is-wide").is_visible()
            assert not page.locator(".log-pain").is_visible()


def test_what_does_not_fit_stays_in_its_form(page):
    page.goto("/today")
    page.locator(".log-zones summary", has_text="Note").click()
    page.get_by_label("What do you want to remember?").fill("keep this text")
    form = page.locator("form#log-note")
    form.locator("summary").click()
    form.get_by_label("Day", exact=True).evaluate("(field) => field.removeAttribute('max')")
    form.get_by_label("Day", exact=True).fill("2199-01-01")
    follow(page, form.get_by_role("button", name="Save"))
    expect(page.get_by_role("alert")).to_contain_text("This time has not come yet.")
    expect(page.get_by_label("What do you want to remember?")).to_have_value("keep this text")
    expect(page.get_by_label("What do you want to remember?")).to_be_visible()


@pytest.fixture
def kept(page):
    """A page after a press was kept."""
    page.goto("/today")
    form = {
        "kind": "press", "back": "knots", "press.point": "gluteus_medius_tp1", "press.side": "left",
        "press.tenderness": "6",
    }
    answer = page.context.request.post("/today", form=form, headers={"Origin": ADDRESS})
    assert answer.ok
    return page


def test_knots(kept, shoot):
    kept.goto("/record/knots")
    card = kept.locator("#knot-gluteus_medius_tp1-left")
    expect(card).to_contain_text("First written down on")
    card.locator("summary", has_text="Write down a press").click()
    card.locator("label.chip:has(input[name='press.tenderness'][value='4'])").click()
    follow(kept, card.get_by_role("button", name="Save"))
    expect(notice(kept)).to_contain_text("tenderness 4 of 10")
    shoot("knots")


def test_a_drawing_is_kept_and_mapped(page, shoot):
    apart(page)
    page.goto("/")
    page.locator("#place-paraspinal_l4_s1-left").check()
    follow(page, page.get_by_role("button", name="Go on"))
    for _ in range(40):
        keep = page.get_by_role("button", name="Keep this drawing")
        if keep.count():
            break
        follow(page, page.locator("main form button[type=submit]").first)
    follow(page, keep)
    expect(notice(page)).to_contain_text("Saved. Drawing:")
    page.goto("/record/map")
    assert page.locator(".heat-list li").count() > 0
    assert page.locator(".heat .fill").count() > 0
    shoot("map-over-time")
