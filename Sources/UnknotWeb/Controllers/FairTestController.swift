import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot
import UnknotJournal

/// Fair tests: laying one out, its page of each day, and the sheet for a clinician.
struct FairTestController {
    private let desk: RecordDesk

    init(desk: RecordDesk) {
        self.desk = desk
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("prevent/tests", use: list)
        router.get("prevent/tests/new", use: design)
        router.post("prevent/tests/new", use: draw)
        router.get("prevent/tests/:id", use: show)
        router.post("prevent/tests/:id/log", use: log)
        router.post("prevent/tests/:id/begin", use: begin)
        router.post("prevent/tests/:id/session", use: session)
        router.post("prevent/tests/:id/end", use: end)
        router.get("prevent/tests/:id/sheet", use: sheet)
    }

    /// Where a test stands.
    static func address(_ id: EntryID) -> String { "/prevent/tests/\(id)" }

    // MARK: All tests, and a new one

    @Sendable private func list(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .see)
            let kit = try await desk.kit(request, journal)
            let tests = try await all(journal, kit)
            let canWrite = context.visit.rights.contains(.write)
            return try await desk.page { .fairTests(tests, canWrite: canWrite, kit: kit) }
        }
    }

    @Sendable private func design(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .write)
            let kit = try await desk.kit(request, journal)
            let query = request.uri.queryParameters
            let stage = query["stage"].flatMap { FairTestRecord.Stage(rawValue: String($0)) } ?? .days
            let form = FairPlanForm(stage: stage, what: query["try"].map { String($0.prefix(100)) })
            return try await designPage(form, nil, request, context, journal, kit)
        }
    }

    private func designPage(
        _ form: FairPlanForm, _ problem: IntakeProblem?, _ request: Request, _ context: VisitContext,
        _ journal: Journal?, _ kit: RecordKit, isRefused: Bool = false
    ) async throws -> Response {
        let running = try await all(journal, kit).first { $0.isOpen(kit) }
        let admission = try await FairTestAdmission.now(request, context, desk)
        // The same name for all forms until there is another test: of all that are sent, one is drawn.
        let id = try await journal?.turn(of: .fairTest).id ?? desk.stamps.next().id
        let status: HTTPResponse.Status = problem != nil ? .badRequest : isRefused && running != nil ? .conflict : .ok
        return try await desk.page(status: status) {
            .newFairTest(form, admission: admission, running: running, problem: problem, id: id, kit: kit)
        }
    }

    /// Draws the whole schedule and writes it down before anything else happens. One test runs at a time: of two forms that
    /// are sent at once, whatever the server, one takes the turn, and the other leads to its test.
    @Sendable private func draw(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let journal = try await desk.journalForWriting(context)
            let kit = try await desk.kit(request, journal)
            var form = FairPlanForm(stage: .days)
            do {
                form = try FairPlanForm(fields)
                // The same form sent twice is one test, and its lots are drawn once.
                if let id = form.id, try await journal.value(id) != nil { return .seeOther(Self.address(id)) }
                let turn = try await journal.turn(of: .fairTest).id
                let isBusy = try await all(journal, kit).contains { $0.isOpen(kit) }
                let admission = try await FairTestAdmission.now(request, context, desk)
                guard !isBusy, case .open(let screenedOn, let offers) = admission else {
                    return try await designPage(form, nil, request, context, journal, kit, isRefused: true)
                }
                var random = SystemRandomNumberGenerator()
                let record = try form.drawn(offers, screenedOn: screenedOn, kit: kit, using: &random)
                do {
                    _ = try await journal.add(.fairTest(record), at: kit.now, zone: kit.zone.description, id: turn)
                } catch JournalError.alreadyKept {
                    // Another form was faster: what it drew is what runs.
                }
                return .seeOther(Self.address(turn))
            } catch let problem as IntakeProblem {
                return try await designPage(form, problem, request, context, journal, kit)
            }
        }
    }

    // MARK: One test

    /// A test with its journal, and what time it is.
    private struct Opened: Sendable {
        let journal: Journal
        let kit: RecordKit
        let test: FairTestShelf.Kept
    }

    private func opened(_ request: Request, _ context: VisitContext, _ right: Visit.Right) async throws -> Opened {
        guard let journal = try desk.journal(context, right) else { throw Refusal.notFound }
        let kit = try await desk.kit(request, journal)
        guard let test = try await FairTestShelf(journal: journal, kit: kit).test(context.parameters.get("id")) else {
            throw Refusal.notFound
        }
        return Opened(journal: journal, kit: kit, test: test)
    }

    private func all(_ journal: Journal?, _ kit: RecordKit) async throws -> [FairTestShelf.Kept] {
        guard let journal else { return [] }
        return try await FairTestShelf(journal: journal, kit: kit).all()
    }

    @Sendable private func show(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let opened = try await opened(request, context, .see)
            let day = request.uri.queryParameters["day"].flatMap { LocalDay(String($0)) }
            return try await page(opened, context, day: day)
        }
    }

    private func page(
        _ opened: Opened, _ context: VisitContext, day: LocalDay? = nil, problem: IntakeProblem? = nil,
        refused: FormFields? = nil
    ) async throws -> Response {
        let canWrite = context.visit.rights.contains(.write)
        let (test, kit, id) = (opened.test, opened.kit, desk.stamps.next().id)
        let status: HTTPResponse.Status = problem == nil ? .ok : .badRequest
        let safety = try await safety(opened)
        return try await desk.page(status: status) {
            .fairTest(
                test,
                FairTestMoment(
                    day: day, safety: safety, problem: problem, refused: refused, canWrite: canWrite, id: id), kit: kit)
        }
    }

    /// What speaks against going on; a test that is over needs no asking.
    private func safety(_ opened: Opened) async throws -> FairTestSafety {
        guard opened.test.isOpen(opened.kit) else { return .clear }
        return try await FairTestSafety.now(of: opened.test, opened.journal, kit: opened.kit)
    }

    /// Writes down the number of a day. Only the page after it tells what was drawn.
    @Sendable private func log(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let opened = try await opened(request, context, .write)
            do {
                let form = try FairDayForm(fields)
                try await keep(form, in: opened)
                return .seeOther(Self.address(opened.test.id))
            } catch let problem as IntakeProblem {
                return try await page(
                    opened, context, day: (try? fields.value(FairDayForm.Field.day)).flatMap { LocalDay($0) },
                    problem: problem, refused: fields)
            }
        }
    }

    private func keep(_ form: FairDayForm, in opened: Opened) async throws {
        let (test, kit) = (opened.test, opened.kit)
        let day = form.day ?? kit.today
        let safety = try await safety(opened)
        guard let diary = test.diary(kit), case .days(let days) = test.record.course else { throw Refusal.notFound }
        let said = test.history.days[day]
        let record: FairTestDayRecord
        if form.isMore || said?.rating != nil {
            // A number that is there already stays as it is, whatever comes after it.
            guard diary.takesMore(for: day.number, from: test.laidOut.number) else { throw Self.notAsked(day) }
            let news = form.news(over: said, isAsked: safety == .newSymptom)
            let isToday = diary.start != nil && day == kit.today
            var isHeld: Bool?
            if isToday, news.harms.contains(.newSymptom) { isHeld = true }
            if isToday, isHeld == nil, form.isShow, test.isKeptBack(kit), !safety.isHeld { isHeld = false }
            guard !news.isEmpty || isHeld != nil else { return }
            record = try FairTestDayRecord(
                test: test.id, day: RecordDay(day.description, key: "day"), done: news.done, rescue: news.rescue,
                medicine: news.medicine, harms: news.harms, isHeld: isHeld)
        } else {
            guard let rating = form.rating else { throw FairTestFields.missing(FairDayForm.Field.rating) }
            guard diary.takesNumber(for: day.number, from: test.laidOut.number) else {
                throw diary.now.isEarly && day == kit.today
                    ? IntakeProblem(
                        path: "fair_rating", message: kit.texts("fair_too_early"),
                        allowed: kit.texts("fair_from", ["time": FairTestWords(kit).time(days.earliest)]))
                    : Self.notAsked(day)
            }
            let isHeld = safety.isHeld || form.harms.contains(.newSymptom)
            record = try FairTestDayRecord(
                test: test.id, day: RecordDay(day.description, key: "day"), rating: rating,
                covariates: form.covariates.filter(days.covariates.contains), done: form.done, rescue: form.rescue,
                medicine: form.medicine, harms: form.harms, isLate: diary.isLate(for: day.number),
                isHeld: isHeld && diary.start != nil && day == kit.today ? true : nil)
        }
        let due = LocalClock(day: day, minutes: days.askedAt).moment(in: kit.zone)
        _ = try await opened.journal.keep(
            .fairTestDay(record), id: form.id, at: day == kit.today ? kit.now : min(due, kit.now), in: kit.zone)
    }

    private static func notAsked(_ day: LocalDay) -> IntakeProblem {
        IntakeProblem(
            path: "day", message: "No number is asked for \(day).",
            allowed: "a day of the test that has come, at most a week ago")
    }

    /// Begins the days with an arm, if the days before say that it may.
    @Sendable private func begin(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let opened = try await opened(request, context, .write)
            let (test, kit) = (opened.test, opened.kit)
            let safety = try await safety(opened)
            if let diary = test.diary(kit), case .runIn(.ready) = diary.phase, !safety.isHeld,
                let begun = try test.record.begun(on: RecordDay(kit.today.description, key: "first_day"))
            {
                try await replace(opened, with: begun)
            }
            return .seeOther(Self.address(test.id))
        }
    }

    @Sendable private func end(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let opened = try await opened(request, context, .write)
            let words: [FairTestRecord.Ending.Reason]
            do {
                words = try FairTestFields.words(fields, "reason")
            } catch let problem as IntakeProblem {
                return try await page(opened, context, problem: problem, refused: fields)
            }
            if opened.test.record.ended == nil, opened.test.isOpen(opened.kit) {
                let day = try RecordDay(opened.kit.today.description, key: "ended")
                try await replace(opened, with: opened.test.record.ended(.init(on: day, words.first ?? .choice)))
            }
            return .seeOther(Self.address(opened.test.id))
        }
    }

    /// Writes another version; one that was written meanwhile stays.
    private func replace(_ opened: Opened, with record: FairTestRecord) async throws {
        do {
            _ = try await opened.journal.correct(opened.test.current, with: .fairTest(record))
        } catch JournalError.alreadyReplaced {
            return
        }
    }

    /// Takes a number before or after a session, or that it was not held.
    @Sendable private func session(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let opened = try await opened(request, context, .write)
            do {
                let form = try FairSessionForm(fields)
                // No session begins while something speaks against it.
                let isHeld = try await safety(opened).isHeld
                if !isHeld || form.endsSession, let record = try form.record(opened.test, kit: opened.kit) {
                    _ = try await opened.journal.add(
                        .fairTestSession(record), at: opened.kit.now, zone: opened.kit.zone.description)
                }
                return .seeOther(Self.address(opened.test.id))
            } catch let problem as IntakeProblem {
                return try await page(opened, context, problem: problem)
            }
        }
    }

    @Sendable private func sheet(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let opened = try await opened(request, context, .see)
            let (test, kit) = (opened.test, opened.kit)
            let safety = try await safety(opened)
            return try await desk.page { .fairSheet(test, safety: safety, kit: kit) }
        }
    }
}
