"""What the tests and the benchmark of a session for two share: a plan with a partner's step, and the two pages."""

import csv
import pathlib

KNOWLEDGE = pathlib.Path(__file__).resolve().parents[2] / "Knowledge"


def ids(table, column):
    with open(KNOWLEDGE / table, newline="", encoding="utf-8") as file:
        return [row[column] for row in csv.DictReader(file)]


def fields(*more):
    """The form of somebody with a knot in the buttock who answered every warning sign with no and has a helper."""
    signs = [name for name in ids("red_flags.csv", "id") if not name.startswith("combo_")]
    return (
        [("place", "paraspinal_l4_s1:left"), ("place", "buttock_upper_lateral:left"), ("complete", "yes"), ("age", "41")]
        + [("answer." + name, "no") for name in signs]
        + [("plan.asked", " ".join(ids("contraindications.csv", "condition_or_finding"))), ("plan.set_up", "yes")]
        + [("plan.helper", "yes"), ("plan.tool", "partner_hand_massager"), ("plan.minutes", "15")]
        + list(more)
    )


def post(page, path, fields):
    """Posts a form as the pages do, from a page that names its icon, so that no browser asks for one that is not there."""
    page.goto("/atlas/regions/paraspinal_l4_s1")
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


def open_both(own, others):
    """Opens the page of the person and that of the partner, each in its own browser context, joined with each other."""
    post(own, "/release/partner", fields())
    link = own.locator("[data-partner-link]").get_attribute("href")
    others.goto(link)
    heard = own.locator("[data-partner-talk]").get_attribute("data-heard")
    own.locator("[data-heard-line]").filter(has_text=heard).wait_for()
    others.locator("[data-line]:not(:empty)").wait_for()
    return link
