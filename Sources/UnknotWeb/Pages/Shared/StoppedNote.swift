import Unknot
import UnknotJournal

/// Why nothing is planned, pressed or tested now: a danger sign was answered yes and stands.
struct StoppedNote: Sendable {
    /// When it was, what it was, what waits, and what to do if it is still there.
    let stoppedWords: String

    init(_ stop: HealthHistory.Stop, kit: RecordKit) {
        let names = Self.names(stop.what, kit.kit.engine.atlas)
        let day = kit.dates.dated(stop.day)
        let first =
            names.isEmpty
            ? kit.texts("stopped_on", ["day": day])
            : kit.texts("stopped_on_by", ["day": day, "signs": names.joined(separator: "; ")])
        stoppedWords = [
            first, kit.texts("stopped_waits"), kit.texts("stopped_still_\(stop.what.level.rawValue)"),
        ].joined(separator: " ")
    }

    /// What called for it, by the names that questions and answers have; what the atlas no longer knows is left out.
    static func names(_ stop: HealthRecord.Stop, _ atlas: Atlas) -> [String] {
        var names: [String] = []
        for id in stop.because {
            let name =
                atlas.warningSign(id).flatMap { $0.combination == nil ? $0.plainLabel : nil }
                ?? atlas.care.healthCheck(HealthID(id.rawValue))?.plainLabel
                ?? atlas.hypothesis(HypothesisID(id.rawValue))?.plainName
            if let name, !names.contains(name) { names.append(name) }
        }
        return names
    }
}
