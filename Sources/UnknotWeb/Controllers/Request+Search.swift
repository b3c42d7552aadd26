import Hummingbird

extension Request {
    /// What is searched for (`q`); empty when nothing is. Cut where it is longer than any useful search, so that it is searched
    /// at once.
    var searchText: String {
        uri.queryParameters["q"].map { String($0.prefix(100)) } ?? ""
    }
}
