extension Vocabulary {
    /// Something about a person's health that blocks or changes ways of working on a knot.
    public enum HealthCheck {}
    /// Muscles that are worked on in the same way.
    public enum MuscleGroup {}
    /// A part of the body, a state of the skin or an area that tables of care name.
    public enum CarePlace {}
}

/// Names something about a person's health that blocks or changes techniques.
public typealias HealthID = Identifier<Vocabulary.HealthCheck>
/// Names muscles that are worked on in the same way.
public typealias MuscleGroupID = Identifier<Vocabulary.MuscleGroup>
/// Names a place of the tables of care.
public typealias CarePlaceID = Identifier<Vocabulary.CarePlace>
