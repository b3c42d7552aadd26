import Unknot

/// Everything that is known about one technique.
struct TechniquePage: Sendable {
    /// A word and what stands behind it.
    struct Detail: Sendable {
        let detailName: String
        let detailText: String
    }

    /// The drawing for one part of the body.
    struct Place: Sendable {
        let placeName: String
        let drawing: TechniqueDrawing
    }

    /// Something about a person's health that speaks against it.
    struct Bar: Sendable {
        let barLabel: String
        let barInstead: String
    }

    /// What a study found.
    struct Finding: Sendable {
        let findingText: String
        let findingResult: String
        let findingClass: String
        let findingNote: String
        let findingSource: LinkedSource
    }

    let shelfName: String
    let heading: String
    let aim: String
    let isProfessional: Bool
    let needsHelper: Bool
    let drawing: TechniqueDrawing
    let places: [Place]
    let hasPlaces: Bool
    let details: [Detail]
    let stepsHeading: String
    let steps: [String]
    let avoid: [String]
    let avoidsNothing: Bool
    let blocked: [Bar]
    let cautions: [Bar]
    let hasCautions: Bool
    let strength: String
    let doseStatus: String
    let findings: [Finding]
    let lacksFindings: Bool
    let areas: [String]
    let muscles: [AtlasLine]
    let musclesHeading: String
    let hasMuscles: Bool
    let sources: [LinkedSource]
}

/// A publication with its address, where it has one on the web.
struct LinkedSource: Sendable {
    let sourceCitation: String
    let sourceKind: String
    let sourceLink: String?

    init(_ reference: Reference, _ kit: PageKit) {
        sourceCitation = kit.citation(reference)
        sourceKind = kit.texts("status_\(reference.status.rawValue)")
        sourceLink = reference.address.hasPrefix("https://") ? reference.address : nil
    }
}

extension Page<TechniquePage> {
    static func technique(_ page: TechniquePage, _ technique: Technique) -> Self {
        Page(template: "technique", title: technique.name, view: page)
    }
}
