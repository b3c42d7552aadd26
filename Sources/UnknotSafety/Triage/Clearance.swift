/// Proof that the warning signs were weighed and that none calls for a clinician.
///
/// Only this module can make one, so that no plan can be built around the check.
public struct Clearance: Hashable, Sendable {
    init() {}
}
