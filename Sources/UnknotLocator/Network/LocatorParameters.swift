import RealModule
import UnknotAtlas

/// The numbers of the locator, read once from `locator_parameters.csv`, where each has its range and reason.
package struct LocatorParameters: Sendable {
    let essential: LinkStrength
    let spillover: LinkStrength
    let ownSpot: LinkStrength
    let aroundSpot: LinkStrength
    let drawingShift: Double
    let smallestLink: Double
    let blankWeight: Double
    let severalShare: Double
    let severalEach: Double
    package let leak: LinkStrength
    let sourceMainShare: Double
    let movementWorse: (link: Double, leak: Double)
    let movementRestricted: (link: Double, leak: Double)
    let movementBetter: (link: Double, leak: Double)
    let movementOfCauseLink: Double
    let causeOdds: Double
    let causeOddsMost: Double
    let overlapPower: Double
    let tenderFrom: Double
    let unexplainedAbove: Double
    let stopQuestionBits: Double
    let stopPressBits: Double
    let stopCertainty: Double
    let mostPresses: Int
    let mostQuestions: Int

    init(_ atlas: Atlas) throws(LocatorError) {
        func read(_ name: String) throws(LocatorError) -> Double {
            guard let parameter = atlas.parameter(name) else { throw LocatorError.missingParameter(name) }
            return parameter.value
        }
        essential = LinkStrength(any: try read("essential_link"), main: try read("essential_main"))
        spillover = LinkStrength(any: try read("spillover_link"), main: try read("spillover_main"))
        ownSpot = LinkStrength(any: try read("own_spot_link"), main: try read("own_spot_main"))
        aroundSpot = LinkStrength(any: try read("around_spot_link"), main: try read("around_spot_main"))
        drawingShift = try read("drawing_shift")
        smallestLink = try read("smallest_link")
        blankWeight = try read("blank_weight")
        severalShare = try read("several_share")
        severalEach = try read("several_each")
        leak = LinkStrength(any: try read("leak_any"), main: try read("leak_main"))
        sourceMainShare = try read("source_main_share")
        movementWorse = (try read("movement_worse_link"), try read("movement_worse_leak"))
        movementRestricted = (try read("movement_restricted_link"), try read("movement_restricted_leak"))
        movementBetter = (try read("movement_better_link"), try read("movement_better_leak"))
        movementOfCauseLink = try read("movement_of_cause_link")
        causeOdds = try read("cause_odds")
        causeOddsMost = try read("cause_odds_most")
        overlapPower = try read("overlap_power")
        tenderFrom = try read("tender_from")
        unexplainedAbove = try read("unexplained_above")
        stopQuestionBits = try read("stop_question_bits")
        stopPressBits = try read("stop_press_bits")
        stopCertainty = try read("stop_certainty")
        mostPresses = Int(try read("most_presses"))
        mostQuestions = Int(try read("most_questions"))
    }
}

/// How likely a source makes a region painful enough to be drawn, at all and as a main one.
package struct LinkStrength: Hashable, Sendable {
    package var any: Double
    package var main: Double

    static let none = LinkStrength(any: 0, main: 0)

    /// The chance that the region is drawn, given that it is no main one: what is left of `any` beside `main`.
    var anyGivenNotMain: Double { main < 1 ? max(0, (any - main) / (1 - main)) : 0 }

    /// The strength whose absence weighs `weight` times the log likelihood of this one's.
    func blank(weight: Double) -> Double { 1 - .pow(1 - any, weight) }

    /// Either of two independent ways.
    func or(_ other: LinkStrength) -> LinkStrength {
        LinkStrength(any: 1 - (1 - any) * (1 - other.any), main: 1 - (1 - main) * (1 - other.main))
    }

    func scaled(by factor: Double) -> LinkStrength {
        LinkStrength(any: any * factor, main: main * factor)
    }
}

/// Why no locator could be made or no answer given.
public enum LocatorError: Error, Hashable, Sendable {
    /// The knowledge base lacks a number that the locator needs.
    case missingParameter(String)
    /// The tables make a network that is not valid; says which part.
    case invalidNetwork(String)
    /// Inference failed; says how.
    case inference(String)
}
