import HTTPTypes
import Testing
import UnknotJournal

@testable import UnknotWeb

@Suite("Figures for whoever runs the server")
struct MetricsTests {
    @Test func `requests are counted by pattern and never by path or person`() async throws {
        let site = try await JournalSite(persons: ["Secret Name"])
        let text = try await site.ask { client async throws in
            _ = try await client.get("/atlas/muscles/gluteus_medius")
            _ = try await client.get("/nowhere/secret-path")
            _ = try await client.post(#"{"kind":"note","at":"2026-03-01T08:00:00Z","payload":{"text":"secret note"}}"#)
            return try await client.get("/metrics").text
        }
        #expect(text.contains(#"unknot_http_requests_total{method="POST",route="/api/entries",status="201"} 1"#))
        #expect(text.contains(#"unknot_store_call_seconds_count{call="append"} 1"#))
        for secret in ["Secret", "secret", "gluteus"] { #expect(!text.contains(secret), "\(secret)") }
    }

    @Test func `the text is in the form that Prometheus reads`() async throws {
        let answer = try await JournalSite().ask { client async throws in
            _ = try await client.get("/health")
            return try await client.get("/metrics")
        }
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        var typed: Set<Substring> = []
        for line in answer.text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.first == "#" {
                if words[1] == "TYPE" { typed.insert(words[2]) }
                continue
            }
            #expect(line.wholeMatch(of: /[a-z_]+(\{([a-z]+="[^"\\]*",?)+\})? (-?[0-9.e+-]+)/) != nil, "\(line)")
            let name = line.prefix { $0 != "{" && $0 != " " }
            #expect(name.hasPrefix("unknot_"))
            let base = ["_bucket", "_sum", "_count"].reduce(name) { $0.hasSuffix($1) ? $0.dropLast($1.count) : $0 }
            #expect(typed.contains(name) || typed.contains(base), "\(name)")
        }
        for name in typed { #expect(MetricNames.help[String(name)] != nil, "\(name)") }
    }

    @Test func `buckets add up`() {
        let metrics = PrometheusMetrics()
        let timer = metrics.makeTimer(label: "unknot_t", dimensions: [("a", "b\"\\\n")]) as? HistogramSeries
        for nanoseconds: Int64 in [100, 400_000, 600_000, 30_000_000_000] { timer?.recordNanoseconds(nanoseconds) }
        let text = metrics.text
        #expect(text.contains(#"unknot_t_bucket{a="b\"\\\n",le="0.0005"} 2"#))
        #expect(text.contains(#"unknot_t_bucket{a="b\"\\\n",le="0.001"} 3"#))
        #expect(text.contains(#"unknot_t_bucket{a="b\"\\\n",le="10"} 3"#))
        #expect(text.contains(#"unknot_t_bucket{a="b\"\\\n",le="+Inf"} 4"#))
        #expect(text.contains(#"unknot_t_count{a="b\"\\\n"} 4"#))
    }

    @Test func `a series goes on where it was`() {
        let metrics = PrometheusMetrics()
        for _ in 0..<3 {
            let counter = metrics.makeCounter(label: "unknot_c", dimensions: []) as? NumberSeries
            counter?.increment(by: Int64(2))
        }
        let gauge = metrics.makeMeter(label: "unknot_g", dimensions: []) as? NumberSeries
        gauge?.set(1.5)
        #expect(metrics.text == "# TYPE unknot_c counter\nunknot_c 6\n# TYPE unknot_g gauge\nunknot_g 1.5\n")
    }

    @Test(arguments: ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
    func `what comes through a proxy sees no figures`(field: String) async throws {
        let name = try #require(HTTPField.Name(field))
        let answer = try await JournalSite().ask { try await $0.get("/metrics", headers: [name: "192.0.2.1"]) }
        #expect(answer.status == .notFound)
    }

    @Test func `ready asks the store`() async throws {
        let site = try await JournalSite()
        let good = try await site.ask { try await $0.get("/ready") }
        #expect(good.status == .ok)
        #expect(try good.json["store"] as? String == "ready")
        let failing = FailingStore(store: site.store, error: .diskFull)
        let bad = try await site.ask(failing) { try await $0.get("/ready") }
        #expect(bad.status == .serviceUnavailable)
        #expect(try bad.json["store"] as? String == "unreachable")
        let health = try await site.ask(failing) { try await $0.get("/health") }
        #expect(health.status == .ok)
    }
}
