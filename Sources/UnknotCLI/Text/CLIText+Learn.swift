// MARK: - Pages to learn from

extension CLIText {
    enum Learn {
        static let sourcesHint = "`unknot atlas show KEY` shows a source; --json gives all of them with notes."

        static func oftenSaid(_ belief: String) -> String { "Often said: “\(belief)”" }
        static func unknown(_ id: String, _ near: [String]) -> String {
            let hint = near.isEmpty ? "" : " Did you mean \(near.joined(separator: ", "))?"
            return "No page has the id “\(id)”.\(hint) `unknot learn` lists them."
        }
        static func urgency(_ urgency: String) -> String {
            switch urgency {
            case "emergency_now": "GET HELP AT ONCE"
            case "same_day": "GET ADVICE TODAY"
            case "see_clinician_soon": "SEE A CLINICIAN IN THE NEXT DAYS"
            default: "SAY IT WHEN YOU SEE SOMEBODY"
            }
        }
    }
}
