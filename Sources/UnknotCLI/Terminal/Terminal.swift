import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// When escape sequences are used.
enum ColorChoice: String, CaseIterable, Sendable, ExpressibleByArgument {
    /// On a terminal that can show them.
    case auto
    /// Whatever the output is.
    case always
    /// At no time.
    case never
}

/// What is known of the place to which text goes.
struct Terminal: Hashable, Sendable {
    /// Columns to fill; text wider than 100 columns is hard to read.
    let width: Int
    /// Whether escape sequences are used.
    let isPainted: Bool
    /// Whether somebody is looking, rather than a file or a program.
    let isTerminal: Bool

    /// Columns where nothing is known.
    static let usualWidth = 80
    private static let widths = 40...100

    /// Describes a terminal.
    init(width: Int = usualWidth, isPainted: Bool = false, isTerminal: Bool = false) {
        self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
        self.isPainted = isPainted
        self.isTerminal = isTerminal
    }

    /// Looks at standard output and the environment.
    init(_ color: ColorChoice) {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let wantsNone = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        let isPainted =
            switch color {
            case .always: true
            case .never: false
            case .auto: isTerminal && !wantsNone && environment["TERM"] != "dumb"
            }
        let columns = isTerminal ? Self.columns() ?? environment["COLUMNS"].flatMap { Int($0) } : nil
        self.init(width: columns ?? Self.usualWidth, isPainted: isPainted, isTerminal: isTerminal)
    }

    /// The width that the terminal reports.
    private static func columns() -> Int? {
        var size = winsize()
        // The call fills exactly one `winsize`, which outlives it.
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
