/// A part of the body around its bones: how far the skin is from the middle line on both sides, along its length.
struct Flesh: Sendable {
    /// Places along the part, 0 to 1, with the distance of the skin to the front (or the right) and to the back.
    let girth: [(along: Double, front: Double, back: Double)]

    /// The distance of the skin at a place, on a smooth curve.
    func girth(at along: Double) -> (front: Double, back: Double) {
        guard let last = girth.last, let first = girth.first else { return (0, 0) }
        if along <= first.along { return (first.front, first.back) }
        for (low, high) in zip(girth, girth.dropFirst()) where along <= high.along {
            let part = (along - low.along) / (high.along - low.along)
            let eased = part * part * (3 - 2 * part)
            return (
                low.front + (high.front - low.front) * eased, low.back + (high.back - low.back) * eased
            )
        }
        return (last.front, last.back)
    }

    static let thigh = Flesh(girth: [(0, 18, 19), (0.35, 17, 16.5), (0.75, 13, 13), (1, 11, 10.5)])
    static let shin = Flesh(girth: [(0, 11, 10.5), (0.28, 9.5, 13), (0.5, 8, 11), (0.82, 6, 6.8), (1, 5.6, 6.4)])
    static let thighBehind = Flesh(girth: [(0, 17, 16), (0.35, 15.5, 15), (0.75, 12, 12), (1, 10.5, 10.5)])
    static let shinBehind = Flesh(girth: [(0, 10.5, 10.5), (0.3, 12, 12), (0.5, 10, 10), (0.85, 6, 6), (1, 6, 6)])
    static let upperArm = Flesh(girth: [(0, 10.5, 11), (0.3, 9.8, 10.2), (0.7, 8.4, 8.8), (1, 7.6, 7.8)])
    static let forearm = Flesh(girth: [(0, 7.6, 7.8), (0.25, 8, 8), (0.6, 6.4, 6.4), (1, 4.8, 4.8)])
    static let hand = Flesh(girth: [(0, 4.8, 4.8), (0.35, 6.6, 6.2), (0.7, 5.8, 5.4), (1, 3.2, 3.2)])
    static let trunk = Flesh(girth: [
        (0, 15, 19), (0.12, 17, 21), (0.3, 18, 16), (0.45, 17, 14.5), (0.64, 20.5, 17.5), (0.8, 19.5, 19.5),
        (0.92, 13.5, 15.5), (1, 8.5, 9.5),
    ])
    static let trunkBehind = Flesh(girth: [
        (0, 28, 28), (0.14, 28, 28), (0.28, 24.5, 24.5), (0.42, 23, 23), (0.62, 28, 28), (0.78, 33, 33),
        (0.88, 35, 35), (0.95, 25, 25), (1, 13, 13),
    ])
    static let neck = Flesh(girth: [(0, 9, 10.5), (0.5, 8.2, 9), (1, 8.6, 9)])
    static let neckBehind = Flesh(girth: [(0, 12.5, 12.5), (0.5, 9.5, 9.5), (1, 9, 9)])
}

/// A run of flesh along a line on the sheet.
struct Limb: Sendable {
    /// The middle line, by the part of its length.
    let line: @Sendable (Double) -> Vector
    /// Its direction.
    let heading: @Sendable (Double) -> Vector
    let flesh: Flesh
    /// 1 when the front lies clockwise of the direction, else -1.
    let front: Double

    /// Along a straight bone.
    init(from start: Vector, to end: Vector, _ flesh: Flesh, front: Double) {
        let direction = (end - start).unit
        line = { start + (end - start) * $0 }
        heading = { _ in direction }
        self.flesh = flesh
        self.front = front
    }

    /// Along a smooth curve through three places, as a back is.
    init(from start: Vector, over middle: Vector, to end: Vector, _ flesh: Flesh, front: Double) {
        let handle = middle * 2 - (start + end) * 0.5
        line = { t in start * ((1 - t) * (1 - t)) + handle * (2 * t * (1 - t)) + end * (t * t) }
        heading = { t in ((handle - start) * (1 - t) + (end - handle) * t).unit }
        self.flesh = flesh
        self.front = front
    }

    /// A place on the skin or in the flesh: `across` is 1 at the front (or right) and -1 at the back.
    func place(_ along: Double, across: Double) -> Vector {
        let girth = flesh.girth(at: along)
        let side = heading(along).turned * front
        return line(along) + side * (across > 0 ? across * girth.front : across * girth.back)
    }

    /// One side from one place along it to another.
    func side(_ across: Double, _ from: Double, _ to: Double, steps: Int) -> [Vector] {
        (0...steps).map { place(from + (to - from) * Double($0) / Double(steps), across: across) }
    }

    /// All around, with round ends.
    func around(steps: Int, openStart: Bool = false, startCap: Double = 0.8, endCap: Double = 0.8) -> [Vector] {
        let first = flesh.girth(at: 0)
        let last = flesh.girth(at: 1)
        let tip = line(1) + heading(1) * ((last.front + last.back) / 2 * endCap)
        let tail = line(0) - heading(0) * ((first.front + first.back) / 2 * startCap)
        return side(1, 0, 1, steps: steps) + [tip] + side(-1, 1, 0, steps: steps) + (openStart ? [] : [tail])
    }
}
