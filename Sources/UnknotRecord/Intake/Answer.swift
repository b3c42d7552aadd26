/// A reply to a yes-or-no question. "Not asked" is the absence of an answer, not a case of it.
public enum Reply: String, CaseIterable, Hashable, Sendable {
    /// Yes.
    case yes
    /// No.
    case no
    /// Asked, but the person does not know.
    case unknown
}

/// What a movement or posture does to the pain.
public enum MovementEffect: String, CaseIterable, Hashable, Sendable {
    /// It hurts more.
    case worse
    /// It eases.
    case better
    /// It cannot be done fully.
    case restricted
    /// It changes nothing.
    case noEffect = "no_effect"
}

/// What one key of `answers` says; its id decides which of the two it must be.
public enum Answer: Hashable, Sendable {
    /// The answer to a finding or a warning sign.
    case reply(Reply)
    /// The answer to a movement.
    case effect(MovementEffect)

    /// The word on the interface.
    public var rawValue: String {
        switch self {
        case .reply(let reply): reply.rawValue
        case .effect(let effect): effect.rawValue
        }
    }
}

/// How the pain of an area feels.
public enum PainQuality: String, CaseIterable, Hashable, Sendable {
    /// A dull ache.
    case dull
    /// Sharp.
    case sharp
    /// Burning.
    case burning
    /// Shooting.
    case shooting
    /// Throbbing.
    case throbbing
    /// Like a cramp.
    case cramping
    /// Stiff rather than painful.
    case stiff
    /// Tingling, pins and needles.
    case tingling
    /// Numb.
    case numb
}

/// How much an area counts in a drawing.
public enum MarkStrength: String, CaseIterable, Hashable, Sendable {
    /// Where it hurts most.
    case main
    /// Where it hurts as well.
    case lesser
}

/// The sex that the person gives.
public enum Sex: String, CaseIterable, Hashable, Sendable {
    /// Female.
    case female
    /// Male.
    case male
    /// Another, or not to be said.
    case other
}
