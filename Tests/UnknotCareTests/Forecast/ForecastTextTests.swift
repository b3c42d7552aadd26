import Testing
import Unknot

@Suite("Forecasts in words")
struct ForecastTextTests {
    private static let shared = Result { try Engine() }

    private static let stories: [[ForecastDay]] = [
        [], [ForecastDay(pain: 3)], (0..<5).map { _ in ForecastDay(pain: 3) },
        (0..<30).map { ForecastDay(pain: Double($0 % 4), tenderness: 5, hadSession: $0 % 3 == 0) },
        (0..<12).map { _ in ForecastDay(pain: 0) }, (0..<12).map { _ in ForecastDay(pain: 10) },
        [ForecastDay(pain: 3)] + Array(repeating: ForecastDay(), count: 90),
        (0..<60).map { ForecastDay(pain: $0 % 20 < 14 ? 0 : 6) },
    ]

    @Test("every story has words for everything, without gaps or promises", arguments: stories.indices)
    func words(story: Int) throws {
        let engine = try Self.shared.get()
        let (report, text) = (engine.forecast(Self.stories[story]), engine.forecastText)
        var lines = [text.basis(report.forecast), text.theory(report.forecast.theory), text.verdict(report.review)]
        lines += text.limits + text.recurrence(report.recurrence) + report.review.scores.map(text.score)
        lines += report.forecast.pain.map { text.point($0) }
        lines += report.forecast.tenderness.map { text.point($0, isTenderness: true) }
        if let sessions = text.sessions(report.forecast) { lines.append(sessions) }
        for line in lines {
            #expect(!line.isEmpty && !line.contains("{") && !line.contains("_"), "\(line)")
            #expect(!line.contains(" 0\u{A0}%") && !line.contains("100\u{A0}%"), "\(line)")
        }
    }

    @Test
    func `the JSON has four weeks of days, and says what was wrong with input`() throws {
        let engine = try Self.shared.get()
        let days = (0..<20).map { _ in #"{"pain": 4, "session": true}"# }.joined(separator: ",")
        guard case .answer(let data) = try engine.forecast(json: Array(#"{"id": "a", "days": [\#(days)]}"#.utf8)) else {
            Issue.record("refused")
            return
        }
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains(#""day":28"#) && text.contains(#""id":"a""#) && text.contains(#""fit":"#))
        for (json, path) in [
            (#"{"days": [{"pain": 11}]}"#, "days[0].pain"), (#"{"days": [{"pian": 1}]}"#, "days[0].pian"),
            (#"{"days": [{"session": 1}]}"#, "days[0].session"), ("{}", "days"), (#"{"days": 3}"#, "days"),
        ] {
            guard case .refused(_, let problem) = try engine.forecast(json: Array(json.utf8)) else {
                Issue.record("\(json) was taken")
                continue
            }
            #expect(problem.path == path && !problem.allowed.isEmpty)
        }
    }
}
