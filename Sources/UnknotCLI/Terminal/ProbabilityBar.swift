/// A probability as a small bar and a number, always together: no meaning hangs on colour or length alone.
enum ProbabilityBar {
    private static let cells = 10
    /// A cell filled by one to seven eighths.
    private static let eighths = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// `███████░░░  71 %`, always equally wide.
    static func text(_ probability: Double) -> StyledText {
        let filled = min(cells * 8, max(1, Int((probability * Double(cells) * 8).rounded())))
        let (whole, part) = filled.quotientAndRemainder(dividingBy: 8)
        let bar = String(repeating: "█", count: whole) + (part == 0 ? "" : eighths[part - 1])
        let number = percent(probability)
        let padding = String(repeating: " ", count: max(0, 6 - number.count))
        return StyledText(bar, .amount) + StyledText(String(repeating: "░", count: cells - bar.count), .quiet)
            + StyledText(padding + number, .strong)
    }

    /// Whole percents; what is not certain never reads as 0 or 100. The blank does not break.
    static func percent(_ probability: Double) -> String {
        switch probability {
        case ..<0.01: "<1\u{A0}%"
        case 0.99...: ">99\u{A0}%"
        default: "\(Int((probability * 100).rounded()))\u{A0}%"
        }
    }
}
