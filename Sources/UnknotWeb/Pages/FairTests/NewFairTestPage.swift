import Unknot
import UnknotJournal

/// Laying out a fair test.
struct NewFairTestPage: Sendable {
    /// A heading with what stands below it to choose from.
    struct Group: Sendable {
        let groupName: String
        let groupChoices: [Choice]
    }

    /// Something that is not offered, with the reason.
    struct NotOffered: Sendable {
        let offName: String
        let offReason: String
    }

    /// The form for days.
    struct DaysForm: Sendable {
        let groups: [Group]
        let ownValue: String
        let versusValue: String
        let lengths: [Choice]
        let timeValue: String
        let covariates: [Choice]
    }

    /// The form for sessions.
    struct SessionsForm: Sendable {
        let screenPlace: String
        let screenTechniques: [Choice]
        let blockCounts: [Choice]
    }

    /// Why there is no form, and where to go.
    struct Closed: Sendable {
        let closedWords: String
        let closedAddress: String
        let closedLabel: String
    }

    let newHeading: String
    let newLead: String
    let steps: [String]
    let finds: [String]
    let problem: ProblemNote?
    let closed: Closed?
    let carried: [HiddenField]
    let daysForm: DaysForm?
    let sessionsForm: SessionsForm?
    let notOffered: [NotOffered]
    let hasNotOffered: Bool
    let otherAddress: String
    let otherLabel: String

    init(
        _ form: FairPlanForm, admission: FairTestAdmission, running: FairTestShelf.Kept?, problem: IntakeProblem?,
        id: EntryID, kit: RecordKit
    ) {
        let texts = kit.texts
        let stage = form.stage
        newHeading = texts("fair_new_heading_\(stage.rawValue)")
        newLead = texts("fair_new_lead_\(stage.rawValue)")
        steps = (1...4).map { texts("fair_new_step_\(stage.rawValue)_\($0)") }
        finds = (1...3).map { texts("fair_new_finds_\(stage.rawValue)_\($0)") }
        self.problem = problem.map { ProblemNote($0, texts: texts) }
        let other: FairTestRecord.Stage = stage == .days ? .sessions : .days
        otherAddress = "/prevent/tests/new?stage=\(other.rawValue)"
        otherLabel = texts("fair_new_other_\(stage.rawValue)")
        carried = [(FairPlanForm.Field.stage, stage.rawValue), (FairPlanForm.Field.entry, id.description)]
            .map { HiddenField(.init(name: $0.0, value: $0.1)) }
        var offers: FairTestOffers?
        var closed = running.map {
            Closed(
                closedWords: texts("fair_one_at_a_time"), closedAddress: FairTestController.address($0.id),
                closedLabel: texts("fair_open"))
        }
        func close(_ key: String, _ address: String, _ words: String? = nil) {
            closed =
                closed
                ?? Closed(
                    closedWords: words ?? texts("fair_closed_\(key)"), closedAddress: address,
                    closedLabel: texts("fair_closed_\(key)_way"))
        }
        switch admission {
        case .tell: close("tell", "/")
        case .ask: close("ask", "/release")
        case .stop: close("stop", "/release")
        case .stopped(let stop): close("ask", "/release", StoppedNote(stop, kit: kit).stoppedWords)
        case .open(_, let found): offers = found
        }
        if stage == .sessions, (offers?.mayBeScreened.isEmpty ?? true) { close("no_knot", "/prevent/tests/new") }
        self.closed = closed
        let isOpen = closed == nil
        daysForm = isOpen && stage == .days ? DaysForm(form, offers, kit) : nil
        sessionsForm = isOpen && stage == .sessions ? offers.map { SessionsForm(form, $0, kit) } : nil
        notOffered = isOpen ? Self.notOffered(offers, kit) : []
        hasNotOffered = !notOffered.isEmpty
    }

    /// What is left out, slow builders first, then what health or place forbids.
    private static func notOffered(_ offers: FairTestOffers?, _ kit: RecordKit) -> [NotOffered] {
        let text = kit.kit.engine.planText
        let slow = (offers?.tooSlow.map(\.id) ?? SlowBuilders.techniques.sorted()).map {
            NotOffered(offName: text.name($0), offReason: kit.texts("fair_too_slow"))
        }
        var seen: Set<TechniqueID> = []
        let refused = (offers?.refused ?? []).filter {
            !$0.isOnlyPutLast && !SlowBuilders.techniques.contains($0.technique) && seen.insert($0.technique).inserted
        }
        return slow
            + refused.map { refusal in
                NotOffered(
                    offName: text.name(refusal.technique), offReason: text.because(refusal).capitalizedFirst)
            }
    }
}

extension NewFairTestPage.DaysForm {
    fileprivate init(_ form: FairPlanForm, _ offers: FairTestOffers?, _ kit: RecordKit) {
        let texts = kit.texts
        func choice(_ value: String, _ label: String) -> Choice {
            Choice(name: FairPlanForm.Field.what, value: value, label: label, isChosen: form.what == value)
        }
        var groups: [NewFairTestPage.Group] = []
        if let offers, !offers.treatments.isEmpty {
            var seen: Set<TechniqueID> = []
            let techniques = offers.treatments.map(\.technique.id).filter { seen.insert($0).inserted }
            groups.append(
                NewFairTestPage.Group(
                    groupName: texts("fair_group_knot", ["place": kit.name(of: offers.point, offers.side)]),
                    groupChoices: techniques.map { choice($0.rawValue, kit.kit.engine.planText.name($0)) }))
        }
        groups.append(
            NewFairTestPage.Group(
                groupName: texts("fair_group_everyday"),
                groupChoices: FairPlanForm.Idea.allCases.map {
                    choice($0.rawValue, texts("fair_idea_\($0.rawValue)"))
                } + [choice(FairPlanForm.own, texts("fair_own"))]))
        self.groups = groups
        ownValue = form.ownWords.escapable
        versusValue = form.versus.escapable
        lengths = FairPlanForm.Length.allCases.map { length in
            Choice(
                name: FairPlanForm.Field.length, value: length.rawValue, label: texts("fair_length_\(length.rawValue)"),
                isChosen: form.length == length)
        }
        timeValue = form.time.escapable
        covariates = FairTestRecord.Covariate.allCases.map { covariate in
            Choice(
                name: FairPlanForm.Field.covariate, value: covariate.rawValue,
                label: texts("fair_covariate_\(covariate.rawValue)"), isChosen: form.covariates.contains(covariate))
        }
    }
}

extension NewFairTestPage.SessionsForm {
    fileprivate init(_ form: FairPlanForm, _ offers: FairTestOffers, _ kit: RecordKit) {
        screenPlace = kit.texts("fair_screen_place", ["place": kit.name(of: offers.point, offers.side)])
        var seen: Set<TechniqueID> = []
        screenTechniques = offers.mayBeScreened.filter { seen.insert($0).inserted }.map { technique in
            Choice(
                name: FairPlanForm.Field.technique, value: technique.rawValue,
                label: kit.kit.engine.planText.name(technique), isChosen: form.techniques.contains(technique))
        }
        blockCounts = FairPlanForm.blocks.map { count in
            Choice(
                name: FairPlanForm.Field.blocks, value: "\(count)",
                label: kit.texts("fair_blocks_\(count)"), isChosen: form.blocks == count)
        }
    }
}

extension Page<NewFairTestPage> {
    static func newFairTest(
        _ form: FairPlanForm, admission: FairTestAdmission, running: FairTestShelf.Kept?,
        problem: IntakeProblem? = nil, id: EntryID, kit: RecordKit
    ) -> Self {
        let view = NewFairTestPage(
            form, admission: admission, running: running, problem: problem, id: id, kit: kit)
        return Page(template: "newfairtest", title: view.newHeading, view: view, modules: ["today.js"])
    }
}
