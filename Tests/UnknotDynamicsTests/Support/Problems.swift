import Numerics
import UnknotDynamics

/// Problems of the literature with known solutions.
enum Problems {
    /// Robertson's reaction; the solution at t = 40 is from Hairer and Wanner's test set.
    static let robertson = TestSystem(size: 3) { y in
        let first = -0.04 * y[0] + 1e4 * y[1] * y[2]
        let third = 3e7 * y[1] * y[1]
        return [first, -first - third, third]
    } matrix: { y in
        let row = [-0.04, 1e4 * y[2], 1e4 * y[1]]
        return [row, [0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1]], [0, 6e7 * y[1], 0]]
    }
    static let robertsonAt40 = [0.715_827_068_718_9, 9.185_534_764_557e-6, 0.284_163_745_746_3]

    /// Van der Pol's oscillator with ε = 1e-6; the solution at t = 2 is from Hairer and Wanner's test set.
    static let vanDerPol = TestSystem(size: 2) { y in
        [y[1], ((1 - y[0] * y[0]) * y[1] - y[0]) * 1e6]
    } matrix: { y in
        [[0, 1], [(-2 * y[0] * y[1] - 1) * 1e6, (1 - y[0] * y[0]) * 1e6]]
    }
    static let vanDerPolAt2 = [0.170_616_773_217_04e1, -0.892_809_701_024_8]

    /// y' = A y with eigenvalues −1 and −1000: y₀ = e^(−t) + e^(−1000t), y₁ = e^(−t) − e^(−1000t).
    static let linear = TestSystem(size: 2) { y in
        [-500.5 * y[0] + 499.5 * y[1], 499.5 * y[0] - 500.5 * y[1]]
    } matrix: { _ in
        [[-500.5, 499.5], [499.5, -500.5]]
    }

    /// A smooth nonlinear problem without stiffness: y₀' = y₁, y₁' = −sin y₀.
    static let pendulum = TestSystem(size: 2) { y in
        [y[1], -Double.sin(y[0])]
    } matrix: { y in
        [[0, 1], [-Double.cos(y[0]), 0]]
    }
}
