import Unknot
import UnknotJournal

/// All fair tests of a record.
struct FairTestsPage: Sendable {
    /// One test.
    struct Row: Sendable {
        let testQuestion: String
        let testStanding: String
        let testDesign: String
        let testVerdict: String?
        let testAddress: String
        let testLabel: String
        let testIsOpen: Bool
        /// Said where today's number is due.
        let testDue: String?
    }

    let tests: [Row]
    let hasTests: Bool
    /// Whether another test may be laid out: one at a time.
    let canBegin: Bool
    let isBusy: Bool

    init(_ tests: [FairTestShelf.Kept], canWrite: Bool, kit: RecordKit) {
        let words = FairTestWords(kit)
        let text = FairTestText(kit.atlas)
        self.tests = tests.map { test in
            let isOpen = test.isOpen(kit)
            var (verdict, design) = (String?.none, "")
            switch test.record.course {
            case .days(let days):
                design = words.design(days)
                if !isOpen, test.isIntact { verdict = test.diary(kit)?.analysis.map(text.verdict) }
            case .sessions(let sessions):
                design = words.design(sessions)
                if !isOpen, test.isIntact {
                    verdict = test.screen(kit)?.look.map { look in
                        text.best(look.analysis) { words.name(sessions.techniques[$0]) }
                    }
                }
            }
            let isDue =
                test.diary(kit).map {
                    $0.phase != .over && $0.takesNumber(for: kit.today.number, from: test.laidOut.number)
                } ?? false
            return Row(
                testQuestion: test.record.question.escapable, testStanding: words.standing(test),
                testDesign: design.escapable, testVerdict: verdict,
                testAddress: FairTestController.address(test.id),
                testLabel: kit.texts(isDue ? "fair_give_number" : isOpen ? "fair_open" : "fair_open_result"),
                testIsOpen: isOpen, testDue: isDue ? kit.texts("fair_number_due") : nil)
        }
        hasTests = !tests.isEmpty
        isBusy = tests.contains { $0.isOpen(kit) }
        canBegin = canWrite && !isBusy
    }
}

extension Page<FairTestsPage> {
    static func fairTests(_ tests: [FairTestShelf.Kept], canWrite: Bool, kit: RecordKit) -> Self {
        Page(
            template: "fairtests", title: kit.texts("fair_title"),
            view: FairTestsPage(tests, canWrite: canWrite, kit: kit), modules: ["today.js"])
    }
}
