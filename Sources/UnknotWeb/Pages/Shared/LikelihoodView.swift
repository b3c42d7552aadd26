import Unknot

/// A probability as words and number.
struct LikelihoodView: Sendable {
    let words: String
    let percent: String
    /// 0 to 100, the length of the bar.
    let bar: Int

    init(_ probability: Double, kit: PageKit) {
        words = kit.engine.text.words(for: probability)
        bar = Int((probability * 100).rounded())
        percent = Self.percent(probability, kit: kit)
    }

    /// A probability or share as a number; the ends of the scale are never certain.
    static func percent(_ value: Double, kit: PageKit) -> String {
        let number = Int((value * 100).rounded())
        switch number {
        case ..<1: return kit.texts("percent_below_one")
        case 100...: return kit.texts("percent_above_99")
        default: return kit.texts("percent", ["number": String(number)])
        }
    }
}
