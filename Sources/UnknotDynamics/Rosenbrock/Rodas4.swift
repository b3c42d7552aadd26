/// Rodas4: order 4(3), six stages, L-stable, stiffly accurate, dense output of order 3.
///
/// The coefficients are those of the transformed variables (E. Hairer, G. Wanner, "Solving Ordinary Differential
/// Equations II", 2nd ed. 1996, section IV.7 and the program RODAS, set 1). The terms with ∂f/∂t are left out because
/// a `StiffSystem` does not depend on time.
public enum Rodas4: RosenbrockMethod {
    /// Four.
    @inlinable public static var order: Int { 4 }
    /// Six.
    @inlinable public static var stages: Int { 6 }
    /// The diagonal coefficient γ.
    @inlinable public static var diagonal: Double { 0.25 }

    /// One step.
    @inlinable
    public static func step<System: StiffSystem>(
        _ system: System, from start: System.State, by step: System.State.Element, dense: Bool
    ) -> RosenbrockStep<System.State> {
        let inverse = 1.0 / step
        let (slope, jacobian) = system.linearised(at: start)
        let factors = system.factors(jacobian, shift: inverse * (1 / diagonal))
        let u1 = system.solve(factors, slope)
        let y2 = start.adding(u1, times: 1.544)
        let s2 = System.State(everywhere: 0).adding(u1, times: -5.6688)
        let u2 = system.solve(factors, system.derivative(at: y2).adding(s2, times: inverse))
        let y3 =
            start
            .adding(u1, times: 0.946_678_528_081_582_6)
            .adding(u2, times: 0.255_701_169_898_328_4)
        let s3 = System.State(everywhere: 0)
            .adding(u1, times: -2.430_093_356_833_875)
            .adding(u2, times: -0.206_359_915_709_191_5)
        let u3 = system.solve(factors, system.derivative(at: y3).adding(s3, times: inverse))
        let y4 =
            start
            .adding(u1, times: 3.314_825_187_068_521)
            .adding(u2, times: 2.896_124_015_972_201)
            .adding(u3, times: 0.998_641_913_997_781_7)
        let s4 = System.State(everywhere: 0)
            .adding(u1, times: -0.107_352_905_815_137_5)
            .adding(u2, times: -9.594_562_251_023_355)
            .adding(u3, times: -20.470_286_148_096_16)
        let u4 = system.solve(factors, system.derivative(at: y4).adding(s4, times: inverse))
        let y5 =
            start
            .adding(u1, times: 1.221_224_509_226_641)
            .adding(u2, times: 6.019_134_481_288_629)
            .adding(u3, times: 12.537_083_329_320_87)
            .adding(u4, times: -0.687_886_036_105_895)
        let s5 = System.State(everywhere: 0)
            .adding(u1, times: 7.496_443_313_967_647)
            .adding(u2, times: -10.246_804_314_643_52)
            .adding(u3, times: -33.999_903_528_199_05)
            .adding(u4, times: 11.708_908_932_061_6)
        let u5 = system.solve(factors, system.derivative(at: y5).adding(s5, times: inverse))
        let y6 = y5.adding(u5, times: 1)
        let s6 = System.State(everywhere: 0)
            .adding(u1, times: 8.083_246_795_921_522)
            .adding(u2, times: -7.981_132_988_064_893)
            .adding(u3, times: -31.521_594_328_743_71)
            .adding(u4, times: 16.319_305_431_231_36)
            .adding(u5, times: -6.058_818_238_834_054)
        let u6 = system.solve(factors, system.derivative(at: y6).adding(s6, times: inverse))
        let end = y6.adding(u6, times: 1)
        guard dense else { return RosenbrockStep(end: end, error: u6, dense: nil) }
        let first = System.State(everywhere: 0)
            .adding(u1, times: 10.126_235_083_445_86)
            .adding(u2, times: -7.487_995_877_610_167)
            .adding(u3, times: -34.800_918_615_557_47)
            .adding(u4, times: -7.992_771_707_568_823)
            .adding(u5, times: 1.025_137_723_295_662)
        let second = System.State(everywhere: 0)
            .adding(u1, times: -0.676_280_339_280_125_3)
            .adding(u2, times: 6.087_714_651_680_015)
            .adding(u3, times: 16.430_843_208_924_78)
            .adding(u4, times: 24.767_225_114_183_86)
            .adding(u5, times: -6.594_389_125_716_872)
        let third = System.State(everywhere: 0)
        return RosenbrockStep(
            end: end, error: u6, dense: DenseCoefficients(first: first, second: second, third: third)
        )
    }
}
