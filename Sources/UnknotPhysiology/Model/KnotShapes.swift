import UnknotDynamics

/// The helper functions of the specification, section 3, each with its slope.
enum KnotShapes {
    /// A value and its derivative.
    struct Sloped<Element: Lane> {
        let value: Element
        let slope: Element
    }

    /// The Hill function from its power r = (x/k)^n: r/(1 + r), with slope n · h(1 − h)/x.
    @inline(__always)
    static func hill<Element: Lane>(power: Element, at x: Element, exponent: Element) -> Sloped<Element> {
        let complement = 1.0 / (1.0 + power)
        let value = power * complement
        return Sloped(value: value, slope: exponent * value * complement / x)
    }

    /// w · log(1 + e^(x/w)), with slope e^(x/w)/(1 + e^(x/w)).
    @inline(__always)
    static func softplus<Element: Lane>(_ x: Element, width: Double) -> Sloped<Element> {
        let scaled = x / width
        let small = (0.0 - scaled.magnitudeOfLanes).exponential
        let value = small.logarithmOfOnePlus + scaled.orAtLeast(Element(everywhere: 0))
        let slope = scaled.whereAboveZero(Element(everywhere: 1), else: small) / (1.0 + small)
        return Sloped(value: value * width, slope: slope)
    }

    /// The smooth maximum (a + b + √((a − b)² + e²))/2 with its slope in b.
    @inline(__always)
    static func largest<Element: Lane>(_ a: Element, _ b: Element, rounding: Double) -> Sloped<Element> {
        let difference = b - a
        let distance = (difference * difference + rounding * rounding).root
        return Sloped(value: (a + b + distance) * 0.5, slope: (1.0 + difference / distance) * 0.5)
    }

    /// x²/(x + w) above zero, else 0; used on inputs only.
    static func positive(_ x: Double, width: Double) -> Double {
        x > 0 ? x * x / (x + width) : 0
    }

    /// The Hill function of single numbers.
    static func hill(_ x: Double, _ half: Double, _ exponent: Double) -> Double {
        guard x > 0 else { return 0 }
        let power = (x / half).raised(to: exponent)
        return power / (1 + power)
    }
}
