/// Rodas5P: order 5(4), eight stages, L-stable, stiffly accurate, dense output of order 4.
///
/// The coefficients are those of the transformed variables (G. Steinebach, "Construction of Rosenbrock–Wanner method
/// Rodas5P and numerical benchmarks within the Julia Differential Equations package", BIT 63:27, 2023). The terms with
/// ∂f/∂t are left out because a `StiffSystem` does not depend on time.
public enum Rodas5P: RosenbrockMethod {
    /// Five.
    @inlinable public static var order: Int { 5 }
    /// Eight.
    @inlinable public static var stages: Int { 8 }
    /// The diagonal coefficient γ.
    @inlinable public static var diagonal: Double { 0.211_937_563_194_290_14 }

    /// One step.
    @inlinable
    public static func step<System: StiffSystem>(
        _ system: System, from start: System.State, by step: System.State.Element, dense: Bool
    ) -> RosenbrockStep<System.State> {
        let inverse = 1.0 / step
        let (slope, jacobian) = system.linearised(at: start)
        let factors = system.factors(jacobian, shift: inverse * (1 / diagonal))
        let u1 = system.solve(factors, slope)
        let y2 = start.adding(u1, times: 3.0)
        let s2 = System.State(everywhere: 0).adding(u1, times: -14.155_112_264_123_755)
        let u2 = system.solve(factors, system.derivative(at: y2).adding(s2, times: inverse))
        let y3 =
            start
            .adding(u1, times: 2.849_394_379_747_939)
            .adding(u2, times: 0.458_422_422_044_639_23)
        let s3 = System.State(everywhere: 0)
            .adding(u1, times: -17.972_960_358_859_52)
            .adding(u2, times: -2.859_693_295_451_294)
        let u3 = system.solve(factors, system.derivative(at: y3).adding(s3, times: inverse))
        let y4 =
            start
            .adding(u1, times: -6.954_028_509_809_101)
            .adding(u2, times: 2.489_845_061_869_568)
            .adding(u3, times: -10.358_996_098_473_584)
        let s4 = System.State(everywhere: 0)
            .adding(u1, times: 147.121_502_757_117_16)
            .adding(u2, times: -1.412_214_027_182_13)
            .adding(u3, times: 71.689_402_513_023_58)
        let u4 = system.solve(factors, system.derivative(at: y4).adding(s4, times: inverse))
        let y5 =
            start
            .adding(u1, times: 2.802_998_627_562_896_4)
            .adding(u2, times: 0.507_246_473_622_820_6)
            .adding(u3, times: -0.398_831_254_177_052_4)
            .adding(u4, times: -0.047_211_872_304_046_41)
        let s5 = System.State(everywhere: 0)
            .adding(u1, times: 165.435_170_248_716_76)
            .adding(u2, times: -0.459_282_345_649_112_6)
            .adding(u3, times: 42.909_383_369_586_03)
            .adding(u4, times: -5.961_986_721_573_306)
        let u5 = system.solve(factors, system.derivative(at: y5).adding(s5, times: inverse))
        let y6 =
            start
            .adding(u1, times: -7.502_846_399_306_121)
            .adding(u2, times: 2.561_846_144_803_919)
            .adding(u3, times: -11.627_539_656_261_098)
            .adding(u4, times: -0.182_687_676_599_422_56)
            .adding(u5, times: 0.030_198_172_008_377_946)
        let s6 = System.State(everywhere: 0)
            .adding(u1, times: 24.854_864_614_690_072)
            .adding(u2, times: -3.000_922_700_283_218_6)
            .adding(u3, times: 47.493_111_002_076_8)
            .adding(u4, times: 5.581_419_782_155_812_5)
            .adding(u5, times: -0.661_069_182_524_947_1)
        let u6 = system.solve(factors, system.derivative(at: y6).adding(s6, times: inverse))
        let y7 = y6.adding(u6, times: 1)
        let s7 = System.State(everywhere: 0)
            .adding(u1, times: 30.912_732_140_285_99)
            .adding(u2, times: -3.120_824_334_993_797_4)
            .adding(u3, times: 77.799_546_460_708_92)
            .adding(u4, times: 34.286_460_282_947_83)
            .adding(u5, times: -19.097_331_116_725_623)
            .adding(u6, times: -28.087_943_162_872_662)
        let u7 = system.solve(factors, system.derivative(at: y7).adding(s7, times: inverse))
        let y8 = y7.adding(u7, times: 1)
        let s8 = System.State(everywhere: 0)
            .adding(u1, times: 37.802_771_233_905_63)
            .adding(u2, times: -3.257_196_902_907_227_6)
            .adding(u3, times: 112.269_188_494_963_27)
            .adding(u4, times: 66.934_723_124_404_7)
            .adding(u5, times: -40.066_189_370_910_02)
            .adding(u6, times: -54.667_802_628_779_68)
            .adding(u7, times: -9.488_616_523_096_27)
        let u8 = system.solve(factors, system.derivative(at: y8).adding(s8, times: inverse))
        let end = y8.adding(u8, times: 1)
        guard dense else { return RosenbrockStep(end: end, error: u8, dense: nil) }
        let first = System.State(everywhere: 0)
            .adding(u1, times: 25.948_786_856_663_858)
            .adding(u2, times: -2.557_972_484_584_623_5)
            .adding(u3, times: 10.433_815_404_888_879)
            .adding(u4, times: -2.367_925_102_268_520_4)
            .adding(u5, times: 0.524_948_541_321_073)
            .adding(u6, times: 1.124_108_831_045_040_4)
            .adding(u7, times: 0.427_287_619_443_187_4)
            .adding(u8, times: -0.172_022_210_701_554_93)
        let second = System.State(everywhere: 0)
            .adding(u1, times: -9.915_688_506_951_71)
            .adding(u2, times: -0.968_994_459_411_515_4)
            .adding(u3, times: 3.043_803_724_297_845_3)
            .adding(u4, times: -24.495_224_566_215_796)
            .adding(u5, times: 20.176_138_334_709_044)
            .adding(u6, times: 15.980_663_614_246_51)
            .adding(u7, times: -6.789_040_303_419_874)
            .adding(u8, times: -6.710_236_069_923_372)
        let third = System.State(everywhere: 0)
            .adding(u1, times: 11.419_903_575_922_262)
            .adding(u2, times: 2.887_964_514_613_699_4)
            .adding(u3, times: 72.921_379_959_960_29)
            .adding(u4, times: 80.125_118_346_226_43)
            .adding(u5, times: -52.072_871_366_152_654)
            .adding(u6, times: -59.789_936_252_667_29)
            .adding(u7, times: -0.155_826_842_827_519_13)
            .adding(u8, times: 4.883_087_185_713_722)
        return RosenbrockStep(
            end: end, error: u8, dense: DenseCoefficients(first: first, second: second, third: third)
        )
    }
}
