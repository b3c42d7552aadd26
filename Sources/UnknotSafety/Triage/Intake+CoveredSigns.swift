public import UnknotAtlas
public import UnknotRecord

extension Intake {
    /// The same intake with a no to every warning sign that a no to another question settles.
    ///
    /// Surfaces that ask only ``Triage/open`` signs use it before they ask for a plan: a plan wants every sign answered
    /// that cannot wait. Settled are signs whose question is covered by one that was denied, and signs that count only
    /// together with something that is known not to hold.
    public func settlingCoveredSigns(_ atlas: Atlas) -> Intake {
        var settled = self
        let facts = KnownFacts(self, atlas: atlas)
        for sign in atlas.warningSigns where sign.combination == nil && answers[sign.id.rawValue] == nil {
            guard facts[sign.id.rawValue] == nil else { continue }
            let isCovered = sign.askedWith.map { answers[$0.rawValue] == .reply(.no) } ?? false
            let isPointless =
                sign.askIf.map { rule in
                    !rule.holds { facts[$0] == true } && !rule.isUndecided { facts[$0] }
                } ?? false
            if isCovered || isPointless { settled.answers[sign.id.rawValue] = .reply(.no) }
        }
        return settled
    }
}
