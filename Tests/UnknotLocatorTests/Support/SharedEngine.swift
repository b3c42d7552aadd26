import Unknot

/// The engine and its answers to the development cases: made once, since they never change.
enum SharedEngine {
    private static let made = Result { try Engine() }
    private static let answers = Result {
        let engine = try made.get()
        return try Dictionary(
            uniqueKeysWithValues: DevelopmentCase.all.map { ($0.id, try engine.locate($0.intake)) })
    }

    static func get() throws -> Engine { try made.get() }

    /// The answer to a development case.
    static func answer(_ item: DevelopmentCase) throws -> LocateAnswer? { try answers.get()[item.id] }
}
