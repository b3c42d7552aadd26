"""Persons on one machine, and accounts at a second server: on a phone and on a desk, light and dark."""

import contextlib
import itertools
import os
import re
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import ADDRESS, ALL_LOOKS, LOOKS, follow, picture

PASSWORD = "dry toast under rain"
PROGRAM = os.environ.get("UNKNOT_TEST_PROGRAM")


def name():
    """A name that no other test uses: all of them share a server."""
    return f"Ada {uuid.uuid4().hex[:8]}"


@contextlib.contextmanager
def visiting(browser, width, address=ADDRESS, **options):
    """A page of a server; nothing may scroll sideways."""
    context = browser.new_context(
        viewport={"width": width, "height": 844 if width < 600 else 900},
        device_scale_factor=1,
        base_url=address,
        reduced_motion="reduce",
        **options,
    )
    yield context.new_page()
    context.close()


turns = itertools.count()


def check(page, name):
    """Looks for what is too small, too wide or not accessible, in one look after the other; in every look in `make soak`."""
    was = page.viewport_size
    for width, scheme in LOOKS if ALL_LOOKS else [LOOKS[next(turns) % len(LOOKS)]]:
        page.set_viewport_size({"width": width, "height": was["height"]})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        picture(page, f"people-{name}-{width}-{scheme}")
        check_look(page, width)
    page.set_viewport_size(was)


def check_look(page, width):
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    found = Axe().run(page).response["violations"]
    assert [(f["id"], [n["target"] for n in f["nodes"][:3]]) for f in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        """[...document.querySelectorAll("main button, main input:not([type=hidden]), main a, main summary")]
            .filter(e => !e.closest("p"))
            .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
            .filter(([, box]) => box.height < 44)
            .map(([text, box]) => `${box.height}: ${text}`)"""
    )
    assert small == []


def add(page, who):
    page.goto("/record/people")
    page.get_by_label("For someone else", exact=True).check()
    page.locator("#name").fill(who)
    follow(page, page.get_by_role("button", name="Add", exact=True))


def test_a_person_is_added_named_and_deleted(browser):
    with visiting(browser, 390) as page:
        who = name()
        add(page, who)
        card = page.locator(".card", has=page.get_by_role("heading", name=who, exact=True))
        expect(card.get_by_text("Open now")).to_be_visible()
        card.get_by_text("Change name or delete").click()
        check(page, "list")
        card.locator("input[name=name]").fill(who + " II")
        follow(page, card.get_by_role("button", name="Save the name"))
        card = page.locator(".card", has=page.get_by_role("heading", name=who + " II", exact=True))
        card.get_by_text("Change name or delete").click()
        follow(page, card.get_by_role("button", name=re.compile("Delete this record")))
        check(page, "delete")
        page.locator("#confirm").fill(who)
        follow(page, page.get_by_role("button", name="Delete everything"))
        expect(page.get_by_role("alert")).to_contain_text("Nothing was deleted")
        expect(page.locator("#confirm")).to_have_attribute("aria-invalid", "true")
        check(page, "delete-wrong")
        page.locator("#confirm").fill(who + " II")
        follow(page, page.get_by_role("button", name="Delete everything"))
        expect(page.get_by_role("status")).to_contain_text("is deleted")
        expect(page.get_by_role("heading", name=who + " II", exact=True)).to_have_count(0)


def test_everything_works_without_scripts(browser):
    with visiting(browser, 390, java_script_enabled=False) as page:
        who = name()
        add(page, who)
        page.goto("/record/people")
        expect(page.get_by_role("heading", name=who, exact=True)).to_be_visible()
        follow(page, page.get_by_role("button", name="Add", exact=True))
        expect(page.locator("body")).to_contain_text(re.compile("Type a name|Whose record"))


def test_another_site_cannot_add_anybody(browser):
    with visiting(browser, 1280) as page:
        who = name()
        form = (
            f'<form method="post" action="{ADDRESS}/record/people"><input name="who" value="other">'
            f'<input name="name" value="{who}"><button>Win a prize</button></form>'
        )
        page.goto("data:text/html," + urllib.parse.quote(form))
        with page.expect_response(ADDRESS + "/record/people") as answer:
            page.get_by_role("button").click()
        assert answer.value.status == 403
        page.goto("/record/people")
        expect(page.get_by_text(who)).to_have_count(0)


def test_a_name_that_was_made_to_lead_here_gets_nothing():
    request = urllib.request.Request(ADDRESS + "/record/people", headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 421


# With accounts.


@pytest.fixture(scope="module")
def address():
    """The address of a second server, with accounts."""
    if not PROGRAM:
        pytest.skip("UNKNOT_TEST_PROGRAM does not name the program")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            [PROGRAM, "serve", "--accounts", "--port", str(port), "--data", folder], stdout=subprocess.DEVNULL
        )
        try:
            url = f"http://127.0.0.1:{port}"
            for _ in range(200):
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(url + "/health").close()
                    break
                time.sleep(0.05)
            yield url
        finally:
            server.terminate()
            server.wait()


def register(page, who, role="My own record"):
    page.goto("/account/register")
    page.get_by_label(role, exact=True).check()
    page.get_by_label("Name for signing in").fill(who)
    page.get_by_label("Password").fill(PASSWORD)
    follow(page, page.get_by_role("button", name="Make the account"))


def test_sharing_from_one_account_to_another(browser, address):
    ada, kim = (f"{who}-{uuid.uuid4().hex[:8]}" for who in ("ada", "kim"))
    with visiting(browser, 390, address) as page:
        page.goto("/account/sign-in")
        check(page, "sign-in")
        page.goto("/account/register")
        check(page, "register")
        page.get_by_label("Name for signing in").fill(ada)
        page.get_by_label("Password").fill("password1234")
        follow(page, page.get_by_role("button", name="Make the account"))
        expect(page.get_by_role("alert")).to_contain_text("one of the first that others would try")
        check(page, "register-wrong")
        register(page, ada)
        page.goto("/account")
        check(page, "account")
        page.goto("/share")
        page.get_by_label("See everything", exact=True).check()
        page.get_by_label("For whom").fill("my physio")
        follow(page, page.get_by_role("button", name="Make the link"))
        link = page.locator("#new-link").input_value()
        assert link.startswith(address + "/shared/")
        with visiting(browser, 390, address) as other:
            other.goto(link)
            check(other, "offer")
            follow(other, other.get_by_role("link", name="Make an account"))
            other.get_by_label("I treat people", exact=True).check()
            other.get_by_label("Name for signing in").fill(kim)
            other.get_by_label("Password").fill(PASSWORD)
            follow(other, other.get_by_role("button", name="Make the account"))
            follow(other, other.get_by_role("button", name="Accept"))
            expect(other.get_by_role("heading", name=ada, exact=True)).to_be_visible()
            check(other, "shared-list")
            follow(other, other.get_by_role("button", name=re.compile("Open the record")))
            page.goto("/share")
            expect(page.get_by_text(f"Taken by {kim}.")).to_be_visible()
            expect(page.locator(".seen")).to_contain_text(f"{kim} (therapist)")
            check(page, "share")
            follow(page, page.get_by_role("button", name=re.compile("Take back")))
            other.goto("/record/people")
            expect(other.get_by_role("heading", name=ada, exact=True)).to_have_count(0)
