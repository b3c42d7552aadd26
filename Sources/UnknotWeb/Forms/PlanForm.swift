import Unknot
import UnknotJournal

/// What a plan is made from, as forms carry it from page to page: what was said of the pain, of one's health, and what
/// there is to work with.
struct PlanForm: Hashable, Sendable {
    /// What was said of the pain.
    var intake: IntakeForm
    /// What applies of the health check, in the order of the table.
    var health: [HealthID] = []
    /// What of the health check was asked; what of it is not in ``health`` was answered no.
    var asked: Set<HealthID> = []
    /// What is at hand, beside hands and nothing, in the order of ``CareTool``.
    var tools: [CareTool] = []
    /// Whether somebody can help.
    var hasHelper = false
    /// Where the person is.
    var place: CareSetting = .home
    /// Minutes that there are, 1 to 180.
    var minutes: Double = 10
    /// Whether the short plan for a flare is wanted, whatever the minutes.
    var isFlare = false
    /// Whether tools, place and time were said.
    var isSetUp = false
    /// The day on which the warning questions were answered, when the story comes from a journal; nil for now.
    var told: LocalDay?
    /// When the warning questions were shown for these answers, where a danger sign stands in the record; nil otherwise.
    var signsShown: Moment?

    /// The questions of the screen that was just answered. Not carried on.
    var answering: [HealthID] = []
    /// The screen that is wanted again. Not carried on.
    var again: Again?

    /// A screen that can be opened again.
    enum Again: String, CaseIterable, Sendable {
        /// The health check.
        case health
        /// Tools, place, helper and time.
        case means
    }

    /// Minutes of the short plan for a flare.
    static let flareMinutes = 3.0

    /// Warning signs that a no to another question settles; they follow from the rest, so forms are not compared by them.
    private var settled = Settled()

    private struct Settled: Hashable, Sendable {
        var signs: [String: Answer] = [:]

        static func == (left: Settled, right: Settled) -> Bool { true }
        func hash(into hasher: inout Hasher) {}
    }

    /// What the engine plans from, with the warning signs settled that need no question of their own.
    ///
    /// - Parameter history: What earlier sessions did.
    func request(history: [PastTreatment] = []) -> PlanRequest {
        var story = intake.intake
        story.answers.merge(settled.signs) { said, _ in said }
        return PlanRequest(
            intake: story, health: health, tools: tools, hasHelper: hasHelper, place: place,
            minutes: isFlare ? min(minutes, Self.flareMinutes) : minutes, history: history)
    }

    init(intake: IntakeForm) {
        self.intake = intake
    }
}

extension PlanForm {
    /// The form with every no to a warning question taken out, so that they are asked anew at this moment. A yes stays: it
    /// speaks for itself.
    func askingSigns(at moment: Moment, atlas: Atlas) -> PlanForm {
        var form = self
        form.intake.answers = intake.answers.filter { id, answer in
            atlas.warningSign(QuestionID(id)) == nil || answer == .reply(.yes)
        }
        form.settled = Settled()
        (form.told, form.signsShown) = (nil, moment)
        return form
    }
}

// MARK: - Fields

extension PlanForm {
    /// Names of fields; what was said of the pain has those of ``IntakeForm``.
    enum Field {
        static let health = "plan.health"
        static let asked = "plan.asked"
        static let tool = "plan.tool"
        static let helper = "plan.helper"
        static let place = "plan.place"
        static let minutes = "plan.minutes"
        static let flare = "plan.flare"
        static let setUp = "plan.set_up"
        static let told = "plan.told"
        static let signsShown = "plan.signs_shown"
        /// The ids on the screen just answered, separated by spaces.
        static let answering = "plan.answering"
        /// Which screen is wanted again.
        static let again = "plan.again"

        /// What all of them begin with.
        static let prefix = "plan."
        /// All that a form may hold.
        static let all = [
            health, asked, tool, helper, place, minutes, flare, setUp, told, signsShown, answering, again,
        ]
    }

    /// Everything said, as fields for the next page; ``init(_:atlas:)`` of them gives the same form again.
    var fields: [FormFields.Field] { intake.fields + ownFields }

    /// What a plan needs beside the pain.
    var ownFields: [FormFields.Field] {
        var fields = health.map { FormFields.Field(name: Field.health, value: $0.rawValue) }
        func add(_ name: String, _ value: String) { fields.append(.init(name: name, value: value)) }
        if !asked.isEmpty { add(Field.asked, asked.map(\.rawValue).sorted().joined(separator: " ")) }
        tools.forEach { add(Field.tool, $0.rawValue) }
        add(Field.helper, hasHelper ? "yes" : "no")
        add(Field.place, place.rawValue)
        add(Field.minutes, NumberText.short(minutes))
        if isFlare { add(Field.flare, "yes") }
        if isSetUp { add(Field.setUp, "yes") }
        if let told { add(Field.told, told.description) }
        if let signsShown { add(Field.signsShown, String(signsShown.milliseconds)) }
        return fields
    }

    /// Reads the fields of a form; what is missing has its usual value.
    ///
    /// - Throws: ``IntakeProblem`` naming the first field that does not fit.
    init(_ fields: FormFields, atlas: Atlas) throws(IntakeProblem) {
        intake = try IntakeForm(fields, atlas: atlas)
        let story = intake.intake
        settled.signs = story.settlingCoveredSigns(atlas).answers.filter { story.answers[$0.key] == nil }
        if let other = fields.all.first(where: { $0.name.hasPrefix(Field.prefix) && !Field.all.contains($0.name) }) {
            throw IntakeProblem(
                path: String(other.name.prefix(60)), message: "This field is not known.",
                allowed: Field.all.joined(separator: ", "))
        }
        let applying = try Self.checks(fields.values(Field.health), Field.health, atlas)
        health = atlas.care.healthChecks.map(\.id).filter(applying.contains)
        let answered = try Self.checks(Self.words(fields, Field.answering), Field.answering, atlas)
        answering = atlas.care.healthChecks.map(\.id).filter(answered.contains)
        asked = try Self.checks(Self.words(fields, Field.asked), Field.asked, atlas).union(applying).union(answered)
        tools = try Self.tools(fields)
        hasHelper = try Self.flag(fields, Field.helper)
        place = try Self.place(fields)
        minutes = try Self.minutes(fields)
        isFlare = try Self.flag(fields, Field.flare)
        isSetUp = try Self.flag(fields, Field.setUp)
        told = try Self.day(fields)
        if let word = try fields.value(Field.signsShown) {
            guard let milliseconds = Int64(word) else {
                throw IntakeForm.wrong(Field.signsShown, word, ["milliseconds since 1970"])
            }
            signsShown = Moment(milliseconds: milliseconds)
        }
        if let word = try fields.value(Field.again) {
            guard let screen = Again(rawValue: word) else {
                throw IntakeForm.wrong(Field.again, word, Again.allCases.map(\.rawValue))
            }
            again = screen
        }
    }

    private static func words(_ fields: FormFields, _ name: String) -> [String] {
        fields.values(name).flatMap { $0.split(separator: " ").map(String.init) }
    }

    private static func day(_ fields: FormFields) throws(IntakeProblem) -> LocalDay? {
        guard let text = try fields.value(Field.told) else { return nil }
        guard let day = LocalDay(text) else { throw IntakeForm.wrong(Field.told, text, ["a day such as 2026-11-21"]) }
        return day
    }

    private static func checks(
        _ ids: [String], _ name: String, _ atlas: Atlas
    ) throws(IntakeProblem) -> Set<HealthID> {
        var checks: Set<HealthID> = []
        for id in ids {
            guard atlas.care.healthCheck(HealthID(id)) != nil else {
                throw IntakeForm.wrong(name, id, ["ids of the health check"])
            }
            checks.insert(HealthID(id))
        }
        return checks
    }

    private static func tools(_ fields: FormFields) throws(IntakeProblem) -> [CareTool] {
        let choices = CareTool.allCases.filter { !$0.isAlwaysThere }
        var tools: Set<CareTool> = []
        for word in fields.values(Field.tool) {
            guard let tool = CareTool(rawValue: word), choices.contains(tool) else {
                throw IntakeForm.wrong(Field.tool, word, choices.map(\.rawValue))
            }
            tools.insert(tool)
        }
        return choices.filter(tools.contains)
    }

    private static func place(_ fields: FormFields) throws(IntakeProblem) -> CareSetting {
        guard let word = try fields.value(Field.place) else { return .home }
        guard let place = CareSetting(rawValue: word) else {
            throw IntakeForm.wrong(Field.place, word, CareSetting.allCases.map(\.rawValue))
        }
        return place
    }

    private static func minutes(_ fields: FormFields) throws(IntakeProblem) -> Double {
        guard let text = try fields.value(Field.minutes) else { return 10 }
        guard let number = Int(text.filter { $0 != " " }), (1...180).contains(number) else {
            throw IntakeProblem(
                path: Field.minutes, message: "Found “\(text.prefix(40))”.", allowed: "a whole number from 1 to 180")
        }
        return Double(number)
    }

    private static func flag(_ fields: FormFields, _ name: String) throws(IntakeProblem) -> Bool {
        guard let word = try fields.value(name) else { return false }
        guard word == "yes" || word == "no" else { throw IntakeForm.wrong(name, word, ["yes", "no"]) }
        return word == "yes"
    }
}
