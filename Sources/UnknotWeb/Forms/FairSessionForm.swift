import Unknot
import UnknotJournal

/// A number of a session, as a form sends it.
struct FairSessionForm: Sendable {
    /// Names of its fields.
    enum Field {
        static let number = "number"
        static let part = "part"
        static let tenderness = "tenderness"
        static let skip = "skip"
        static let harm = "harm"
    }

    /// Before or after.
    enum Part: String, CaseIterable, Sendable {
        case before
        case after
    }

    /// Which session; nil when the form does not say it.
    let number: Int?
    /// Which number of it.
    let part: Part?
    /// The number; nil when the session was not held.
    let tenderness: Double?
    /// What did not agree with the person.
    let harms: [FairTestDayRecord.Harm]

    /// Reads a posted form.
    init(_ fields: FormFields) throws(IntakeProblem) {
        number = try fields.value(Field.number).flatMap { Int($0) }
        part = try fields.value(Field.part).flatMap(Part.init(rawValue:))
        let isSkipped = try FairTestFields.flag(fields, Field.skip) ?? false
        tenderness = isSkipped ? nil : try FairTestFields.scale(fields, Field.tenderness)
        harms = try FairTestFields.words(fields, Field.harm)
    }

    /// Whether it ends a session that has begun, which may always be said.
    var endsSession: Bool { part == .after }

    /// What is to be written down; nil for a session that is no longer the one that is due, as of a form sent twice.
    ///
    /// - Throws: ``IntakeProblem`` for a number after that comes too soon: it can be given again a little later.
    func record(_ test: FairTestShelf.Kept, kit: RecordKit) throws(IntakeProblem) -> FairTestSessionRecord? {
        switch test.screen(kit)?.step {
        case .before(let session)? where session == number && part == .before:
            // What has not begun cannot be left out.
            guard let tenderness else { return nil }
            return try FairTestSessionRecord(test: test.id, number: session, before: tenderness)
        case .during(let session, _)? where session == number && part == .after:
            guard let tenderness else {
                return try FairTestSessionRecord(test: test.id, number: session, isSkipped: true, harms: harms)
            }
            if let began = test.history.sessions[session]?.beganAt, kit.now < FairSessionWindow(began).from {
                throw IntakeProblem(
                    path: "fair_tenderness", message: kit.texts("fair_session_early"),
                    allowed: kit.texts("fair_session_early_way", FairSessionWindow(began).words(kit)))
            }
            return try FairTestSessionRecord(test: test.id, number: session, after: tenderness, harms: harms)
        default: return nil
        }
    }
}

/// From when to when the number after a session counts.
struct FairSessionWindow: Sendable {
    let from: Moment
    let until: Moment

    /// - Parameter began: When the number before was written down.
    init(_ began: Moment) {
        func later(_ minutes: Double) -> Moment {
            Moment(milliseconds: began.milliseconds + Int64((minutes * 60_000).rounded()))
        }
        from = later(SessionScreenDiary.minutes.lowerBound)
        until = later(SessionScreenDiary.minutes.upperBound)
    }

    /// Both as a clock shows them; a minute that has begun is not over yet.
    func words(_ kit: RecordKit) -> [String: String] {
        let whole = Moment(milliseconds: (from.milliseconds + 59_999) / 60_000 * 60_000)
        return ["from": kit.dates.time(whole, in: kit.zone), "until": kit.dates.time(until, in: kit.zone)]
    }
}
