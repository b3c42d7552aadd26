extension IntakeForm {
    /// Whether to ask how bad it is in each place: once, and only when the drawing says nothing of it.
    var asksPlaces: Bool {
        if reopened == .places { return true }
        let isSaid = intensity != nil || feelings.values.contains { $0.intensity != nil }
        return !isSaid && !asked.contains(.places)
    }

    /// Whether to ask what may have brought it on: once.
    var asksCauses: Bool {
        reopened == .causes || causes.isEmpty && !asked.contains(.causes)
    }

    /// Screens to come at most that the engine knows nothing of.
    var screensBesides: Int {
        (asksPlaces ? 1 : 0) + (asksCauses ? 1 : 0)
    }
}
