-- Each request adds one entry of pain; every answer must be 201.
local thread_number = 0
function setup(thread)
    thread:set("number", thread_number)
    thread_number = thread_number + 1
end

local count = 0
function request()
    count = count + 1
    local body = string.format(
        '{"kind":"pain","at":"2026-03-%02dT%02d:%02d:%02d+01:00","payload":{"now":%d}}',
        count % 28 + 1, count % 24, math.floor(count / 24) % 60, (number or 0) % 60, count % 11)
    return wrk.format("POST", "/api/entries", { ["Content-Type"] = "application/json" }, body)
end

local failed = 0
function response(status)
    if status ~= 201 then failed = failed + 1 end
end

function done(summary, latency)
    print(string.format("rate %.0f p50 %.1f p99 %.1f worst %.1f failed %d",
        summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        latency.max / 1000, summary.errors.status + summary.errors.timeout + summary.errors.read
            + summary.errors.write + summary.errors.connect))
end
