"""The first page without scripts."""

import pytest

from conftest import follow

LOW_BACK = "#place-paraspinal_l4_s1-left"
BUTTOCK = "#place-buttock_upper_lateral-left"


def test_first_page(page, shoot):
    response = page.goto("/")
    assert response.status == 200
    assert page.get_by_role("heading", level=1).inner_text() == "Where does it hurt?"
    shoot("first")
    page.locator(LOW_BACK).check()
    page.locator(BUTTOCK).check()
    shoot("first-marked")


def test_nothing_marked_is_said_on_the_page(page, shoot):
    page.goto("/")
    follow(page, page.get_by_role("button", name="Go on"))
    assert page.get_by_role("alert").is_visible()
    assert "Where it hurts" in page.get_by_role("alert").inner_text()
    shoot("nothing-marked")


@pytest.mark.parametrize("width", [1280], ids=["desk"])
def test_keyboard_reaches_everything(page):
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.locator(LOW_BACK).focus()
    page.keyboard.press("Space")
    assert page.locator(LOW_BACK).is_checked()
