"""The first page with everything it needs weighs at most 200 KB compressed, and nothing comes from elsewhere."""

from conftest import ADDRESS

MOST_BYTES = 200_000


def test_first_page_is_light(browser):
    context = browser.new_context(base_url=ADDRESS)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes, encodings, kinds = [], {}, {}
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))

    def note(event):
        url = event["response"]["url"]
        headers = {name.lower(): value for name, value in event["response"]["headers"].items()}
        encodings[url] = headers.get("content-encoding")
        kinds[url] = headers.get("content-type", "")

    session.on("Network.responseReceived", note)
    page.goto("/", wait_until="networkidle")
    context.close()
    assert sum(sizes) <= MOST_BYTES
    assert all(url.startswith(ADDRESS + "/") for url in kinds)
    big = [url for url, kind in kinds.items() if kind.startswith(("text/html", "text/css"))]
    assert big and all(encodings[url] == "gzip" for url in big), encodings


def test_nothing_jumps_while_the_first_page_loads(browser):
    for width, height in [(390, 844), (1280, 900)]:
        context = browser.new_context(base_url=ADDRESS, viewport={"width": width, "height": height})
        page = context.new_page()
        page.add_init_script(
            """
            window.shift = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
            """
        )
        page.goto("/", wait_until="networkidle")
        page.wait_for_timeout(300)
        assert page.evaluate("window.shift") == 0, f"at {width}"
        context.close()
