import Foundation
import Synchronization
import Unknot

/// What a knot may be, with a model that answers to settings: an explanation, not a measurement of anybody.
struct UnderstandPage: Sendable {
    let presets: [Choice]
    let causeSliders: [SliderView]
    let careSliders: [SliderView]
    let starts: [Choice]
    let breakChoices: [Choice]
    let moments: [MomentView]
    let charts: [OutlookChart]
    let steps: [StepView]
    let landscape: LandscapeView
    let hidden: [HiddenRow]
    let summary: String
    let ensembleNote: String
    let claims: [ClaimView]
    let storySources: [AtlasSource]

    #if DEBUG
    /// A build that is not optimised computes some hundred times more slowly; four members share one vector.
    static let members = 4
    private static let threads = 1
    #else
    /// Members of the ensemble: enough for a band of eight in ten, few enough to redraw while a slider moves.
    static let members = 24
    /// Over how many threads they are spread: whoever moves a slider waits for this answer alone.
    private static let threads = 2
    #endif
    /// Allowed error of a step, far below what a pixel shows.
    static let tolerance = 1e-3

    /// Runs the model and shows what came of it.
    init(_ form: RoutineForm, kit: PageKit) {
        let timeline = form.routine.timeline
        let settings = SolverSettings(relative: Self.tolerance, stepLimit: 20_000)
        let parts = Mutex<[Int: KnotOutlook.Part]>([:])
        DispatchQueue.concurrentPerform(iterations: Self.threads) { turn in
            let range = turn * Self.members / Self.threads..<(turn + 1) * Self.members / Self.threads
            let part = KnotOutlook.Part(timeline.scenario, at: timeline.moments, members: range, settings)
            parts.withLock { $0[turn] = part }
        }
        let inOrder = parts.withLock { parts in (0..<Self.threads).compactMap { parts[$0] } }
        let outlook = KnotOutlook(timeline.scenario, at: timeline.moments, of: inOrder)
        self.init(form, outlook, timeline, kit: kit)
    }

    init(_ form: RoutineForm, _ outlook: KnotOutlook, _ timeline: KnotRoutine.Timeline, kit: PageKit) {
        let routine = form.routine
        let writer = OutlookWriter(outlook, timeline, texts: kit.texts)
        presets = Preset.allCases.map {
            Choice(
                name: "preset", value: $0.rawValue, label: kit.texts("understand_preset_\($0.rawValue)"),
                isChosen: form.preset == $0)
        }
        causeSliders = RoutineForm.causes.map { SliderView($0, routine, kit.texts) }
        careSliders = RoutineForm.care.map { SliderView($0, routine, kit.texts) }
        starts = KnotRoutine.Start.allCases.map {
            Choice(
                name: "start", value: $0.rawValue, label: kit.texts("understand_start_\($0.rawValue)"),
                isChosen: routine.start == $0)
        }
        breakChoices = KnotRoutine.Breaks.allCases.map {
            Choice(
                name: "breaks", value: $0.rawValue, label: kit.texts("understand_breaks_\($0.rawValue)"),
                isChosen: routine.breaks == $0)
        }
        moments = writer.moments
        charts = [.pain, .pressThreshold, .range].map { writer.chart($0) }
        steps = StepView.all(writer, kit.texts)
        landscape = writer.landscape(routine)
        hidden = writer.hidden
        summary = writer.summary
        ensembleNote = kit.texts("understand_ensemble", ["count": String(outlook.members)])
        claims = ClaimView.all(kit)
        storySources = AtlasWriter(kit).sources(["gerwin_2004"])
    }
}

/// A setting as a slider with its value in words.
struct SliderView: Sendable {
    let sliderName: String
    let sliderLabel: String
    let sliderLeast: Int
    let sliderMost: Int
    let sliderStep: Int
    let sliderValue: Int
    let sliderText: String
    let sliderHint: String?

    init(_ slider: RoutineForm.Slider, _ routine: KnotRoutine, _ texts: PageTexts) {
        let key = "understand_\(slider.name)"
        let value = slider.read(routine)
        sliderName = slider.name
        sliderLabel = texts(key)
        sliderLeast = slider.range.lowerBound
        sliderMost = slider.range.upperBound
        sliderStep = slider.step
        sliderValue = Int((value * slider.divisor).rounded())
        let exact = "\(key)_\(sliderValue)"
        sliderText = texts(texts.has(exact) ? exact : "\(key)_value", ["value": OutlookWriter.short(value)])
        sliderHint = texts.has("\(key)_hint") ? texts("\(key)_hint") : nil
    }
}

/// One step of the story with the curve beside it.
struct StepView: Sendable {
    let stepNumber: Int
    let stepTitle: String
    let stepText: String
    let stepSure: String
    let stepChart: OutlookChart?

    static func all(_ writer: OutlookWriter, _ texts: PageTexts) -> [StepView] {
        let curves: [KnotOutlook.Quantity?] = [
            .drive, .contracture, .flow, .oxygen, .lactate, .sensitisation, .pain, nil,
        ]
        return curves.enumerated().map { index, quantity in
            StepView(
                stepNumber: index + 1, stepTitle: texts("understand_step\(index + 1)"),
                stepText: texts("understand_step\(index + 1)_text"),
                stepSure: texts("understand_step\(index + 1)_sure"),
                stepChart: quantity.map { writer.chart($0) })
        }
    }
}

/// What was found against the story.
struct ClaimView: Sendable {
    let claimTitle: String
    let claimText: String

    /// The publications behind it; empty for what is known of the model itself.
    let claimSources: [AtlasSource]

    private static let claims: [(key: String, sources: [ReferenceID])] = [
        ("flow", ["moraska_2018"]), ("pain", ["lu_2022"]), ("water", ["bear_2016"]), ("oxygen", ["brueckle_1990"]),
        ("waste", ["wiltshire_2010"]), ("critics", ["quintner_2015"]), ("constants", []),
    ]

    static func all(_ kit: PageKit) -> [ClaimView] {
        let writer = AtlasWriter(kit)
        return claims.map { key, sources in
            ClaimView(
                claimTitle: kit.texts("understand_against_\(key)"),
                claimText: kit.texts("understand_against_\(key)_text"), claimSources: writer.sources(sources))
        }
    }
}

extension Page<UnderstandPage> {
    static func understand(_ view: UnderstandPage, kit: PageKit) -> Self {
        Page(template: "understand", title: kit.texts("understand_title"), view: view, modules: ["understand.js"])
    }
}
