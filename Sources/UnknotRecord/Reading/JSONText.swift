#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One JSON string literal.
enum JSONText {
    /// The text that a literal with its quotes stands for.
    static func decode(_ literal: [UInt8]) -> String? {
        try? JSONDecoder().decode(String.self, from: Data(literal))
    }
}
