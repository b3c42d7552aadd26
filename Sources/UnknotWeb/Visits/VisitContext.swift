import Hummingbird

/// What goes with a request on its way: who asks, once that is known.
struct VisitContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Set before any handler runs.
    var visit = Visit.nobody

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }
}
