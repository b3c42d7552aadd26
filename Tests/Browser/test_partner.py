"""A session for two on two phones: words arrive, Stop fills the screen, a broken line loses nothing, and paper works too."""

import re

import pytest

from conftest import ADDRESS, follow, opened, picture
from partner import fields, open_both, post


@pytest.fixture
def both(browser):
    """Two phones that know nothing of each other."""
    options = dict(is_mobile=True, reduced_motion="reduce")
    with opened(browser, 390, **options) as own, opened(browser, 390, **options) as others:
        yield own, others


def test_stop_fills_the_other_screen_and_only_the_person_goes_on(both):
    own, others = both
    open_both(own, others)
    stop = others.locator("[data-stop]")
    own.locator("button[data-word=more]").click()
    others.locator("[data-said][data-word=more]").wait_for()
    others.locator("[data-timer] button").click()
    assert not stop.is_visible()
    own.locator("button[data-word=stop]").click()
    stop.wait_for()
    box = stop.bounding_box()
    assert box["width"] >= 390 and box["height"] >= 844
    assert others.evaluate("document.activeElement === document.querySelector('[data-stop]')")
    assert others.evaluate("document.querySelector('[data-live]').inert")
    assert not others.locator("[data-timer] button").first.inner_text().startswith("Pause"), "the time rests"
    others.reload()
    others.locator("[data-stop]").wait_for()
    own.locator("button[data-word=resume]").click()
    stop.wait_for(state="hidden")
    own.locator("button[data-word=stop]").wait_for()


def test_the_partner_stops_and_both_go_on_to_the_next_step(both):
    own, others = both
    open_both(own, others)
    others.locator("[data-say] button[value=stop]").click()
    own.locator("[data-stopped]").wait_for()
    own.locator("button[data-word=resume]").click()
    others.locator("[data-stop]").wait_for(state="hidden")
    steps = others.locator("[data-step]").count()
    for step in range(steps):
        assert others.locator(f"[data-step='{step}']").is_visible()
        side = own.locator("button[data-word=next]") if step % 2 else others.locator("[data-next] button")
        side.click()
        if step + 1 < steps:
            others.locator(f"[data-step='{step + 1}']").wait_for()
    others.locator("[data-done]").wait_for()
    own.locator("button[data-word=next]").wait_for(state="hidden")


def test_what_was_said_while_the_line_was_down_is_told_after(browser, both):
    own, others = both
    open_both(own, others)
    others.context.set_offline(True)
    # An open stream outlives being offline in Chromium; a new one cannot be opened.
    others.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    own.locator("button[data-word=less]").click()
    own.locator("button[data-word=stop]").click()
    own.locator("[data-stopped]").wait_for()
    others.context.set_offline(False)
    others.reload()
    others.locator("[data-stop]").wait_for()


def test_an_ended_session_is_over_on_both_phones(both):
    own, others = both
    open_both(own, others)
    with own.expect_navigation():
        own.locator(".pair-end button").click()
    others.locator("[data-line]").filter(has_text="ended").wait_for()
    assert others.locator("[data-say]:visible").count() == 0


def test_from_the_player_stop_goes_both_ways_and_over_a_reload(both):
    own, others = both
    # The health check is answered on the way, as its page does.
    post(own, "/release", [("plan.answering" if name == "plan.asked" else name, value) for name, value in fields()])
    follow(own, own.get_by_role("button", name="Start the session"))
    own.get_by_role("button", name="Use a second phone for your partner").click()
    link = own.locator("[data-second-link]")
    link.wait_for()
    others.goto(link.get_attribute("href"))
    own.get_by_role("button", name="Begin", exact=True).click()
    stop = others.locator("[data-stop]")
    own.locator("[data-target]").click()
    stop.wait_for()
    own.locator("[data-target]").click()
    stop.wait_for(state="hidden")
    own.reload()
    own.get_by_role("dialog").get_by_role("button", name="Go on", exact=True).click()
    own.locator("[data-partner-talk]").wait_for()
    others.locator("[data-say] button[value=stop]").click()
    own.locator("[data-stage].is-paused").wait_for()
    assert own.locator("[data-status]").inner_text() == "Your partner said stop. Paused."
    own.locator("[data-target]").click()
    stop.wait_for(state="hidden")
    own.get_by_role("button", name="Stop", exact=True).click()
    stop.wait_for()


@pytest.mark.parametrize("sheet", ["partner", "therapist"])
def test_sheets_fit_on_paper(browser, sheet):
    with opened(browser, 1280, color_scheme="dark") as page:
        post(page, "/release/sheet", fields(("sheet.for", sheet)))
        page.emulate_media(media="print", color_scheme="dark")
        page.set_viewport_size({"width": 740, "height": 1050})
        picture(page, f"sheet-{sheet}-print")
        ground, ink = page.evaluate(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color]"
        )
        assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), ground
        assert ink == "rgb(0, 0, 0)"
        assert page.locator("nav:visible, button:visible").count() == 0
        for paper in ["A4", "Letter"]:
            pdf = page.pdf(format=paper)
            assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1, paper


def test_without_scripts_it_is_a_sheet_to_read(page, shoot):
    post_plain(page)
    own = page.url
    assert page.locator("[data-without-scripts]").count() == 0
    link = page.locator("[data-partner-link]").get_attribute("href")
    follow(page, page.locator("button[data-word=stop]"))
    assert page.url == own and page.locator("[data-stopped]").is_visible()
    page.goto(link)
    assert page.locator("[data-without-scripts]").is_visible()
    assert page.locator("[data-step]:visible").count() == page.locator("[data-step]").count() > 0
    shoot("partner-plain")


def post_plain(page):
    """Opens a session without scripts: the form is sent by the client, the page is got by the browser."""
    answer = page.context.request.post(
        "/release/partner",
        data="&".join(f"{name}={value.replace(' ', '+')}" for name, value in fields()),
        headers={"Content-Type": "application/x-www-form-urlencoded", "Origin": ADDRESS},
        max_redirects=0,
    )
    page.goto(answer.headers["location"])
