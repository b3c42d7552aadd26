import Testing
import Unknot

@testable import UnknotCare

@Suite("Whether pain comes back")
struct RecurrenceTests {
    private static func days(_ pain: [Double?]) -> [ForecastDay] { pain.map { ForecastDay(pain: $0) } }
    private static let quietWeek = [Double?](repeating: 0, count: 7)

    @Test
    func `without a record it says what was published`() throws {
        let unknown = Recurrence.unknown
        #expect(abs(unknown.chance(within: Recurrence.Published.median) - 0.5) < 1e-9)
        #expect(abs(unknown.chance() - 0.69) < 1e-9)
        #expect(abs(unknown.limitingChance() - 0.40) < 1e-9)
        #expect(unknown.state == .unknown)
        // The same numbers stand in the knowledge base.
        let effects = try Engine().atlas.care.effects.filter { $0.source == "dasilva_2019" }
        #expect(effects.first { $0.outcome == "recurrence_any" }?.size == 69)
        #expect(effects.first { $0.outcome == "recurrence_activity_limiting" }?.size == 40)
        #expect(effects.contains { $0.note.contains("139 days") })
    }

    @Test
    func `quiet months lower the chance, returns raise it`() {
        let quiet = Recurrence(Self.days(Self.quietWeek + Array(repeating: 1, count: 200)))
        #expect(quiet.state == .quiet && quiet.returns == 0 && quiet.quietTime == 200)
        #expect(quiet.quietSince == 207)
        #expect(quiet.chance() < Recurrence.unknown.chance())
        let pattern: [Double?] = Self.quietWeek + Self.quietWeek + [5, 4, 3]
        let often = Recurrence(Self.days(pattern + pattern + pattern))
        #expect(often.returns == 3 && often.state == .inPain && often.quietTime == 3 * 8)
        #expect(often.chance() > Recurrence.unknown.chance())
        #expect(often.limitingChance() < often.chance() && often.chance(factor: 0.72) < often.chance())
    }

    @Test
    func `six quiet days are not gone, and two of ten is no return`() {
        #expect(Recurrence(Self.days(Array(repeating: 0, count: 6) + [5])).returns == 0)
        let little = Recurrence(Self.days(Self.quietWeek + [2, 0, 2]))
        #expect(little.returns == 0 && little.state == .quiet && little.quietTime == 3)
    }

    @Test
    func `a first number of zero is neither pain nor gone`() {
        for pain in [[0.0], Array(repeating: 0, count: 6), [6, 5, 1]] {
            #expect(Recurrence(Self.days(pain)).state == .settling)
        }
        #expect(Recurrence(Self.days([0, 0, 2])).state == .inPain)
    }

    @Test
    func `days of which nothing is known are not called quiet`() {
        let later = Recurrence(Self.days(Self.quietWeek + [Double?](repeating: nil, count: 14)))
        #expect(later.state == .quiet && later.quietSince == 7 && later.silence == 14)
    }

    @Test
    func `a gap of months is no quiet time`() {
        let gap = [Double?](repeating: nil, count: 100)
        let later = Recurrence(Self.days(Self.quietWeek + gap + [0, 5]))
        #expect(later.quietTime == 0 && later.returns == 0 && later.state == .inPain)
        #expect(Recurrence(Self.days(Self.quietWeek + gap)).state == .unknown)
        // Ten days without a log are bridged.
        #expect(Recurrence(Self.days(Self.quietWeek + gap.prefix(9) + [0])).quietTime == 10)
    }
}
