// MARK: - Techniques

extension CLIText {
    enum Techniques {
        static let who = "Who"
        static let tool = "Tool"
        static let note = "Note"
        static let dose = "Dose"
        static let ask = "Ask and expect"
        static let never = "Never"
        static let notIf = "Not if"
        static let gently = "Only gently if"
        static let areas = "Where"
        static let certainty = "Certainty"
        static let evidence = "Studies"
        static let source = "Source of dose"
        static let professional = "This belongs to a professional. Do not try it at home."

        static func outOfTen(_ range: String) -> String { "\(range) out of 10." }
        static func detail(tool: String, who: String, grade: String) -> String {
            "\(CLIText.words(tool)), \(who), certainty \(CLIText.words(grade))"
        }
        static func unknown(_ id: String, _ near: [String]) -> String {
            let hint = near.isEmpty ? "" : " Did you mean \(near.joined(separator: ", "))?"
            return "No technique has the id “\(id)”.\(hint) `unknot techniques` lists them."
        }
        static func unknownWord(_ option: String, _ word: String, _ known: [String]) -> String {
            "\(option) does not take “\(word)”. Known: \(known.joined(separator: ", "))."
        }
    }
}
