"""The library of techniques and a page of it, without scripts."""

from conftest import follow


def test_library_and_page(page):
    page.goto("/techniques")
    assert page.locator(".tech-card").count() == 44
    page.get_by_label("Part of the body", exact=True).select_option("buttock")
    page.get_by_label("Tool", exact=True).select_option("ball")
    follow(page, page.get_by_role("button", name="Show"))
    assert "area=buttock" in page.url and "tool=ball" in page.url
    cards = page.locator(".tech-card")
    assert 0 < cards.count() < 10
    assert page.get_by_role("status").inner_text().startswith(f"{cards.count()} of 44")
    follow(page, page.get_by_role("link", name="Ball and wall, steady press"))
    drawing = page.get_by_role("img").first
    assert "back to a wall" in drawing.get_attribute("aria-label")
    box = drawing.bounding_box()
    # Four wide and three high, and big enough to see.
    assert box["width"] >= 300 and abs(box["height"] / box["width"] - 0.75) < 0.03
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_text("For these muscles").click()
    follow(page, page.locator("a[href='/atlas/muscles/piriformis']").first)
    assert "/atlas/muscles/" in page.url
    assert page.locator("a[href='/techniques/ball_wall_press']").count() == 1
