import Unknot

/// A number of a session, as a form sends it.
struct FairSessionForm: Sendable {
    /// Names of its fields.
    enum Field {
        static let number = "number"
        static let part = "part"
        static let tenderness = "tenderness"
        static let skip = "skip"
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

    /// Reads a posted form.
    init(_ fields: FormFields) throws(IntakeProblem) {
        number = try fields.value(Field.number).flatMap { Int($0) }
        part = try fields.value(Field.part).flatMap(Part.init(rawValue:))
        let isSkipped = try FairTestFields.flag(fields, Field.skip) ?? false
        tenderness = isSkipped ? nil : try FairTestFields.scale(fields, Field.tenderness)
    }

    /// What is to be written down; nil for a session that is no longer the one that is due, as of a form sent twice.
    func record(_ test: FairTestShelf.Kept) throws(IntakeProblem) -> FairTestSessionRecord? {
        switch test.screen?.step {
        case .before(let session)? where session == number && part == .before:
            // What has not begun cannot be left out.
            guard let tenderness else { return nil }
            return try FairTestSessionRecord(test: test.id, number: session, before: tenderness)
        case .during(let session, _)? where session == number && part == .after:
            guard let tenderness else {
                return try FairTestSessionRecord(test: test.id, number: session, isSkipped: true)
            }
            return try FairTestSessionRecord(test: test.id, number: session, after: tenderness)
        default: return nil
        }
    }
}
