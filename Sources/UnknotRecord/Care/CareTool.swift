/// What a knot is worked on with.
public enum CareTool: String, CaseIterable, Hashable, Sendable {
    /// Hands; always there.
    case fingers
    /// Nothing; always there.
    case none
    /// A tennis ball or the like.
    case ball
    /// A stick with rollers, held with both hands.
    case massageStickRoller = "massage_stick_roller"
    /// A small roller for car, office or bag.
    case miniRoller = "mini_roller"
    /// A foam roller on the floor.
    case foamRoller = "foam_roller"
    /// A cane with a hook and a knob.
    case hook = "theracane_hook"
    /// A hand massager with four balls, held by a partner.
    case partnerHandMassager = "partner_hand_massager"
    /// A massage gun.
    case massageGun = "massage_gun"
    /// A warm pack.
    case heatPack = "heat_pack"
    /// A cold pack, or ice.
    case coldPack = "cold_pack"
    /// An elastic band.
    case elasticBand = "elastic_band"
    /// A TENS machine.
    case tensUnit = "tens_unit"

    /// Whether nobody has to own it.
    public var isAlwaysThere: Bool { self == .fingers || self == .none }
}

/// Where somebody is.
public enum CareSetting: String, CaseIterable, Hashable, Sendable {
    /// At home.
    case home
    /// At work.
    case office
    /// In a car that is parked.
    case car
    /// In bed.
    case bed
    /// On the way.
    case travel
}
