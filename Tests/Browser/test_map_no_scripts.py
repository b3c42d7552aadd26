"""The first page without scripts: the list does it all, and the figure follows."""


def fill(page, place):
    return page.locator(f"#figure-back-{place}").evaluate("shape => getComputedStyle(shape).fill")


def test_a_ticked_place_is_filled_on_the_figure(page):
    page.goto("/")
    before = fill(page, "paraspinal_l4_s1-left")
    page.locator("#place-paraspinal_l4_s1-left").check()
    assert "hatch" in fill(page, "paraspinal_l4_s1-left")
    assert fill(page, "paraspinal_l4_s1-right") == before
    page.locator("#place-paraspinal_l4_s1-left").uncheck()
    assert fill(page, "paraspinal_l4_s1-left") == before


def test_the_list_stands_open_and_tools_that_need_scripts_are_away(page):
    page.goto("/")
    assert page.locator("#place-buttock_middle-right").is_visible()
    for away in ("#search", "#feeling", "#map-tools", "#map-help"):
        assert not page.locator(away).is_visible(), away
    assert page.locator(".view").nth(0).is_visible() and page.locator(".view").nth(1).is_visible()


def test_sides_are_named_on_the_figure(page):
    page.goto("/")
    names = [view.inner_text().split() for view in page.locator(".stage-sides").all()]
    assert names == [["Your", "left", "Your", "right"], ["Your", "right", "Your", "left"]]


def test_the_way_on_is_always_in_view(page):
    page.goto("/")
    assert page.get_by_role("button", name="Go on").evaluate(
        "button => button.getBoundingClientRect().bottom <= innerHeight"
    )
