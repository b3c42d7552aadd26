"""The whole way of a visitor without scripts: mark, answer screen by screen, read, press, go back, and an emergency."""

import re

import pytest

from conftest import apart, follow

LOW_BACK = "#place-paraspinal_l4_s1-left"
BUTTOCK = "#place-buttock_upper_lateral-left"


@pytest.fixture(autouse=True)
def from_others(page):
    apart(page)


def mark_and_go_on(page):
    page.goto("/")
    page.locator(LOW_BACK).check(force=True)
    page.locator(BUTTOCK).check(force=True)
    follow(page, page.get_by_role("button", name="Go on").first)


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def tell_how_bad(page):
    page.locator("input[name='intensity.paraspinal_l4_s1.left'][value='7']").check()
    follow(page, page.get_by_role("button", name="Go on"))


def no_to_all_signs(page):
    lists = 0
    while page.locator(".signs").count():
        follow(page, page.get_by_role("button", name="None of these"))
        lists += 1
        assert lists < 10
    return lists


def answer_all_questions(page):
    questions = 0
    while page.locator(".answers").count():
        # "No", or "no change".
        follow(page, page.locator(".answer").nth(1))
        questions += 1
        assert questions < 30
    return questions


def targets_are_large(page):
    """Buttons, boxes with their labels, and summaries are at least 44 high, or 24 with room, as WCAG 2.2 asks."""
    small = page.locator("button:visible, label:visible, summary:visible").evaluate_all(
        """all => all.map((one) => [one.innerText, one.getBoundingClientRect().height])
            .filter(([, height]) => height < 43.5)"""
    )
    assert small == []


def press_and_tell(page, tenderness, familiar):
    page.locator(f"input[name^='tenderness.'][type=radio][value='{tenderness}']").check()
    page.locator(f"input[name^='familiar.'][type=radio][value='{familiar}']").check()
    follow(page, page.get_by_role("button", name="That’s what I felt"))


def test_whole_way(page, shoot):
    mark_and_go_on(page)
    assert page.url.endswith("/questions"), "nothing that was said may stand in the address"
    assert heading(page) == "How bad is it in each place?"
    targets_are_large(page)
    shoot("flow-places")
    tell_how_bad(page)

    assert page.locator(".signs").is_visible()
    targets_are_large(page)
    shoot("flow-warnings")
    assert no_to_all_signs(page) > 1

    assert heading(page) == "What may have brought it on?"
    shoot("flow-causes")
    follow(page, page.get_by_role("button", name="None of these"))
    assert re.search(r"Question \d+, (at most|the last)", page.locator(".progress").inner_text())
    targets_are_large(page)
    shoot("flow-question")
    assert answer_all_questions(page) >= 1

    assert page.url.endswith("/result")
    assert page.locator(".triage.level-self_care").is_visible()
    assert 3 <= page.locator(".candidate").count() <= 5
    assert re.search(r"\d+\s%", page.locator(".candidate").first.inner_text())
    # Every fill has its pattern, so that colour is never alone.
    assert page.locator(".body-view .fill").count() == page.locator(".body-view .over").count() >= 2
    targets_are_large(page)
    shoot("flow-result")

    follow(page, page.get_by_role("button", name="Show me where to press"))
    assert page.url.endswith("/press")
    targets_are_large(page)
    shoot("flow-press")
    press_and_tell(page, 7, "yes")
    assert page.locator(".change-row").count() >= 3
    assert "Up from" in page.locator(".change").inner_text()
    shoot("flow-press-changed")
    presses = 1
    while page.locator(".press-form").count():
        press_and_tell(page, 2, "no")
        presses += 1
        assert presses < 12
    shoot("flow-press-done")

    follow(page, page.get_by_role("button", name="See the whole result").first)
    assert "Pressing it brought on your usual pain" in page.locator(".findings").inner_text()
    shoot("flow-result-pressed")
    follow(page, page.get_by_role("button", name="Change where it hurts"))
    assert page.locator(LOW_BACK).is_checked(), "what was said is kept"


@pytest.mark.parametrize("width", [390], ids=["phone"])
def test_back_goes_screen_by_screen(page):
    mark_and_go_on(page)
    tell_how_bad(page)
    no_to_all_signs(page)
    follow(page, page.get_by_role("button", name="None of these"))
    first = heading(page)
    follow(page, page.locator(".answer").first)
    assert heading(page) != first
    follow(page, page.get_by_role("button", name="Back"))
    assert heading(page) == first
    assert page.locator(".was-chosen").count() == 1
    follow(page, page.get_by_role("button", name="Show my result so far"))
    assert page.url.endswith("/result")
    follow(page, page.get_by_role("button", name="Answer more questions"))
    assert heading(page) == first


def test_a_slip_in_the_warning_signs_can_be_mended(page, shoot):
    mark_and_go_on(page)
    tell_how_bad(page)
    box = page.locator("input[name='answer.saddle_numbness']")
    box.check()
    assert page.get_by_role("button", name="Go on with what I ticked").is_visible()
    assert not page.get_by_role("button", name="None of these").is_visible()
    shoot("flow-warnings-ticked")
    follow(page, page.get_by_role("button", name="Go on with what I ticked"))
    assert heading(page) == "Get help now."
    assert page.locator(".candidate").count() == 0
    assert page.get_by_text("%").count() == 0
    shoot("flow-emergency")
    follow(page, page.get_by_role("button", name="I ticked something by mistake"))
    assert box.is_checked()
    box.uncheck()
    follow(page, page.get_by_role("button", name="None of these"))
    assert heading(page) != "Get help now."
