import Testing
import UnknotJournal
import UnknotRecord

@Suite("The history of a questionnaire")
struct QuestionnaireHistoryTests {
    private let test = TestJournal()

    private func history(
        _ questionnaire: Questionnaire, _ records: [QuestionnaireRecord], change: Double, isHigherBetter: Bool = false
    ) async throws -> QuestionnaireHistory {
        for record in records {
            test.clock.advance(by: 86_400_000)
            _ = try await test.journal.add(.questionnaire(record), at: test.clock.now, zone: "Europe/Berlin")
        }
        let rule = try #require(
            ChangeRule(steps: [.init(from: -5, change: change)], isHigherBetter: isHigherBetter))
        return QuestionnaireHistory(questionnaire, in: try await test.journal.values(), rule: rule)
    }

    private func verdict(_ history: QuestionnaireHistory) -> MeaningfulChange.Verdict? {
        if case .change(_, _, let verdict) = history.comparison { verdict } else { nil }
    }

    @Test func `once is not compared, and others do not count`() async throws {
        let history = try await history(
            .peg,
            [QuestionnaireRecord(.bothersomeness, answers: [4]), QuestionnaireRecord(.peg, answers: [7, 5, 6])],
            change: 1)
        #expect(history.filled.map(\.record.score) == [6])
        #expect(history.comparison == .first)
    }

    @Test(arguments: [
        ([4.0, 5, 5], MeaningfulChange.Verdict.improved), ([8, 7, 7], .worse), ([6, 6, 5], .noClearChange),
    ])
    func `a change counts from the smallest one on`(
        answers: [Double], expected: MeaningfulChange.Verdict
    ) async throws {
        let history = try await history(
            .peg, [QuestionnaireRecord(.peg, answers: [7, 5, 6]), QuestionnaireRecord(.peg, answers: answers)],
            change: 1)
        #expect(verdict(history) == expected)
    }

    @Test func `activities are compared in any order, and not with others`() async throws {
        let first = try QuestionnaireRecord(.psfs, answers: [2, 4], items: ["stairs", "socks"])
        let again = try QuestionnaireRecord(.psfs, answers: [7, 5], items: ["socks", "stairs"])
        let same = try await history(.psfs, [first, again], change: 2, isHigherBetter: true)
        #expect(verdict(same) == .improved)
        let other = try QuestionnaireRecord(.psfs, answers: [9, 9], items: ["socks", "typing"])
        #expect(try await history(.psfs, [other], change: 2, isHigherBetter: true).comparison == .otherActivities)
    }

    @Test(arguments: [(3.0, MeaningfulChange.Verdict.improved), (-2, .worse), (1, .noClearChange)])
    func `change since the start is its own comparison`(
        answer: Double, expected: MeaningfulChange.Verdict
    ) async throws {
        let history = try await history(
            .change, [QuestionnaireRecord(.change, answers: [answer])], change: 2, isHigherBetter: true)
        #expect(verdict(history) == expected)
    }
}
