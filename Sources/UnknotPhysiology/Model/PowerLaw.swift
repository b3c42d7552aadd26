import UnknotDynamics

/// How the powers of the equations are computed.
///
/// The nominal exponents are whole or half numbers, and powers are then products. Members of an ensemble may have others.
protocol PowerLaw: Sendable {
    /// x to the power of n for x ≥ 0, where n is nominally 1.
    static func first<Element: Lane>(_ x: Element, _ n: Element) -> Element
    /// The same, nominally 2.
    static func second<Element: Lane>(_ x: Element, _ n: Element) -> Element
    /// The same, nominally 3.
    static func third<Element: Lane>(_ x: Element, _ n: Element) -> Element
    /// The same, nominally 3.5.
    static func threeAndHalf<Element: Lane>(_ x: Element, _ n: Element) -> Element
    /// The same, nominally 4.
    static func fourth<Element: Lane>(_ x: Element, _ n: Element) -> Element
    /// The same, nominally 5, one less than `sixth`.
    static func fifth<Element: Lane>(_ x: Element, _ nLessOne: Element) -> Element
    /// The same, nominally 6.
    static func sixth<Element: Lane>(_ x: Element, _ n: Element) -> Element
    /// The same, nominally 8.
    static func eighth<Element: Lane>(_ x: Element, _ n: Element) -> Element
}

/// The nominal exponents: products.
enum NominalPowers: PowerLaw {
    @inline(__always) static func first<Element: Lane>(_ x: Element, _ n: Element) -> Element { x }
    @inline(__always) static func second<Element: Lane>(_ x: Element, _ n: Element) -> Element { x * x }
    @inline(__always) static func third<Element: Lane>(_ x: Element, _ n: Element) -> Element { x * x * x }
    @inline(__always) static func threeAndHalf<Element: Lane>(_ x: Element, _ n: Element) -> Element {
        x * x * x * x.root
    }
    @inline(__always) static func fourth<Element: Lane>(_ x: Element, _ n: Element) -> Element {
        let square = x * x
        return square * square
    }
    @inline(__always) static func fifth<Element: Lane>(_ x: Element, _ n: Element) -> Element {
        let square = x * x
        return square * square * x
    }
    @inline(__always) static func sixth<Element: Lane>(_ x: Element, _ n: Element) -> Element {
        let square = x * x
        return square * square * square
    }
    @inline(__always) static func eighth<Element: Lane>(_ x: Element, _ n: Element) -> Element {
        let square = x * x
        let fourth = square * square
        return fourth * fourth
    }
}

/// Any exponents: through logarithms.
enum FreePowers: PowerLaw {
    @inline(__always) static func first<Element: Lane>(_ x: Element, _ n: Element) -> Element { power(x, n) }
    @inline(__always) static func second<Element: Lane>(_ x: Element, _ n: Element) -> Element { power(x, n) }
    @inline(__always) static func third<Element: Lane>(_ x: Element, _ n: Element) -> Element { power(x, n) }
    @inline(__always) static func threeAndHalf<Element: Lane>(_ x: Element, _ n: Element) -> Element { power(x, n) }
    @inline(__always) static func fourth<Element: Lane>(_ x: Element, _ n: Element) -> Element { power(x, n) }
    @inline(__always) static func fifth<Element: Lane>(_ x: Element, _ n: Element) -> Element { power(x, n) }
    @inline(__always) static func sixth<Element: Lane>(_ x: Element, _ n: Element) -> Element { power(x, n) }
    @inline(__always) static func eighth<Element: Lane>(_ x: Element, _ n: Element) -> Element { power(x, n) }

    /// Zero and less count as the smallest number whose powers still vanish.
    @inline(__always)
    private static func power<Element: Lane>(_ x: Element, _ n: Element) -> Element {
        x.orAtLeast(Element(everywhere: 1e-100)).raised(to: n)
    }
}
