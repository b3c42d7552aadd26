"""Fields that lead to a plan."""

import csv
import pathlib

SIGNS = pathlib.Path(__file__).resolve().parents[2] / "Knowledge" / "red_flags.csv"

# Each test has a knot of its own: what one does to a knot changes the next plan for it.
LOW_BACK_LEFT = [("place", "paraspinal_l4_s1:left"), ("place", "buttock_upper_lateral:left")]
LOW_BACK_RIGHT = [("place", "paraspinal_l4_s1:right"), ("place", "buttock_upper_lateral:right")]
SHOULDER_LEFT = [("place", "shoulder_top:left"), ("place", "neck_side:left")]
SHOULDER_RIGHT = [("place", "shoulder_top:right"), ("place", "neck_side:right")]
BLADE_LEFT = [("place", "infraspinous_fossa:left"), ("place", "posterior_shoulder:left")]
BLADE_RIGHT = [("place", "infraspinous_fossa:right"), ("place", "posterior_shoulder:right")]


def plan(places, minutes=10, tools=("ball",)):
    """Every warning question answered no, with a ball at home."""
    with open(SIGNS, newline="", encoding="utf-8") as file:
        signs = [row["id"] for row in csv.DictReader(file) if not row["id"].startswith("combo_")]
    means = [("plan.tool", tool) for tool in tools] + [("plan.minutes", str(minutes)), ("plan.set_up", "yes")]
    return places + [("complete", "yes"), ("age", "41")] + [(f"answer.{sign}", "no") for sign in signs] + means


def post(page, path, fields):
    """Posts a form from a page of ours, as the page of a plan does."""
    page.goto("/atlas?q=none")
    with page.expect_navigation(wait_until="load"):
        page.evaluate(
            """([path, fields]) => {
                const form = document.createElement("form");
                [form.method, form.action] = ["post", path];
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
