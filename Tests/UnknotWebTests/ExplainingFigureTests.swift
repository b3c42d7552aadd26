import Testing
import Unknot

@testable import UnknotWeb

@Suite("The figure of the result")
struct ExplainingFigureTests {
    private func figure(_ intake: Intake) throws -> ExplainingFigure {
        let kit = try Site.kit
        var form = IntakeForm()
        form.places = intake.drawing.map(\.place)
        form.worst = intake.drawing.filter { $0.strength == .main }.map(\.place)
        form.answers = intake.answers
        let answer = try kit.engine.locate(form.intake)
        return ExplainingFigure(form, answer: answer, candidates: Candidate.leading(answer), kit: kit)
    }

    static let drawings: [[BodyPlace]] = [
        [BodyPlace("paraspinal_l4_s1", .left), BodyPlace("buttock_upper_lateral", .left)],
        [BodyPlace("shoulder_top", .right), BodyPlace("neck_side", .right), BodyPlace("temple", .right)],
        [BodyPlace("sacrum", .midline)],
        [BodyPlace("calf_upper", .left), BodyPlace("shin", .right)],
    ]

    @Test(arguments: drawings)
    func `every drawn place is filled once, with a tone and a pattern`(places: [BodyPlace]) throws {
        let figure = try figure(Intake(drawing: places.map { PainMark($0) }))
        let fills = figure.panels.flatMap(\.fills)
        #expect(Set(fills.map(\.fillName)).count == places.count)
        for fill in fills { #expect(fill.pattern == "url(#pattern-\(fill.fillClass))") }
    }

    @Test(arguments: drawings)
    func `every tone on the figure is named in the legend`(places: [BodyPlace]) throws {
        let figure = try figure(Intake(drawing: places.map { PainMark($0) }))
        let named = Set(figure.legend.map(\.swatch.swatchClass))
        #expect(Set(figure.panels.flatMap(\.fills).map(\.fillClass)).isSubset(of: named))
    }

    @Test func `every pattern is drawn in the template`() throws {
        let template = try Resources.text(of: "explaining.mustache")
        for rank in 1...5 { #expect(template.contains("id=\"pattern-tone-\(rank)\"")) }
        for tone in [Painting.Tone.other, .unexplained] { #expect(template.contains("id=\"pattern-\(tone.name)\"")) }
    }

    // A drawing in the middle is its own mirror image, so what is equally likely left and right stays where it is.
    @Test(arguments: drawings.filter { !$0.allSatisfy { $0.side == .midline } })
    func `a mirrored drawing gives the mirrored picture`(places: [BodyPlace]) throws {
        let intake = Intake(drawing: places.map { PainMark($0) })
        let (figure, mirrored) = (try figure(intake), try figure(intake.mirrored))
        #expect(figure.legend.map(\.swatch.swatchClass) == mirrored.legend.map(\.swatch.swatchClass))
        for (panel, other) in zip(figure.panels, mirrored.panels) {
            #expect(panel.viewBox == other.viewBox)
            #expect(
                Set(panel.fills.map { Shape($0.fillPath, $0.fillClass) })
                    == Set(other.fills.map { Shape($0.fillPath, $0.fillClass).mirrored }))
            #expect(
                Set(panel.muscles.map { Shape($0.outline, $0.muscleClass) })
                    == Set(other.muscles.map { Shape($0.outline, $0.muscleClass).mirrored }))
            #expect(
                Set(panel.knots.map { "\($0.knotNumber) \($0.knotX) \($0.knotY)" })
                    == Set(other.knots.map { "\($0.knotNumber) \(Self.negated($0.knotX)) \($0.knotY)" }))
        }
    }

    private static func negated(_ number: String) -> String {
        number == "0" ? number : number.hasPrefix("-") ? String(number.dropFirst()) : "-" + number
    }

    /// A shape by its corners, whatever the order in which they are drawn.
    private struct Shape: Hashable {
        let corners: Set<[Double]>
        let kind: String

        init(_ path: String, _ kind: String) {
            let numbers = path.split { " MLZ,".contains($0) }.compactMap { Double($0) }
            self.init(Set(stride(from: 0, to: numbers.count - 1, by: 2).map { [numbers[$0], numbers[$0 + 1]] }), kind)
        }

        init(_ corners: Set<[Double]>, _ kind: String) {
            self.corners = corners
            self.kind = kind
        }

        var mirrored: Shape { Shape(Set(corners.map { [0 - $0[0], $0[1]] }), kind) }
    }

    @Test func `an unexplained place is marked as such`() throws {
        let kit = try Site.kit
        var form = IntakeForm()
        form.places = [BodyPlace("paraspinal_l4_s1", .left), BodyPlace("buttock_upper_lateral", .left)]
        var answer = try kit.engine.locate(form.intake)
        answer.unexplained = [form.places[0]]
        let figure = ExplainingFigure(form, answer: answer, candidates: Candidate.leading(answer), kit: kit)
        #expect(figure.panels.flatMap(\.fills).map(\.fillClass).contains("tone-unexplained"))
        #expect(figure.legend.contains { $0.swatch.swatchClass == "tone-unexplained" })
        #expect(figure.description.contains("not explained"))
    }

    @Test(arguments: [(0.0, "0"), (-0.04, "0"), (12.34, "12.3"), (-7.5, "-7.5"), (100, "100")])
    func `coordinates have at most one decimal`(value: Double, text: String) {
        #expect(Coordinate(value).text == text)
    }
}
