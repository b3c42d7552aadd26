import Unknot

@testable import UnknotCLI

/// The engine with the built-in tables: made once, since it never changes.
enum SharedEngine {
    private static let made = Result { try Engine() }

    static func get() throws -> Engine {
        try made.get()
    }
}

extension Intake {
    /// Beside the spine, lowest back, and the upper outer buttock, both left.
    static let lowBack = Intake(
        id: "low back",
        age: 41,
        drawing: [
            PainMark(BodyPlace("paraspinal_l4_s1", .left), intensity: 6, strength: .main),
            PainMark(BodyPlace("buttock_upper_lateral", .left), strength: .lesser),
        ],
        answers: ["sitting_long": .effect(.worse)]
    )
}
