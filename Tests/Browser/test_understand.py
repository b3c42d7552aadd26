"""The page that explains a knot: settings redraw it with scripts, and a button does without."""

from playwright.sync_api import expect

from conftest import ADDRESS, follow

SLIDERS = ["water", "sleep", "stress", "held", "load", "blow", "overstretch", "press_strength", "press_seconds", "presses"]


def lines(page):
    """The curves in front, as they are drawn."""
    return page.locator("#outlook .curve-band").evaluate_all("bands => bands.map(band => band.getAttribute('d'))")


def move(page, name, value):
    """Moves a slider as a hand does."""
    page.locator(f"#set-{name}").evaluate(
        """(slider, value) => {
            slider.value = value;
            slider.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        str(value),
    )


def test_a_slider_redraws_the_page(live):
    live.goto("/understand")
    before = lines(live)
    address = live.url
    with live.expect_response(lambda answer: answer.request.method == "POST") as answer:
        move(live, "blow", 9)
    assert answer.value.status == 200
    expect(live.locator("#out-blow")).to_have_text("9 of 10")
    assert lines(live) != before
    assert live.url == address, "settings stand in no address"
    expect(live.locator("#set-blow")).to_have_attribute("aria-valuetext", "9 of 10")
    expect(live.locator("#told")).to_contain_text("In four weeks: pain")
    # The button still sends what the sliders say.
    expect(live.locator("#set-blow")).to_have_value("9")


def test_keys_move_a_slider_and_keep_the_focus(desk):
    desk.goto("/understand")
    slider = desk.locator("#set-stress")
    slider.focus()
    with desk.expect_response(lambda answer: answer.request.method == "POST"):
        slider.press("ArrowRight")
    expect(desk.locator("#out-stress")).to_have_text("3 of 10")
    expect(slider).to_be_focused()


def test_a_start_redraws_the_page(live):
    live.goto("/understand")
    with live.expect_response(lambda answer: answer.request.method == "POST"):
        live.locator("label:has(#start-active)").click()
    expect(live.locator("#outlook .moment").first).to_contain_text("hurts by itself")


def test_a_lost_server_is_said(browser):
    context = browser.new_context()
    page = context.new_page()
    page.goto(ADDRESS + "/understand")
    page.route("**/understand", lambda route: route.abort())
    move(page, "stress", 9)
    expect(page.locator("#told")).to_contain_text("could not be redrawn")
    context.close()


def test_without_scripts_an_example_and_the_button_do_it(page, shoot):
    page.goto("/understand")
    shoot("understand")
    follow(page, page.get_by_role("button", name="Press it daily"))
    expect(page.locator("#start-latent")).to_be_checked()
    expect(page.locator("#out-presses")).to_have_text("every day")
    before = page.locator("#outlook .curve-band").first.get_attribute("d")
    page.locator("label:has(#start-active)").click()
    follow(page, page.get_by_role("button", name="Show", exact=True))
    expect(page.locator("#start-active")).to_be_checked()
    assert page.locator("#outlook .curve-band").first.get_attribute("d") != before
    assert "?" not in page.url


def test_every_slider_has_a_name_and_a_value_in_words(page):
    page.goto("/understand")
    for name in SLIDERS:
        slider = page.locator(f"#set-{name}")
        assert slider.get_attribute("aria-valuetext") == page.locator(f"#out-{name}").inner_text()
        assert page.locator(f"label[for=set-{name}]").inner_text()


def test_ways_in(page):
    page.goto("/")
    follow(page, page.get_by_role("link", name="Understand"))
    expect(page.get_by_role("heading", level=1)).to_have_text("What is a knot?")
