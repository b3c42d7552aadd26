"""Reminders: put off and ticked on the page, with and without scripts; the calendar file, read by another program."""

import datetime
import json
import pathlib
import urllib.request
import uuid
import zoneinfo

import icalendar
import pytest
from axe_playwright_python.sync_playwright import Axe
from dateutil import rrule
from playwright.sync_api import expect

from conftest import ADDRESS, follow, opened

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")


def noon():
    """A zone where it is about noon now, so that nothing here meets midnight."""
    hour = datetime.datetime.now(datetime.timezone.utc).hour
    east = 12 - hour
    # The names of these zones count westwards.
    return f"Etc/GMT{'-' if east > 0 else '+'}{abs(east)}" if east else "Etc/GMT"


def person(page):
    """A person of this test's own: all tests share a server."""
    page.goto("/record/people")
    page.get_by_label("For someone else", exact=True).check()
    page.locator("#name").fill(f"Ada {uuid.uuid4().hex[:8]}")
    follow(page, page.get_by_role("button", name="Add", exact=True))


def written(page, reminders, zone, quiet=None):
    """Writes a list down as if it had been there since this morning."""
    at = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=6)
    payload = {"reminders": [{"id": str(uuid.uuid4()), **reminder} for reminder in reminders]}
    if quiet:
        payload["quiet"] = {"from": quiet[0], "to": quiet[1]}
    entry = {"kind": "reminders", "at": at.isoformat(timespec="seconds"), "zone": zone, "payload": payload}
    answer = page.request.post("/api/entries", data=json.dumps(entry), headers={"content-type": "application/json"})
    assert answer.status == 201, answer.text()
    return payload["reminders"]


def ago(zone, minutes):
    now = datetime.datetime.now(zoneinfo.ZoneInfo(zone))
    return (now - datetime.timedelta(minutes=minutes)).strftime("%H:%M")


def due(page):
    return page.locator(".reminder-due")


def test_put_off_and_ticked_without_leaving_the_page(browser):
    zone = noon()
    with opened(browser, 390, is_mobile=True, reduced_motion="reduce", timezone_id=zone) as page:
        page.context.grant_permissions(["notifications"])
        person(page)
        written(page, [{"what": "Stand up", "at": [ago(zone, 20)]}, {"what": "Drink", "at": [ago(zone, 15)]}], zone)
        page.goto("/today")
        expect(due(page)).to_have_count(2)
        page.locator("textarea").first.evaluate("(field) => { field.value = 'half a note'; }")
        due(page).filter(has_text="Stand up").get_by_role("button", name="In 10 minutes").click()
        expect(due(page)).to_have_count(1)
        due(page).get_by_role("button", name="Done").click()
        expect(due(page)).to_have_count(0)
        # The page was not left: what was half typed is still there.
        assert page.locator("textarea").first.input_value() == "half a note"
        page.reload()
        expect(due(page)).to_have_count(0)
        # Ten minutes later the one comes back, the other does not.
        later = page.context.cookies()
        kept = next(cookie for cookie in later if cookie["name"] == "unknot_reminders")
        parts = [part.split("~") for part in kept["value"].split(".")]
        earlier = ".".join("~".join([part[0]] + [shifted(minutes, -11) for minutes in part[1:]]) for part in parts)
        page.context.add_cookies([{**kept, "value": earlier}])
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(due(page)).to_have_count(1)
        expect(due(page)).to_contain_text("Stand up")
        page.goto("/prevent/reminders")
        expect(page.get_by_text("They are also shown outside the page")).to_be_visible()


def shifted(minutes, by):
    """Minutes since 1970 in base 36, some minutes later."""
    number, digits = int(minutes, 36) + by, ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits


def test_without_scripts_added_put_off_and_looked_at(browser, width, scheme):
    zone = noon()
    options = {"java_script_enabled": False, "color_scheme": scheme}
    with opened(browser, width, **options) as page:
        page.context.add_cookies([{"name": "unknot_zone", "value": zone, "url": ADDRESS}])
        person(page)
        written(
            page,
            [
                {"what": "Drink a glass", "at": [ago(zone, 5)]},
                {"what": "Turn your shoulders", "every": 45, "from": "00:00", "to": "01:00", "days": ["monday", "friday"]},
                {"what": "Press the left shoulder", "at": ["09:00", "20:00"], "session": True, "off": True},
            ],
            zone,
            quiet=("22:00", "00:30"),
        )
        page.goto("/prevent/reminders")
        expect(due(page)).to_have_count(1)
        for zone_part in page.locator("details.zone").all():
            zone_part.locator("summary").click()
        output = pathlib.Path(__file__).resolve().parents[1] / "Output"
        output.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=output / f"reminders-{width}-{scheme}.png", full_page=True)
        follow(page, due(page).get_by_role("button", name="In an hour"))
        expect(due(page)).to_have_count(0)
        form = page.locator("#reminder-times")
        page.get_by_text("At certain times").click()
        form.get_by_label("What to do").fill("Walk")
        form.get_by_label("At what times").fill("9:15, 17:00")
        follow(page, form.get_by_role("button", name="Add", exact=True))
        expect(page.locator(".done-notice")).to_contain_text("Your reminders are saved.")
        expect(page.get_by_text("At 09:15 and 17:00, every day")).to_be_visible()


def test_page_is_accessible(browser, width, scheme):
    zone = noon()
    with opened(browser, width, color_scheme=scheme, reduced_motion="reduce", timezone_id=zone) as page:
        person(page)
        page.context.add_cookies([{"name": "unknot_zone", "value": zone, "url": ADDRESS}])
        written(page, [{"what": "Drink", "at": [ago(zone, 15)]}], zone)
        for path in ["/prevent/reminders", "/prevent/patterns"]:
            page.goto(path)
            page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
            found = Axe().run(page).response["violations"]
            assert [(f["id"], [n["target"] for n in f["nodes"][:3]]) for f in found] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        # What is due comes before anything else on Today, however wide.
        page.goto("/today")
        places = [page.locator(part).bounding_box() for part in [".reminder-due", ".log-pain", ".today-course"]]
        assert places[0]["y"] + places[0]["height"] <= min(places[1]["y"], places[2]["y"])


def events(text):
    """The file as the parser of another project reads it, with its events by name."""
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    return calendar, {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def starts(event, until):
    """When an event happens, by the zone that the file itself describes."""
    start = event.decoded("DTSTART")
    rule = rrule.rrulestr(event["RRULE"].to_ical().decode(), dtstart=start.replace(tzinfo=None))
    return [moment.replace(tzinfo=start.tzinfo) for moment in rule.between(start.replace(tzinfo=None), until, inc=True)]


def test_the_calendar_is_read_by_another_program(browser):
    what = "Grüße, Knoten; 肩を回す \\ " + "sehr lang " * 6
    with opened(browser, 1280, timezone_id="Europe/Berlin") as page:
        page.context.add_cookies([{"name": "unknot_zone", "value": "Europe/Berlin", "url": ADDRESS}])
        person(page)
        written(
            page,
            [
                {"what": what, "at": ["09:00"]},
                {"what": "Weekdays", "at": ["17:30"], "days": ["tuesday", "friday"]},
                {"what": "Breaks", "every": 60, "from": "09:00", "to": "23:00"},
                {"what": "Off", "at": ["10:00"], "off": True},
            ],
            "Europe/Berlin",
            quiet=("18:00", "07:00"),
        )
        page.goto("/prevent/reminders")
        follow(page, page.get_by_role("button", name="Make an address"))
        address = page.locator("#calendar-address").input_value()
        follow(page, page.get_by_role("button", name="Take the address back"))
        # A calendar has no cookies.
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(address)
        assert refused.value.code == 404
        follow(page, page.get_by_role("button", name="Make an address"))
        address = page.locator("#calendar-address").input_value()
    with urllib.request.urlopen(address) as answer:
        text, tag = answer.read(), answer.headers["ETag"]
        assert answer.headers["Content-Type"].startswith("text/calendar")
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    calendar, found = events(text)
    assert set(found) == {what.strip(), "Weekdays", "Breaks"}
    # Quiet hours leave breaks from 10:00 to 17:00.
    assert len(calendar.walk("VEVENT")) == 2 + 8 and len(calendar.walk("VTIMEZONE")) == 1
    assert len({str(event["UID"]) for event in calendar.walk("VEVENT")}) == 10
    assert found["Weekdays"].decoded("DTSTART").isoweekday() in (2, 5)
    assert all(alarm["TRIGGER"].dt == datetime.timedelta(0) for alarm in calendar.walk("VALARM"))
    # Summer time by the rules in the file is that of the system's own table, for years.
    zone = calendar.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    for hour in range(0, 24 * 365 * 6, 7):
        utc = datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(hours=hour)
        wall = utc.astimezone(BERLIN).replace(tzinfo=None)
        if wall.replace(tzinfo=BERLIN).astimezone(datetime.timezone.utc) == utc:
            assert zone.utcoffset(wall) == BERLIN.utcoffset(wall), wall
    morning = found[what.strip()]
    year = starts(morning, datetime.datetime.now() + datetime.timedelta(days=400))
    assert len(year) >= 400 and {moment.astimezone(BERLIN).strftime("%H:%M") for moment in year} == {"09:00"}
    # Asked again, it says that nothing changed.
    again = urllib.request.Request(address, headers={"If-None-Match": tag})
    with pytest.raises(urllib.error.HTTPError) as unchanged:
        urllib.request.urlopen(again)
    assert unchanged.value.code == 304
    with urllib.request.urlopen(address + "?breaks=no") as answer:
        assert set(events(answer.read())[1]) == {what.strip(), "Weekdays"}
