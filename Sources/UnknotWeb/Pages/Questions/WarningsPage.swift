import Unknot

/// One list of warning signs: tick what applies, or say none with one tap.
struct WarningsPage: Sendable {
    /// One warning sign.
    struct SignRow: Sendable {
        let signID: String
        let signField: String
        let signLabel: String
        let signQuestion: String
        let isTicked: Bool
        let isUnsure: Bool
    }

    let frame: InterviewFrame
    let heading: String
    let lead: String
    let signs: [SignRow]
    /// Every sign of the list: those that are not ticked are answered no.
    let allSigns: String

    init(_ form: IntakeForm, screen: WarningScreen, atMost: Int, kit: PageKit) {
        frame = InterviewFrame(form, screen: .warnings(screen.signs), atMost: atMost, hasResult: false, kit: kit)
        let above = kit.engine.atlas.warningHeading(screen.id)
        heading = above?.title ?? screen.id
        lead = above?.lead ?? ""
        signs = screen.signs.compactMap { kit.engine.atlas.warningSign($0) }.map { sign in
            SignRow(
                signID: sign.id.rawValue,
                signField: IntakeForm.Field.answer + sign.id.rawValue,
                signLabel: sign.plainLabel,
                signQuestion: sign.plainQuestion,
                isTicked: form.earlier[sign.id.rawValue] == .reply(.yes),
                isUnsure: form.earlier[sign.id.rawValue] == .reply(.unknown)
            )
        }
        allSigns = screen.signs.map(\.rawValue).joined(separator: " ")
    }
}

extension Page<WarningsPage> {
    static func warnings(_ form: IntakeForm, screen: WarningScreen, atMost: Int, kit: PageKit) -> Self {
        let page = WarningsPage(form, screen: screen, atMost: atMost, kit: kit)
        return Page(template: "warnings", title: page.heading, view: page)
    }
}
