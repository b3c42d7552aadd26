import Unknot
import UnknotJournal

extension Measure {
    /// What everybody can see on Today.
    static let common: [Measure] =
        [.painNow, .painAverage, .painWorst, .stiffness, .tightness] + Questionnaire.allCases.map(Measure.questionnaire)

    /// Its name in an address. What a person calls something stands in no address: a hash of it does.
    var pageName: String {
        switch self {
        case .painNow: "pain_now"
        case .painAverage: "pain_average"
        case .painWorst: "pain_worst"
        case .tightness: "tightness"
        case .own(let name): "own-" + Self.hash(name)
        case .questionnaire(let questionnaire): questionnaire.rawValue
        default: "stiffness"
        }
    }

    /// The name for people.
    func title(_ texts: PageTexts) -> String {
        if case .own(let name) = self { name.escapable } else { texts("measure_\(pageName)") }
    }

    /// FNV-1a, 32 bits: tells five names apart, guards nothing.
    private static func hash(_ text: String) -> String {
        String(text.utf8.reduce(into: UInt32(0x811c_9dc5)) { $0 = ($0 ^ UInt32($1)) &* 0x0100_0193 }, radix: 16)
    }
}

/// The names under which a person follows something of their own, the latest first.
struct OwnNames: Hashable, Sendable {
    let names: [String]

    init(_ noted: [Noted]) {
        var names: [String] = []
        for case .own(let record)? in noted.map(\.value) where !names.contains(record.name) {
            names.append(record.name)
        }
        self.names = Array(names.prefix(OwnRecord.mostNames))
    }
}
