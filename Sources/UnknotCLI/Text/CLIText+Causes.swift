extension CLIText {
    /// What may drive knots; the sentences about causes are in the knowledge base.
    enum Causes {
        static let title = "WHAT MAY DRIVE THESE KNOTS"
        static let nothing = """
            Nothing is known yet. Say what applies ("applies" in a file), or keep a journal of sleep, sitting, stress and \
            load for a week.
            """
        static let pastTitle = "WHAT MAY HAVE STARTED IT, AND CANNOT BE UNDONE"
        static func past(_ name: String, _ strength: String) -> String { "\(name). \(strength)" }
        static let beforeTitle = "IN THE HOURS BEFORE"
        static func before(_ name: String, _ reading: String) -> String { "\(name): \(reading)" }
        static let unaskedTitle = "NOT ASKED YET, THOUGH TRADITION NAMES IT FOR THESE MUSCLES"
        static let sureLabel = "How sure"
        static let habitLabel = "Try"
        static let notLabel = "Not now"
        static let studiesLabel = "Studies"
        static func habit(_ name: String, _ dose: String, _ verdict: String) -> String {
            "\(name): \(dose). \(verdict)."
        }
        static func heldBack(_ name: String, _ because: String) -> String { "\(name) (\(because))" }
        static func study(_ text: String, _ quality: String, _ source: String) -> String {
            "\(text) (\(quality); \(source))"
        }
        static let capped = """
            So many things apply that their weights were made smaller: studies of single factors cannot be added up.
            """
        static let manyEpisodes = """
            Three or more earlier times make another one more likely (machado_2017). Staying active when it is over is the \
            best known way to be among those who stay well.
            """
    }
}
