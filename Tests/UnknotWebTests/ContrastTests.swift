import Foundation
import Testing

@testable import UnknotWeb

/// Reads the colours from the style sheet and checks them as WCAG 2.2 does (success criteria 1.4.3 and 1.4.11).
@Suite("Contrast of the colours")
struct ContrastTests {
    enum Scheme: CaseIterable { case light, dark }

    /// Text on what lies behind it.
    static let texts = [
        ("ink", "paper"), ("ink", "sheet"), ("ink", "act-wash"), ("ink", "alarm-wash"), ("ink", "skin"),
        ("ink-soft", "paper"), ("ink-soft", "sheet"), ("paper", "ink"),
        ("act", "paper"), ("act", "sheet"), ("act", "act-wash"), ("on-act", "act"), ("on-act", "act-strong"),
        ("alarm", "paper"), ("alarm", "alarm-wash"), ("pain-5", "sheet"),
        ("on-pain-1", "pain-1"), ("on-pain-2", "pain-2"), ("on-pain-3", "pain-3"), ("on-pain-4", "pain-4"),
        ("on-pain-5", "pain-5"),
    ]

    /// Edges and signs that one must see to use the page.
    static let signs = [
        ("line-strong", "paper"), ("line-strong", "sheet"), ("skin-line", "sheet"), ("skin-line", "skin"),
        ("pain-edge", "skin"), ("pain-edge", "pain-1"), ("pain-edge", "sheet"), ("act", "skin"),
    ]

    @Test(arguments: Scheme.allCases, texts)
    func `text can be read`(scheme: Scheme, pair: (String, String)) throws {
        #expect(try contrast(pair, scheme) >= 4.5, "\(pair.0) on \(pair.1)")
    }

    @Test(arguments: Scheme.allCases, signs)
    func `edges can be seen`(scheme: Scheme, pair: (String, String)) throws {
        #expect(try contrast(pair, scheme) >= 3, "\(pair.0) on \(pair.1)")
    }

    @Test(arguments: Scheme.allCases)
    func `the ramp for pain goes one way, step by step`(scheme: Scheme) throws {
        let lightness = try (1...5).map { luminance(try colour("pain-\($0)", scheme)) }
        let steps = zip(lightness, lightness.dropFirst()).map { scheme == .light ? $0 / $1 : $1 / $0 }
        // Lightness alone tells the steps apart, whatever colours somebody sees.
        #expect(steps.allSatisfy { $0 > 1.25 }, "\(steps)")
    }

    private func contrast(_ pair: (String, String), _ scheme: Scheme) throws -> Double {
        let both = [luminance(try colour(pair.0, scheme)), luminance(try colour(pair.1, scheme))].sorted()
        return (both[1] + 0.05) / (both[0] + 0.05)
    }

    private func colour(_ name: String, _ scheme: Scheme) throws -> [Double] {
        let parts = try Resources.text(of: "00-tokens.css").split(separator: "@media (prefers-color-scheme: dark)")
        let sheet = try #require(scheme == .light ? parts.first : parts.last)
        let value = try #require(
            sheet.firstMatch(of: try Regex("--\(name): #([0-9a-f]{6});", as: (Substring, Substring).self)))
        let number = try #require(Int(value.output.1, radix: 16))
        return [number >> 16, number >> 8 & 255, number & 255].map { Double($0) / 255 }
    }

    /// Relative luminance as WCAG defines it.
    private func luminance(_ colour: [Double]) -> Double {
        let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
