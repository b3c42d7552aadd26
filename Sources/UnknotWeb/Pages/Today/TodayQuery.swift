import Hummingbird
import Unknot

/// What of the course is shown: how many days, and of what. Nothing in an address tells what somebody wrote.
struct TodayQuery: Hashable, Sendable {
    /// 7, 30 or 90.
    let days: Int
    /// The name of a ``Measure``.
    let measure: String

    static let ranges = [7, 30, 90]

    init(days: Int = 7, measure: String = Measure.painNow.pageName) {
        (self.days, self.measure) = (days, measure)
    }

    /// Reads the address; what does not fit is as if it were not there.
    init(_ request: Request) {
        let parameters = request.uri.queryParameters
        let days = parameters["days"].flatMap { Int($0) } ?? 7
        self.init(
            days: Self.ranges.contains(days) ? days : 7,
            measure: parameters["show"].map { String($0.prefix(40)) } ?? Measure.painNow.pageName)
    }

    /// The measure that is meant; pain at the moment when there is none of that name.
    ///
    /// - Parameter own: The names of what the person follows.
    func measure(own: [String]) -> Measure {
        (Measure.common + own.map(Measure.own)).first { $0.pageName == measure } ?? .painNow
    }

    /// The query of an address.
    var text: String { "?days=\(days)&show=\(measure.filter { $0.isLetter || $0.isNumber || "_-".contains($0) })" }

    /// Where to go after something was written.
    func address(_ way: EntryForm.Way, done: EntryID) -> String {
        way == .today ? "\(way.address)\(text)&done=\(done)" : "\(way.address)?done=\(done)"
    }
}
