public import UnknotRecord

/// A muscle in which trigger points are known.
public struct Muscle: Hashable, Sendable {
    /// How deep it lies under the skin.
    public enum Depth: String, CaseIterable, Hashable, Sendable {
        /// Directly under the skin.
        case superficial
        /// Under one layer.
        case intermediate
        /// Under several layers or inside.
        case deep
    }

    /// Whether a finger can feel it.
    public enum Palpability: String, CaseIterable, Hashable, Sendable {
        /// Yes.
        case yes
        /// Only parts of it.
        case partly
        /// No.
        case no
    }

    /// Its id.
    public let id: MuscleID
    /// The anatomical name.
    public let name: String
    /// The name for everybody.
    public let plainName: String
    /// The part of the body it belongs to.
    public let zone: BodyRegion.Zone
    /// How deep it lies.
    public let depth: Depth
    /// Whether a finger can feel it.
    public let palpability: Palpability
    /// What it does.
    public let actions: String
    /// Where it arises.
    public let origin: String
    /// Where it attaches.
    public let insertion: String
    /// Its nerves.
    public let innervation: String
    /// Share of people in the study's clinic in whom it held an active point, 0 to 1; clinics differ, so values are not
    /// comparable across parts of the body.
    public let baseRate: Double?
    /// The study behind the base rate.
    public let baseRateSource: ReferenceID?
    /// What to know, and after "Caution:" what to avoid.
    public let notes: String

    /// What must be read before anybody presses, if anything.
    public var caution: String? {
        guard let start = notes.firstRange(of: "Caution") else { return nil }
        return String(notes[start.lowerBound...])
    }
}
