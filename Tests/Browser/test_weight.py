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
