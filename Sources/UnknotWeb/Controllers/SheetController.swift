import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot

/// Which sheet is printed, and what is to be on it.
struct SheetForm: Hashable, Sendable {
    /// For whom it is.
    enum Reader: String, CaseIterable, Hashable, Sendable {
        case partner
        case therapist
    }

    var reader = Reader.partner
    /// Whether the person lets what the health check found be printed.
    var showsHealth = false

    /// What the names of its fields begin with.
    static let prefix = "sheet."
    static let readerField = "sheet.for"
    static let healthField = "sheet.health"

    init(_ fields: FormFields) throws(IntakeProblem) {
        if let other = fields.all.first(where: {
            $0.name.hasPrefix(Self.prefix) && ![Self.readerField, Self.healthField].contains($0.name)
        }) {
            throw IntakeProblem(
                path: String(other.name.prefix(60)), message: "This field is not known.",
                allowed: "\(Self.readerField), \(Self.healthField)")
        }
        if let word = try fields.value(Self.readerField) {
            guard let reader = Reader(rawValue: word) else {
                throw IntakeForm.wrong(Self.readerField, word, Reader.allCases.map(\.rawValue))
            }
            self.reader = reader
        }
        if let word = try fields.value(Self.healthField) {
            guard word == "yes" else { throw IntakeForm.wrong(Self.healthField, word, ["yes"]) }
            showsHealth = true
        }
    }
}

/// Sheets of paper: for a partner, and for a therapist.
struct SheetController {
    let desk: FormDesk
    let plans: ReleasePlans

    private var kit: PageKit { desk.kit }

    func addRoutes(to router: Router<VisitContext>) {
        router.post("release/sheet", use: sheet)
    }

    @Sendable private func sheet(_ request: Request, context: VisitContext) async throws -> Response {
        guard let found = try await plans.found(request, context) else { return ReleasePlans.onward }
        let form = try SheetForm(found.fields)
        switch form.reader {
        case .partner:
            let steps = PartnerStep.steps(of: found.plan, text: kit.engine.planText)
            guard !steps.isEmpty else { return ReleasePlans.onward }
            return try await NIOThreadPool.singleton.runIfActive {
                try desk.pages.response(
                    Page(
                        template: "sheetpartner", title: kit.texts("sheet_partner_title"),
                        view: PartnerSheet(steps, form: found.form, kit: kit), modules: ["sheet.js"]))
            }
        case .therapist:
            guard !found.plan.therapist.palpate.isEmpty else { return ReleasePlans.onward }
            return try await NIOThreadPool.singleton.runIfActive {
                try desk.pages.response(
                    Page(
                        template: "sheettherapist", title: kit.texts("sheet_therapist_title"),
                        view: TherapistPage(found.plan, form: found.form, showsHealth: form.showsHealth, kit: kit),
                        modules: ["sheet.js"]))
            }
        }
    }
}
