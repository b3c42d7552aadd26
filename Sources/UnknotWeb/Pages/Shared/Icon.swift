/// Our own icons: thin strokes on a square of 24.
enum Icon {
    case tick, cross, rising, falling, level, barred, unknown, back, hand, warning

    /// The path of the strokes.
    var path: String {
        switch self {
        case .tick: "M5 12.5l4.5 4.5L19 7.5"
        case .cross: "M6.5 6.5l11 11M17.5 6.5l-11 11"
        case .rising: "M4 17l5-5 3.5 3.5L20 8M14.5 8H20v5.5"
        case .falling: "M4 8l5 5 3.5-3.5L20 17M14.5 17H20v-5.5"
        case .level: "M4 12h16M16.5 8.5L20 12l-3.5 3.5M7.5 8.5L4 12l3.5 3.5"
        case .barred: "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16M6.5 6.5l11 11"
        case .unknown: "M9 9.2a3 3 0 1 1 4.6 2.6c-1 .7-1.6 1.2-1.6 2.4M12 17.6v.2"
        case .back: "M19 12H5M10.5 6.5L5 12l5.5 5.5"
        case .hand: "M12 3v9M12 12l-3.5-3.5M12 12l3.5-3.5M5 16c2 3 4.2 4 7 4s5-1 7-4"
        case .warning: "M12 4.5L21 19.5H3ZM12 10v4.5M12 17v.2"
        }
    }
}
