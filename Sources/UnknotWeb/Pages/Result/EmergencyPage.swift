import Unknot

/// An emergency: nothing but what to do, and the way back for a slip.
struct EmergencyPage: Sendable {
    let triage: TriageView
    let carried: [HiddenField]
    let backAddress: String
    /// Whether it was noted in the record.
    let isNoted: Bool

    init(_ form: IntakeForm, triage: Triage, isNoted: Bool, kit: PageKit) {
        self.isNoted = isNoted
        self.triage = TriageView(triage, kit: kit)
        carried = form.fields.map(HiddenField.init)
        backAddress = form.asked.isEmpty ? "/" : "/questions"
    }
}

extension Page<EmergencyPage> {
    static func emergency(_ form: IntakeForm, triage: Triage, isNoted: Bool = false, kit: PageKit) -> Self {
        let page = EmergencyPage(form, triage: triage, isNoted: isNoted, kit: kit)
        return Page(template: "emergency", title: page.triage.headline, view: page)
    }
}
