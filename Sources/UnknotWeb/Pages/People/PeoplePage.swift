import UnknotAccounts
import UnknotJournal
import UnknotRecord

/// Whose records there are.
struct PeoplePage: Sendable {
    /// One person.
    struct PersonRow: Sendable {
        let personID: String
        let personName: String
        let personNote: String
        let isCurrent: Bool
        /// Nil for somebody else's record, which cannot be named or deleted here.
        let naming: InputField?
    }

    let intro: String
    let done: String?
    let problem: ProblemLine?
    let hasPeople: Bool
    let people: [PersonRow]
    let whoChoices: [Choice]
    let inputs: [InputField]
    let hasAccounts: Bool

    init(
        _ records: [Accounts.Record], chosen: PersonID?, done: String?, problem: FormProblem?, typed: String,
        hasAccounts: Bool, texts: PageTexts
    ) {
        intro = texts(hasAccounts ? "people_intro_accounts" : "people_intro_local")
        self.done = done
        self.problem = problem.map(ProblemLine.init)
        hasPeople = !records.isEmpty
        people = records.map { record in
            let person = record.person
            let since = UTCText(person.createdAt).day
            let note =
                if let share = record.share {
                    texts(
                        "people_shared",
                        ["scope": texts("scope_\(share.scope.rawValue)"), "until": UTCText(share.endsAt).day])
                } else {
                    texts("people_since", ["date": since])
                }
            let naming = InputField(
                "name", id: "name-\(person.id)", label: texts("people_new_name"), value: person.name, problem: problem)
            return PersonRow(
                personID: person.id.description, personName: person.name.escapable, personNote: note,
                isCurrent: person.id == chosen, naming: record.share == nil ? naming : nil)
        }
        let isFirst = !records.contains { $0.share == nil }
        whoChoices = ["me", "other"].map {
            Choice(name: "who", value: $0, label: texts("people_for_\($0)"), isChosen: ($0 == "me") == isFirst)
        }
        inputs = [
            InputField(
                "name", label: texts("people_name"), value: typed, hint: texts("people_name_hint"), problem: problem,
                isRequired: false)
        ]
        self.hasAccounts = hasAccounts
    }
}

/// The last question before a record is gone.
struct DeletePersonPage: Sendable {
    let personID: String
    let warning: String
    let problem: ProblemLine?
    let inputs: [InputField]

    init(_ person: Person, written: Int, isWrong: Bool, texts: PageTexts) {
        personID = person.id.description
        warning = texts(
            written == 1 ? "delete_person_one" : "delete_person_some",
            ["name": person.name.escapable, "count": String(written)])
        let problem = isWrong ? FormProblem("confirm", texts("delete_person_wrong")) : nil
        self.problem = problem.map(ProblemLine.init)
        inputs = [
            InputField(
                "confirm", label: texts("delete_person_confirm", ["name": person.name.escapable]), problem: problem)
        ]
    }
}
