"""The whole way of a visitor without scripts: mark, answer, read, press, and an emergency."""

import re

import pytest

LOW_BACK = "#place-paraspinal_l4_s1-left"
BUTTOCK = "#place-buttock_upper_lateral-left"


def mark_and_go_on(page):
    page.goto("/")
    page.locator(LOW_BACK).check()
    page.locator(BUTTOCK).check()
    page.get_by_label("Your age in years").fill("41")
    page.locator("#sex-female").check()
    page.get_by_role("button", name="Go on").click()


def answer_no_to_all_signs(page):
    for box in page.locator("input[name=no_to_rest]").all():
        box.check()


def test_first_page(page, shoot):
    response = page.goto("/")
    assert response.status == 200
    assert page.get_by_role("heading", level=1).inner_text() == "Where does it hurt?"
    shoot("first")
    page.locator(LOW_BACK).check()
    page.locator(BUTTOCK).check()
    shoot("first-marked")


def test_whole_way(page, shoot):
    mark_and_go_on(page)
    assert page.url.endswith("/questions"), "nothing that was said may stand in the address"
    shoot("questions")

    page.locator("input[name=worst]").first.check()
    page.locator("#intensity-6").check()
    answer_no_to_all_signs(page)
    page.get_by_role("button", name="Show the result").click()
    assert page.url.endswith("/result")
    assert page.locator(".triage.level-self_care").is_visible()
    assert page.locator(".muscle").count() >= 3
    assert re.search(r"\d+\s%", page.locator(".muscle").first.inner_text())
    shoot("result")

    steps = 0
    while page.get_by_role("button", name="Go on").count() and steps < 3:
        steps += 1
        if page.locator("fieldset:has(input[name^='tenderness.'])").count():
            page.locator("input[name^='tenderness.'][value='7']").check()
            page.locator("input[name^='familiar.'][value='yes']").check()
        else:
            page.locator(".next input[type=radio]").first.check()
        page.get_by_role("button", name="Go on").click()
    assert steps > 0
    assert "Pressing it brought on your usual pain" in page.locator(".findings").inner_text()
    shoot("result-pressed")

    page.get_by_role("button", name="Change where it hurts").click()
    assert page.locator(LOW_BACK).is_checked(), "what was said is kept"
    assert page.get_by_label("Your age in years").input_value() == "41"


def test_emergency_shows_no_knots(page, shoot):
    mark_and_go_on(page)
    page.locator("input[name='answer.saddle_numbness'][value='yes']").check()
    answer_no_to_all_signs(page)
    page.get_by_role("button", name="Show the result").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Get help now."
    assert page.locator(".muscle").count() == 0
    assert page.get_by_text("%").count() == 0
    shoot("emergency")


def test_nothing_marked_is_said_on_the_page(page, shoot):
    page.goto("/")
    page.get_by_role("button", name="Go on").click()
    assert page.get_by_role("alert").is_visible()
    assert "Where it hurts" in page.get_by_role("alert").inner_text()
    shoot("nothing-marked")


def test_keyboard_reaches_everything(page, width):
    if width < 600:
        pytest.skip("a phone has no keyboard")
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.locator(LOW_BACK).focus()
    page.keyboard.press("Space")
    assert page.locator(LOW_BACK).is_checked()
