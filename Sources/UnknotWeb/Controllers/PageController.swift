import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot

/// The pages for visitors, who leave nothing on the server: what they said comes with every form.
struct PageController {
    private let kit: PageKit
    private let pages: PageRenderer
    private let steps: StepFinder

    /// How many questions about the pain stand on the second page.
    private static let questionCount = 7

    init(engine: Engine, pages: PageRenderer) throws(WebError) {
        kit = PageKit(engine: engine, texts: pages.texts, figure: try FigurePlaces())
        self.pages = pages
        steps = StepFinder(engine: engine)
    }

    func addRoutes(to router: Router<BasicRequestContext>) {
        router.get("/", use: start)
        router.post("/", use: edit)
        router.post("questions", use: ask)
        router.post("result", use: locate)
    }

    @Sendable private func start(_ request: Request, context: BasicRequestContext) throws -> Response {
        try pages.response(.first(IntakeForm(), kit: kit))
    }

    /// The first page again, with everything kept.
    @Sendable private func edit(_ request: Request, context: BasicRequestContext) async throws -> Response {
        try await answer(request) { form in try pages.response(.first(form, kit: kit)) }
    }

    @Sendable private func ask(_ request: Request, context: BasicRequestContext) async throws -> Response {
        try await answer(request) { form in
            let answer = try kit.engine.locate(form.intake)
            let found = steps.questions(form, answer: answer, most: Self.questionCount)
            return try pages.response(.questions(form, signs: answer.triage.unasked, steps: found, kit: kit))
        }
    }

    @Sendable private func locate(_ request: Request, context: BasicRequestContext) async throws -> Response {
        try await answer(request) { form in
            let answer = try kit.engine.locate(form.intake)
            guard answer.triage.level != .emergency else {
                return try pages.response(.emergency(form, answer: answer, kit: kit))
            }
            return try pages.response(.result(form, answer: answer, offer: offer(form, answer), kit: kit))
        }
    }

    /// The engine's next step, or another one where the visitor passed that over.
    private func offer(_ form: IntakeForm, _ answer: LocateAnswer) -> NextOffer? {
        guard let next = answer.next else { return nil }
        let offer: NextOffer
        let name: String
        switch next.kind {
        case .question(let id): (offer, name) = (.ask(.question(id)), id.rawValue)
        case .movement(let id): (offer, name) = (.ask(.movement(id)), id.rawValue)
        case .press(let id, let side): (offer, name) = (.press(id, side), IntakeForm.name(of: id, side))
        }
        return form.skipped.contains(name) ? steps.replacement(form, answer: answer) : offer
    }

    /// Reads the form and answers it; what does not fit leads back to the first page, which says what it was.
    private func answer(
        _ request: Request,
        with work: @escaping @Sendable (IntakeForm) throws -> Response
    ) async throws -> Response {
        let bytes = try await request.bytes()
        guard request.mediaType == "application/x-www-form-urlencoded" else {
            throw Refusal.unsupportedType(allowed: "application/x-www-form-urlencoded")
        }
        let fields = try FormFields(urlEncoded: bytes)
        let form = try IntakeForm(fields, atlas: kit.engine.atlas)
        return try await NIOThreadPool.singleton.runIfActive {
            do {
                return try work(form)
            } catch let problem as IntakeProblem where problem.path == "drawing" {
                return try pages.response(.first(form, problem: problem, kit: kit), status: .badRequest)
            }
        }
    }
}
