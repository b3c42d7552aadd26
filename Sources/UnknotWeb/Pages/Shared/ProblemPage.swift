import HTTPTypes

/// A request that could not be answered as asked, for people.
struct ProblemPage: Sendable {
    let heading: String
    let problem: ProblemNote
}

extension Page<ProblemPage> {
    static func problem(_ refusal: Refusal, texts: PageTexts) -> Self {
        let key = "problem_title_\(refusal.status.code)"
        let heading = texts.has(key) ? texts(key) : texts("problem_title")
        return Page(
            template: "problem", title: heading,
            view: ProblemPage(heading: heading, problem: ProblemNote(refusal.problem, texts: texts)))
    }
}
