"""The whole path on a phone: from the first drawing to a session, and to a next plan that the session changed."""

from playwright.sync_api import expect

from conftest import follow
from test_flow_interview import answer_all_questions, heading, no_to_all_signs
from test_map_marking import marked, tap
from test_people import add, name
from test_session import press

PLACE = "back-calf_upper-right"
# Seconds that the clock is moved by at once.
A_WHILE = 15


def answer_everything(page):
    """From the first page to the result, as somebody with nothing but a tight calf."""
    page.goto("/")
    tap(page, PLACE)
    assert len(marked(page)) == 1
    follow(page, page.get_by_role("button", name="Go on").first)
    if page.locator("input[name^='intensity.'][value='5']").count():
        page.locator("label:has(input[name^='intensity.'][value='5'])").first.click()
        follow(page, page.get_by_role("button", name="Go on"))
    no_to_all_signs(page)
    follow(page, page.get_by_role("button", name="None of these"))
    answer_all_questions(page)
    assert page.url.endswith("/result")


def work(page):
    """The steps of a plan that treat the spot: name and facts, such as how often and how long."""
    steps = page.locator(".plan-step").filter(has=page.locator("div.plan-stop"))
    return [(step.locator("h2").inner_text(), step.locator(".plan-facts").inner_text()) for step in steps.all()]


def rate_all(page, when, value):
    for chip in page.locator(f"label.chip:has(input[name^='session.{when}.'][value='{value}']):visible").all():
        chip.click()


def test_from_the_first_drawing_to_a_plan_that_learnt(phone):
    page = phone
    # A record of its own, as all tests share a server: plans are made from what a record holds.
    add(page, name())
    answer_everything(page)
    follow(page, page.get_by_role("button", name="Make a plan"))
    page.locator("label:has(input[value='ball'])").first.click()
    follow(page, page.get_by_role("button", name="Go on"))
    follow(page, page.get_by_role("button", name="None of these"))
    assert heading(page).startswith("Your plan")
    first = work(page)
    assert first

    page.clock.install()
    follow(page, page.get_by_role("button", name="Start the session"))
    session = page.url
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    rate_all(page, "before", 3)
    press(page, "Begin")
    stage = page.locator("[data-stage]")
    press(page, "I am ready")
    page.clock.run_for(A_WHILE * 1000)
    page.reload()
    press(page.get_by_role("dialog", name="You were here. Go on?"), "Go on")
    while stage.is_visible():
        if page.locator("[data-act=go]:visible").count():
            press(page, "I am ready")
        else:
            page.clock.run_for(A_WHILE * 1000)
    rate_all(page, "after", 9)
    press(page, "Save the session")
    expect(page.locator(".after-change.is-worse").first).to_contain_text("3 → 9 More tender by 6")
    assert page.url == session
    # What it means for the next plan is said at once.
    meant = page.locator("section[aria-labelledby=next-heading]").inner_text()

    page.goto("/record")
    expect(page.locator(".entry-row", has_text="3 before and 9 after").first).to_be_visible()
    page.goto("/record/knots")
    expect(page.locator(".knot-card", has_text="3 before and 9 after").first).to_be_visible()

    # The next plan, made from the record alone: something else, or the same for half the time.
    page.goto("/release")
    then = work(page)
    assert then and then[0] != first[0]
    assert then[0][0].split("\n")[-1] in meant, "the page after the session said so"
