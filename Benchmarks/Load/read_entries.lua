-- Each request reads the newest entries.
wrk.method = "GET"
wrk.path = "/api/entries"

function done(summary, latency)
    print(string.format("rate %.0f p50 %.1f p99 %.1f worst %.1f failed %d",
        summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        latency.max / 1000, summary.errors.status + summary.errors.timeout + summary.errors.read
            + summary.errors.write + summary.errors.connect))
end
