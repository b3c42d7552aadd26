import Testing
import UnknotDynamics

/// A rooted tree, by the trees that hang on its root.
private indirect enum Tree {
    case root([Tree])

    var children: [Tree] {
        switch self {
        case .root(let children): children
        }
    }
    var order: Int { 1 + children.reduce(0) { $0 + $1.order } }
    /// γ(t): the exact solution of the tree's problem at time 1 is 1/γ.
    var density: Double { Double(order) * children.reduce(1) { $0 * $1.density } }
}

@Suite("Order conditions")
struct OrderConditionTests {
    /// All 17 rooted trees of up to five nodes.
    private static let trees: [Tree] = {
        let t1 = Tree.root([])
        let t2 = Tree.root([t1])
        let t3 = [Tree.root([t1, t1]), .root([t2])]
        let t4 = [Tree.root([t1, t1, t1]), .root([t1, t2])] + t3.map { Tree.root([$0]) }
        let t5 =
            [Tree.root([t1, t1, t1, t1]), .root([t1, t1, t2]), .root([t2, t2])] + t3.map { Tree.root([t1, $0]) }
            + t4.map { Tree.root([$0]) }
        return [t1, t2] + t3 + t4 + t5
    }()

    /// One step of length 1 from zero over y' = Π (children) gives the sum of the method's weights over a tree, for the
    /// coefficients α and γ with the true Jacobian; the order conditions say that it is 1/γ(t).
    ///
    /// Reference: Hairer, Wanner, "Solving Ordinary Differential Equations II", section IV.7, theorem 7.3.
    private static func weights<Method: RosenbrockMethod>(_ method: Method.Type) -> [(order: Int, error: Double)] {
        trees.map { tree in
            var nodes: [[Int]] = []
            func number(_ tree: Tree) -> Int {
                let children = tree.children.map(number)
                nodes.append(children)
                return nodes.count - 1
            }
            let root = number(tree)
            let plan = nodes
            let system = TestSystem(size: plan.count) { y in
                plan.map { children in children.reduce(1) { $0 * y[$1] } }
            } matrix: { y in
                plan.map { children in
                    var row = Array(repeating: 0.0, count: plan.count)
                    for (place, child) in children.enumerated() {
                        row[child] += children.enumerated().reduce(1) { $1.offset == place ? $0 : $0 * y[$1.element] }
                    }
                    return row
                }
            }
            let step = Method.step(system, from: ArrayVector(everywhere: 0), by: 1, dense: false)
            return (tree.order, abs(step.end.values[root] - 1 / tree.density))
        }
    }

    @Test("Rodas4 fulfils the 8 conditions up to order 4 and not all of order 5")
    func rodas4() {
        let weights = Self.weights(Rodas4.self)
        #expect(weights.count == 17)
        for weight in weights where weight.order <= 4 { #expect(weight.error < 1e-12) }
        #expect(weights.contains { $0.order == 5 && $0.error > 1e-4 })
    }

    @Test("Rodas5P fulfils the 17 conditions up to order 5")
    func rodas5P() {
        for weight in Self.weights(Rodas5P.self) { #expect(weight.error < 1e-11) }
    }

    @Test("one very long step over a decaying component ends at zero: the methods are L-stable")
    func damping() {
        let system = TestSystem(size: 1) {
            [-$0[0]]
        } matrix: { _ in
            [[-1]]
        }
        let start = ArrayVector<Double>([1])
        #expect(abs(Rodas4.step(system, from: start, by: 1e9, dense: false).end.values[0]) < 1e-7)
        #expect(abs(Rodas5P.step(system, from: start, by: 1e9, dense: false).end.values[0]) < 1e-6)
    }
}
