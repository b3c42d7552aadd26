"""From the result to a plan without scripts: tools, health check, plan, flare, and what a health answer takes away."""

from conftest import follow
from plans import LOW_BACK_LEFT, plan, post
from test_flow_interview import heading, targets_are_large

HEALTH = "Does any of this apply to you?"


def test_result_leads_to_a_plan(page, shoot):
    # The way to a result is walked elsewhere; here every warning question was answered with no.
    post(page, "/result", [field for field in plan(LOW_BACK_LEFT) if not field[0].startswith("plan.")])
    follow(page, page.get_by_role("button", name="Make a plan"))
    assert page.url.endswith("/release"), "nothing that was said may stand in the address"
    page.get_by_label("Ball", exact=True).check(force=True)
    targets_are_large(page)
    shoot("release-means")
    follow(page, page.get_by_role("button", name="Go on"))

    # Who has a journal is asked again only when an answer is due; other tests may have answered today.
    if heading(page) == HEALTH:
        follow(page, page.get_by_role("button", name="None of these"))
    assert heading(page).startswith("Your plan")
    follow(page, page.get_by_role("button", name="Look at the health check again"))
    assert heading(page) == HEALTH
    assert page.locator(".health-group").count() >= 2
    targets_are_large(page)
    shoot("release-health")
    follow(page, page.get_by_role("button", name="None of these"))

    assert page.locator(".plan-step").count() >= 2
    assert page.locator(".plan-step .close-up").count() >= 1
    for step in page.locator(".plan-step").all():
        assert step.locator(".plan-stop li").count() >= 1, "every step says when to stop"
    targets_are_large(page)
    shoot("release-plan")
    follow(page, page.get_by_role("button", name="Only three gentle minutes"))
    assert heading(page).startswith("A short plan")
    assert page.locator(".plan-step").count() >= 1
