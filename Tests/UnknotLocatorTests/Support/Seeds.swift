import Foundation

/// Seeds for random intakes: a few in `make test`, twenty times as many in `make soak`.
enum Seeds {
    static func few(_ count: UInt64) -> ClosedRange<UInt64> {
        let isSoak = ProcessInfo.processInfo.environment["UNKNOT_SOAK"] != nil
        return 1...(isSoak ? 20 * count : count)
    }
}
