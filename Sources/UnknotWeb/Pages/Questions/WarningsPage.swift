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
    /// Where the answers are sent.
    let action: String
    let heading: String
    let lead: String
    /// Why the questions come anew, where a danger sign stands in the record.
    let stopped: StoppedNote?
    let signs: [SignRow]
    /// Every sign of the list: those that are not ticked are answered no.
    let allSigns: String

    init(_ form: IntakeForm, screen: WarningScreen, atMost: Int, kit: PageKit) {
        self.init(form, list: screen.id, signs: screen.signs, atMost: atMost, kit: kit)
    }

    /// - Parameters:
    ///   - list: The list to which the signs belong.
    ///   - action: Where the answers are sent.
    ///   - also: Fields to carry along beside those of the form.
    ///   - stopped: Why the questions come anew.
    init(
        _ form: IntakeForm, list: String, signs ids: [QuestionID], atMost: Int, action: String = "/questions",
        also: [FormFields.Field] = [], stopped: StoppedNote? = nil, kit: PageKit
    ) {
        self.stopped = stopped
        frame = InterviewFrame(
            form, screen: .warnings(ids), atMost: atMost, hasResult: false, also: also, kit: kit)
        self.action = action
        let above = kit.engine.atlas.warningHeading(list)
        heading = above?.title ?? list
        lead = above?.lead ?? ""
        signs = ids.compactMap { kit.engine.atlas.warningSign($0) }.map { sign in
            SignRow(
                signID: sign.id.rawValue,
                signField: IntakeForm.Field.answer + sign.id.rawValue,
                signLabel: sign.plainLabel,
                signQuestion: sign.plainQuestion,
                isTicked: form.earlier[sign.id.rawValue] == .reply(.yes),
                isUnsure: form.earlier[sign.id.rawValue] == .reply(.unknown)
            )
        }
        allSigns = ids.map(\.rawValue).joined(separator: " ")
    }
}

extension Page<WarningsPage> {
    static func warnings(_ form: IntakeForm, screen: WarningScreen, atMost: Int, kit: PageKit) -> Self {
        let page = WarningsPage(form, screen: screen, atMost: atMost, kit: kit)
        return Page(template: "warnings", title: page.heading, view: page)
    }
}
