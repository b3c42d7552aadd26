import Foundation
import Unknot

/// Intakes to measure with.
enum DrawnCases {
    /// The development cases; only their intakes are read.
    static func development(_ path: String) throws -> [Intake] {
        try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n")).map { line in
            try IntakeDocument.parse(Array(line), extraKeys: ["expected", "source", "tier"])
        }
    }

    /// A drawing with a number of positive findings: three in four are regions, on both sides and in three parts of the
    /// back, the rest movements that hurt.
    static func withPositives(_ count: Int) -> Intake {
        let movements = count / 4
        let places = regions.prefix(count - movements).enumerated().map { index, place in
            PainMark(place, strength: index.isMultiple(of: 3) ? .main : .lesser)
        }
        let answers = Self.movements.prefix(movements).map { ($0, Answer.effect(.worse)) }
        return Intake(drawing: Array(places), answers: Dictionary(uniqueKeysWithValues: answers))
    }

    private static let regions: [BodyPlace] = [
        BodyPlace("paraspinal_l4_s1", .left), BodyPlace("buttock_upper_lateral", .left),
        BodyPlace("buttock_middle", .left), BodyPlace("paraspinal_l1_l3", .left),
        BodyPlace("iliac_crest_posterior", .left), BodyPlace("sacroiliac_joint", .left),
        BodyPlace("thigh_back_upper", .left), BodyPlace("paraspinal_l4_s1", .right),
        BodyPlace("buttock_upper_medial", .right), BodyPlace("sacrum", .midline),
        BodyPlace("shoulder_top", .right), BodyPlace("neck_angle", .right),
        BodyPlace("scapula_superior_angle", .right), BodyPlace("neck_back_lower", .right),
        BodyPlace("medial_scapular_border_mid", .right), BodyPlace("infraspinous_fossa", .right),
        BodyPlace("paraspinal_t9_t12", .left), BodyPlace("posterior_ribs_lower", .left),
    ]

    private static let movements = [
        "sitting_long", "bending_forward", "turning_in_bed", "lifting_from_floor", "walking", "coughing_sneezing",
    ]
}
