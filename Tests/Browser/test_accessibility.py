"""Every kind of page in light and dark, on a phone and on a desk, through axe: no violation is allowed."""

import os
import random
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe

import partner
import plans
import test_people as people
from conftest import ADDRESS, ALL_LOOKS, LOOKS, SLOW_LINE, picture, slow_down

PLACES = [("place", "paraspinal_l4_s1:left"), ("place", "buttock_upper_lateral:left"), ("complete", "yes"), ("age", "41")]
FELT = PLACES + [("intensity.paraspinal_l4_s1.left", "6"), ("intensity.buttock_upper_lateral.left", "3")]
SEED = int(os.environ.get("UNKNOT_TEST_SEED", "20"))


def looks(things):
    """Each thing with one look, and every look in turn, so that `make test` stays short; with every look in `make soak`."""
    return [
        pytest.param(thing, *look, id=f"{thing}-{look[0]}-{look[1]}")
        for number, thing in enumerate(things)
        for look in (LOOKS if ALL_LOOKS else [LOOKS[number % len(LOOKS)]])
    ]


@pytest.fixture
def visitor(browser, width, scheme):
    """A page with scripts."""
    context = browser.new_context(
        viewport={"width": width, "height": 844 if width < 600 else 900},
        color_scheme=scheme,
        has_touch=width < 600,
        device_scale_factor=1,
        base_url=ADDRESS,
    )
    # Colours that are still fading in have no contrast of their own yet.
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    if SLOW_LINE:
        slow_down(page)
    yield page
    context.close()


def post(page, path, fields):
    """Posts a form as the pages do."""
    page.goto("/health")
    with page.expect_navigation(wait_until="load"):
        page.evaluate(
            """([path, fields]) => {
                const form = document.createElement("form");
                form.method = "post";
                form.action = path;
                for (const [name, value] of fields) {
                    const field = document.createElement("input");
                    [field.type, field.name, field.value] = ["hidden", name, value];
                    form.append(field);
                }
                document.body.append(form);
                form.submit();
            }""",
            [path, fields],
        )


def violations(page):
    """What axe found, in one line each."""
    response = Axe().run(page).response
    return [
        f"{found['id']}: {found['help']} at {[node['target'] for node in found['nodes'][:3]]}"
        for found in response["violations"]
    ]


def open_all(page):
    """Unfolds everything, since what is folded is not looked at."""
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")


def plan(page):
    """Denies what is asked, up to the plan."""
    post(page, "/release", FELT + [("plan.set_up", "yes"), ("plan.tool", "ball"), ("plan.helper", "yes")])
    while page.locator(".signs, .health").count():
        with page.expect_navigation(wait_until="load"):
            page.locator(".actions button[type=submit]").first.click()


said = []


def plan_with(page, more):
    """What follows from the same plan with something else, which nobody writes down. The way there is walked once."""
    if not said:
        plan(page)
        said.extend(page.evaluate(
            "[...document.querySelectorAll('.plan-start form:first-child input')].map(field => [field.name, field.value])"
        ))
    post(page, "/release", [field for field in said if field[0] not in ("form_token", "record_person")] + more)


def plan_stopped(page):
    """What comes instead of a plan, in a record of its own: what stops there stops every session until it is asked anew."""
    people.add(page, people.name())
    plan_with(page, [("plan.health", "high_risk_pregnancy")])


def reach(page, selector):
    """Goes through the interview until a screen has an element."""
    post(page, "/questions", FELT)
    for _ in range(30):
        if page.locator(selector).count():
            return
        with page.expect_navigation(wait_until="load"):
            page.locator("main form button[type=submit]").first.click()
    raise AssertionError(f"the interview never came to {selector}")


PRESS = [
    ("kind", "press"), ("back", "knots"), ("press.point", "gluteus_medius_tp1"), ("press.side", "left"),
    ("press.tenderness", "6"),
]


def change_first(page):
    """The form for an entry that is there."""
    post(page, "/today", [("kind", "pain"), ("pain.now", "6"), ("pain.worst", "8")])
    with page.expect_navigation(wait_until="load"):
        page.locator(".entry-row .entry-ways a").first.click()


def forecast(page):
    """The days ahead, from a day that was just written down."""
    post(page, "/today", [("kind", "pain"), ("pain.average", "5")])
    page.goto("/prevent/forecast")
    page.locator(".fore-chart").first.wait_for()


def map_over_time(page):
    post(page, "/record/keep", FELT + [("keep", "drawing")])
    page.goto("/record/map")


def session_playing(page):
    post(page, "/release/session", plans.plan(plans.BLADE_RIGHT, minutes=12))
    page.locator("[data-act=begin]").click()


def session_done(page):
    session_playing(page)
    page.locator("[data-act=skip]:visible").click()
    page.locator("[data-act=stop]:visible").click()
    with page.expect_navigation(wait_until="load"):
        page.locator("button[type=submit]:visible").click()


def two(page, word=None):
    """The partner's page, after something was said."""
    post(page, "/release/partner", partner.fields())
    link = page.locator("[data-partner-link]").get_attribute("href")
    if word:
        page.locator(f"button[data-word={word}]").click()
        page.locator("[data-stopped]:visible").wait_for()
    page.goto(link)
    page.locator("[data-stop]" if word == "stop" else "[data-live]").wait_for()


KINDS = {
    "map": lambda page: page.goto("/"),
    "map-marked": lambda page: post(page, "/", FELT),
    "how-bad": lambda page: post(page, "/questions", PLACES),
    "warnings": lambda page: reach(page, ".signs"),
    "question": lambda page: reach(page, ".answers"),
    "result": lambda page: post(page, "/result", FELT),
    "press": lambda page: post(page, "/press", FELT),
    "emergency": lambda page: post(page, "/result", FELT + [("answer.saddle_numbness", "yes")]),
    "nothing-marked": lambda page: post(page, "/questions", [("complete", "yes")]),
    "no-such-page": lambda page: page.goto("/nowhere"),
    "release-start": lambda page: page.goto("/release"),
    "release-means": lambda page: plan_with(page, [("plan.again", "means")]),
    "release-health": lambda page: plan_with(page, [("plan.again", "health")]),
    "release-plan": plan,
    "release-stop": plan_stopped,
    "understand": lambda page: page.goto("/understand"),
    "understand-set": lambda page: post(page, "/understand", [("start", "active"), ("stress", "8"), ("presses", "14")]),
    "today": lambda page: page.goto("/today"),
    "today-saved": lambda page: post(page, "/today?days=30", [("kind", "pain"), ("pain.now", "4")]),
    "today-refused": lambda page: post(page, "/today", [("kind", "sleep"), ("sleep.hours", "30")]),
    "session": lambda page: post(page, "/release/session", plans.plan(plans.BLADE_RIGHT)),
    "session-playing": session_playing,
    "session-done": session_done,
    "record": lambda page: page.goto("/record"),
    "record-change": change_first,
    "record-knots": lambda page: post(page, "/today", PRESS),
    "record-map": map_over_time,
    "forecast": forecast,
    "record-preferences": lambda page: page.goto("/record/preferences"),
    "partner-host": lambda page: post(page, "/release/partner", partner.fields()),
    "partner": lambda page: two(page),
    "partner-stopped": lambda page: two(page, "stop"),
    "sheet-partner": lambda page: post(page, "/release/sheet", partner.fields()),
    "sheet-therapist": lambda page: post(page, "/release/sheet", partner.fields(("sheet.for", "therapist"))),
    "atlas": lambda page: page.goto("/atlas"),
    "atlas-search": lambda page: page.goto("/atlas?q=low+back"),
    "atlas-region": lambda page: page.goto("/atlas/regions/paraspinal_l4_s1"),
    "learn": lambda page: page.goto("/learn"),
    "learn-signs": lambda page: page.goto("/learn/not_a_knot"),
    "learn-where": lambda page: page.goto("/learn/where"),
    "learn-doubtful": lambda page: page.goto("/learn/doubtful"),
    "learn-found": lambda page: page.goto("/learn?q=massage"),
    "techniques": lambda page: page.goto("/techniques"),
    "technique": lambda page: page.goto("/techniques/finger_press_hold"),
    "prevent": lambda page: page.goto("/prevent"),
    "prevent-check": lambda page: page.goto("/prevent/check"),
    "prevent-hours": lambda page: page.goto("/prevent/hours"),
    "prevent-habits": lambda page: page.goto("/prevent/habits"),
}


@pytest.mark.parametrize(("kind", "width", "scheme"), looks(KINDS))
def test_kinds_of_pages(visitor, kind, width, scheme):
    KINDS[kind](visitor)
    picture(visitor, f"kind-{kind}-{width}-{scheme}")
    open_all(visitor)
    assert violations(visitor) == []
    size = visitor.evaluate("document.documentElement.scrollWidth")
    assert size <= width, f"{kind} is {size} wide at {width}"


def atlas_pages():
    """Ten pages of the atlas, drawn by seed."""
    with urllib.request.urlopen(ADDRESS + "/atlas") as answer:
        text = answer.read().decode()
    muscles = sorted(set(part.split('"')[0] for part in text.split('href="/atlas/muscles/')[1:]))
    chosen = random.Random(SEED).sample(muscles, 10)
    return [f"/atlas/muscles/{name}" for name in chosen]


@pytest.mark.parametrize(("part", "width", "scheme"), looks(range(len(LOOKS))))
def test_atlas_pages(visitor, part, width, scheme):
    for number, path in list(enumerate(atlas_pages()))[part :: len(LOOKS)]:
        visitor.goto(path)
        if number % 3:
            # Two of three lead on to their first point.
            visitor.goto(visitor.locator("a[href^='/atlas/points/']").first.get_attribute("href"))
        open_all(visitor)
        assert violations(visitor) == [], visitor.url
