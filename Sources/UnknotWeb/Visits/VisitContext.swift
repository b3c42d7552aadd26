import Hummingbird
import UnknotAccounts

/// What goes with a request on its way: who asks, once that is known.
struct VisitContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Set before any handler runs.
    var visit = Visit.nobody
    /// Who is signed in; nobody where there are no accounts.
    var signedIn: SignedIn?
    /// Where the request comes from.
    var address: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }
}
