"""Marking on the figure with a pointer: tap, brush, erase, undo, strength and kind, list, search, sentence."""

import pytest

from conftest import follow

LOW_BACK = "back-paraspinal_l4_s1-left"
BUTTOCK = "back-buttock_middle-left"


def shape(page, name):
    return page.locator(f"#figure-{name}")


def heart(page, name):
    """A point well inside a shape, on the screen."""
    return shape(page, name).evaluate(
        """async (path) => {
            const loaded = performance.getEntriesByType("resource").find((entry) => entry.name.includes("/geometry."));
            const { corners, heart } = await import(loaded.name);
            const { x, y } = heart(corners(path));
            const point = new DOMPoint(x, y).matrixTransform(path.getScreenCTM());
            return [point.x, point.y];
        }"""
    )


def touch(page, x, y):
    """A finger, until the page has heard of it. The browser takes a touch that ends a scroll for no tap."""
    for _ in range(3):
        page.evaluate(
            """() => { window.heard = new Promise((done) => {
                addEventListener("click", () => setTimeout(done, 0, true), { once: true, capture: true });
                setTimeout(done, 700, false);
            }); }"""
        )
        page.touchscreen.tap(x, y)
        if page.evaluate("() => window.heard"):
            return
    raise AssertionError("the page never heard of the tap")


def tap(page, name):
    """With a finger as often as it takes: a small place is looked at more closely first."""
    shape(page, name).scroll_into_view_if_needed()
    if page.is_phone:
        was = marked(page)
        touch(page, *heart(page, name))
        if marked(page) == was and not page.locator("#map-hint").inner_text() == "":
            touch(page, *heart(page, name))
    else:
        page.mouse.click(*heart(page, name))


def marked(page):
    return set(page.locator(".region.is-marked").evaluate_all("shapes => shapes.map((shape) => shape.dataset.place)"))


def ticked(page):
    boxes = page.locator("input[name=place]:checked")
    return set(boxes.evaluate_all("boxes => boxes.map((box) => box.value.replace(':', ' '))"))


def sentence(page):
    return page.locator("#sentence").inner_text()


def fields(page):
    return page.locator("#drawing").evaluate(
        "form => [...new FormData(form)].filter(([name]) => /^(intensity|quality)\\./.test(name)).map((pair) => pair.join('='))"
    )


def test_a_tap_marks_and_the_next_takes_back(live):
    live.goto("/")
    assert sentence(live) == "Nothing is marked yet: tap where it hurts."
    tap(live, LOW_BACK)
    assert marked(live) == ticked(live) == {"paraspinal_l4_s1 left"}
    assert shape(live, LOW_BACK).get_attribute("aria-checked") == "true"
    assert sentence(live) == "Left beside the spine, lowest back."
    tap(live, LOW_BACK)
    assert marked(live) == ticked(live) == set()


def test_a_tap_on_another_marked_place_selects_it(live):
    live.goto("/")
    tap(live, LOW_BACK)
    tap(live, BUTTOCK)
    tap(live, LOW_BACK)
    assert marked(live) == {"paraspinal_l4_s1 left", "buttock_middle left"}
    assert live.locator("#feeling-title").inner_text() == "Left beside the spine, lowest back"


def test_a_place_seen_from_both_sides_is_marked_on_both(live):
    live.goto("/")
    tap(live, "back-shoulder_top-right")
    shapes = live.locator("[data-place='shoulder_top right']")
    assert shapes.count() == 2
    assert shapes.evaluate_all("all => all.every((shape) => shape.matches('.is-marked'))")


def stroke(page, *names):
    points = [heart(page, name) for name in names]
    if page.is_phone:
        session = page.context.new_cdp_session(page)

        def send(kind, points):
            touches = [{"x": x, "y": y} for x, y in points]
            session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

        send("touchStart", points[:1])
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            for step in range(1, 9):
                send("touchMove", [(x0 + (x1 - x0) * step / 8, y0 + (y1 - y0) * step / 8)])
        send("touchEnd", [])
    else:
        page.mouse.move(*points[0])
        page.mouse.down()
        for point in points[1:]:
            page.mouse.move(*point, steps=8)
        page.mouse.up()


def test_a_brush_marks_all_on_its_way_as_one_step(live):
    live.goto("/")
    live.get_by_role("button", name="Brush").click()
    stroke(live, "back-paraspinal_t9_t12-left", "back-paraspinal_l4_s1-left")
    all_on_the_way = {f"paraspinal_{part} left" for part in ("t9_t12", "l1_l3", "l4_s1")}
    assert marked(live) == ticked(live) == all_on_the_way
    assert live.locator("#feeling-title").inner_text() == "3 places"
    live.locator("[data-intensity='5']").click()
    assert len([field for field in fields(live) if field.endswith("=5")]) == 3
    for _ in range(2):
        live.get_by_role("button", name="Undo").click()
    assert marked(live) == set()


def test_the_eraser_takes_away_and_never_marks(live):
    live.goto("/")
    live.get_by_role("button", name="Brush").click()
    stroke(live, "back-paraspinal_t9_t12-left", "back-paraspinal_l4_s1-left")
    live.get_by_role("button", name="Erase").click()
    stroke(live, "back-paraspinal_l4_s1-left", "back-sacrum-midline")
    assert marked(live) == {"paraspinal_t9_t12 left", "paraspinal_l1_l3 left"}


def test_a_brush_on_a_phone_does_not_scroll_and_a_finger_without_it_does(phone):
    phone.goto("/")
    stroke(phone, "back-calf_upper-left", "back-paraspinal_l1_l3-left")
    phone.wait_for_function("scrollY > 0")  # a finger still scrolls the page
    assert marked(phone) == set()
    # What a finger set going runs on for a while.
    phone.wait_for_function(
        "() => new Promise((done) => { const before = scrollY; setTimeout(() => done(scrollY === before), 150); })"
    )
    phone.evaluate("scrollTo(0, 0)")
    phone.get_by_role("button", name="Brush").click()
    phone.evaluate("scrollTo(0, 0)")
    stroke(phone, "back-paraspinal_l4_s1-left", "back-paraspinal_t1_t4-left")
    assert phone.evaluate("scrollY") == 0
    assert "paraspinal_t5_t8 left" in marked(phone)


def test_undo_and_redo_by_button_and_key(live):
    live.goto("/")
    undo, redo = live.get_by_role("button", name="Undo"), live.get_by_role("button", name="Redo")
    assert undo.is_disabled() and redo.is_disabled()
    tap(live, LOW_BACK)
    live.locator("[data-intensity='6']").click()
    undo.click()
    assert sentence(live) == "Left beside the spine, lowest back."
    undo.click()
    assert marked(live) == ticked(live) == set()
    redo.click()
    live.keyboard.press("Control+Shift+Z")
    assert sentence(live) == "Left beside the spine, lowest back, 6 of 10."
    assert redo.is_disabled()
    live.keyboard.press("Control+z")
    live.keyboard.press("Control+z")
    assert marked(live) == set()


def test_strength_and_kinds_go_into_the_form(live):
    live.goto("/")
    tap(live, LOW_BACK)
    assert fields(live) == [], "what is not said is not sent"
    live.locator("[data-intensity='6']").click()
    if live.is_phone:
        live.locator("#kinds summary").click()
    live.get_by_role("button", name="Dull").click()
    live.get_by_role("button", name="Stiff").click()
    assert sentence(live) == "Left beside the spine, lowest back, 6 of 10, dull and stiff."
    assert fields(live) == [
        "intensity.paraspinal_l4_s1.left=6", "quality.paraspinal_l4_s1.left=dull", "quality.paraspinal_l4_s1.left=stiff"
    ]
    label = shape(live, LOW_BACK).get_attribute("aria-label")
    assert label == "left beside the spine, lowest back, 6 of 10, dull and stiff"
    assert live.locator("#view-back .numbers").inner_html().count(">6<") == 1
    live.get_by_role("button", name="Not said").click()
    live.get_by_role("button", name="Stiff").click()
    assert fields(live) == ["quality.paraspinal_l4_s1.left=dull"]


def test_colour_never_stands_alone(live):
    live.goto("/")
    tap(live, LOW_BACK)
    assert "hatch" in shape(live, LOW_BACK).evaluate("path => getComputedStyle(path).fill")
    fills = set()
    for level in (1, 3, 5, 7, 9):
        live.locator(f"[data-intensity='{level}']").click()
        assert live.locator("#view-back .numbers").text_content() == str(level)
        fills.add(shape(live, LOW_BACK).evaluate("path => getComputedStyle(path).fill"))
    assert len(fills) == 5


def test_the_list_stays_in_step(live):
    live.goto("/")
    if live.is_phone:
        assert not live.locator("#place-sacrum-midline").is_visible(), "on a phone the list waits behind a button"
        live.locator("#list > summary").click()
    live.locator("summary", has_text="Buttock, hip and pelvis").click()
    live.locator("#place-sacrum-midline").check()
    assert marked(live) == {"sacrum midline"}
    assert live.locator("#feeling-title").inner_text() == "Flat bone at the base of the spine"
    live.locator("#place-sacrum-midline").uncheck()
    assert marked(live) == set()
    tap(live, BUTTOCK)
    assert live.locator("#place-buttock_middle-left").is_checked()


@pytest.mark.parametrize(
    "words, found",
    [
        ("sit bone", {"ischial_tuberosity"}),
        ("dimple joint line", {"sacroiliac_joint"}),
        ("lower back hip bone", {"flank_posterior", "iliac_crest_posterior"}),
    ],
)
def test_the_list_is_searched_by_plain_words(live, words, found):
    live.goto("/")
    if live.is_phone:
        live.locator("#list > summary").click()
    live.get_by_label("Search the list").fill(words)
    rows = live.locator(".row:visible input[name=place]")
    shown = set(rows.evaluate_all("boxes => boxes.map((box) => box.value.split(':')[0])"))
    assert found <= shown and len(shown) < 8, shown
    live.get_by_label("Search the list").fill("zzz")
    assert live.locator(".row:visible").count() == 0
    assert live.locator(".search-count").inner_text().startswith("Nothing fits.")
    live.get_by_label("Search the list").fill("")
    assert live.locator("details.zone:visible").count() == 11


def test_many_places_are_summed_up_strongest_first(live):
    live.goto("/")
    live.get_by_role("button", name="Brush").click()
    stroke(live, "back-paraspinal_t9_t12-left", "back-paraspinal_l4_s1-left")
    live.get_by_role("button", name="Tap").click()
    tap(live, BUTTOCK)
    live.locator("[data-intensity='8']").click()
    assert sentence(live).startswith("Left middle of the buttock, 8 of 10; ")
    assert sentence(live).endswith("; and 1 more.")


def test_start_again_clears_everything(live):
    live.goto("/")
    tap(live, LOW_BACK)
    with live.expect_navigation():
        live.get_by_role("link", name="Start again").click()
    assert marked(live) == ticked(live) == set()


def test_going_on_and_back_keeps_the_drawing(live):
    live.goto("/")
    tap(live, LOW_BACK)
    live.locator("[data-intensity='6']").click()
    live.get_by_role("button", name="Go on").click()
    live.wait_for_url("**/questions")
    live.go_back()
    live.wait_for_selector(".region.is-marked")
    assert sentence(live) == "Left beside the spine, lowest back, 6 of 10."
    assert fields(live) == ["intensity.paraspinal_l4_s1.left=6"]


def test_a_page_with_everything_said_shows_it_again(live):
    live.goto("/")
    tap(live, LOW_BACK)
    live.locator("[data-intensity='6']").click()
    follow(live, live.get_by_role("button", name="Go on"))
    assert live.url.endswith("/questions")
    follow(live, live.locator("button[formaction='/']").first)
    live.wait_for_selector(".region.is-marked")
    assert sentence(live) == "Left beside the spine, lowest back, 6 of 10."
