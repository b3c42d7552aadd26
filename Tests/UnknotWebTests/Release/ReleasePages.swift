import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Pages on the way to a plan that together show everything that they can show.
enum ReleasePages {
    static func means() throws -> [Page<MeansPage>] {
        let kit = try Site.kit
        return [
            .means(PlanForm(intake: try ReleaseStory.told()), kit: kit),
            .means(try ReleaseStory.ready { $0.minutes = 12 }, kit: kit),
        ]
    }

    static func health() throws -> [Page<HealthPage>] {
        let kit = try Site.kit
        let form = try ReleaseStory.ready { $0.asked = [] }
        guard case .health(let checks) = try ReleaseFlow(engine: kit.engine).next(form) else { return [] }
        return [true, false].map { .health(form, checks: checks, ticked: ["pregnancy"], isKept: $0, kit: kit) }
    }

    static func stops() throws -> [Page<ReleaseStopPage>] {
        let kit = try Site.kit
        let flow = ReleaseFlow(engine: kit.engine)
        let forms = [
            try ReleaseStory.ready { $0.health = ["high_risk_pregnancy"] },
            PlanForm(intake: try ReleaseStory.told { $0.answers["saddle_numbness"] = .reply(.yes) }),
        ]
        return try [false, true].flatMap { isNoted in
            try forms.compactMap { form -> Page<ReleaseStopPage>? in
                guard case .stop(let triage) = try flow.next(form) else { return nil }
                return .releaseStop(form, triage: triage, isNoted: isNoted, kit: kit)
            }
        }
    }

    static func planned() throws -> Plan { try Site.engine.plan(ReleaseStory.ready().request()) }

    static func starts() throws -> [Page<ReleaseStartPage>] {
        try [.releaseStart(kit: Site.kit), .releaseStart(stopped: stopped(), kit: Site.kit)]
    }

    /// A danger sign that stands in the record.
    static func stopped(
        _ stop: String = #"{"stopped":"emergency","stopped_by":["saddle_numbness"]}"#
    ) throws
        -> StoppedNote
    {
        let kit = try DayChartTests.kit(now: "2026-11-21T20:00:00+01:00")
        let noted = try DayChartTests.noted(.health, stop, at: "2026-11-20T10:00:00+01:00")
        return StoppedNote(try #require(HealthHistory([noted], today: kit.today).stop), kit: kit)
    }

    static func warnings() throws -> [Page<WarningsPage>] {
        let form = PlanForm(intake: try Site.form(Site.lowBackAndButtock))
        return try [nil, stopped()].map {
            .releaseWarnings(form, signs: ["saddle_numbness"], lists: 2, stopped: $0, kit: try Site.kit)
        }
    }

    static func plans() throws -> [Page<PlanPage>] {
        let kit = try Site.kit
        let usual = try ReleaseStory.ready()
        let first = try #require(try kit.engine.plan(usual.request()).steps.first { $0.role == .release })
        let point = first.treatment.point.id
        func past(
            _ technique: TechniqueID, _ before: Double?, _ after: Double?, _ end: PastTreatment.Ending
        )
            -> PastTreatment
        {
            PastTreatment(point, first.treatment.side, technique: technique, before: before, after: after, ending: end)
        }
        let history = [
            past(first.technique.id, 3, 6, .stopped), past("finger_press_hold", 6, 3, .finished),
            past("finger_press_hold", 6, 3, .finished), past("stretch_hold", nil, nil, .finished),
        ]
        let forms: [(PlanForm, [PastTreatment])] = [
            (usual, []), (usual, history),
            (try ReleaseStory.ready { ($0.hasHelper, $0.tools) = (true, [.partnerHandMassager, .elasticBand]) }, []),
            (try ReleaseStory.ready { $0.isFlare = true }, []),
            (try ReleaseStory.ready(ReleaseStory.told { $0.answers["fever_with_back_pain"] = .reply(.unknown) }), []),
            (
                try ReleaseStory.ready {
                    $0.health = ["cannot_feel_or_report_pressure"]; $0.asked = []
                }, []
            ),
        ]
        var pages = try forms.map { form, history in
            Page.plan(form, plan: try kit.engine.plan(form.request(history: history)), kit: kit)
        }
        var none = try kit.engine.plan(usual.request())
        none.status = .noSafeTechnique
        (none.steps, none.evidence, none.leftOut, none.remarks) = ([], [], [], [])
        pages.append(.plan(PlanForm(intake: usual.intake), plan: none, kit: kit))
        return pages
    }

    static func html(_ renderer: PageRenderer) throws -> [String] {
        try means().map(renderer.html) + health().map(renderer.html) + stops().map(renderer.html)
            + starts().map(renderer.html) + warnings().map(renderer.html) + plans().map(renderer.html)
    }
}
