import Foundation
import Unknot

// MARK: - Plans

extension CLIText {
    static func planTitle(_ duration: String, isFlare: Bool) -> String {
        isFlare ? "A SHORT PLAN FOR A FLARE · \(duration)" : "A PLAN FOR NOW · about \(duration)"
    }
    /// How the questions that come first can be answered.
    static func howToAnswer(_ count: Int, _ first: String) -> [String] {
        [
            "To answer \(count == 1 ? "it" : "all \(count)"): `unknot locate -i --save me.json` asks one after the other, then "
                + "`unknot plan me.json`.",
            "Or write them into the intake: \"answers\": {\"\(first)\": \"no\", …} (yes, no or unknown).",
        ]
    }
    static func identified(_ id: String) -> String { "  (\(id))" }
    static func stepLine(muscle: String?, who: String, dose: String) -> String {
        let parts: [String?] =
            switch who {
            case "partner": [muscle, "by your partner", dose]
            case "clinician": [muscle, "by a clinician"]
            default: [muscle, dose]
            }
        return parts.compactMap(\.self).joined(separator: " · ")
    }
    static let untimed = "in your own time"
    static func dose(_ duration: String, times: Int, aDay: Int) -> String {
        let often = aDay == 1 ? "once a day" : "up to \(aDay) times a day"
        return times == 1 ? "\(duration), \(often)" : "\(duration), \(times) times; \(often)"
    }
    static let positionLabel = "Position"
    static let doLabel = "Do"
    static let strengthLabel = "How hard"
    static let stretchLabel = "Then"
    static let stopLabel = "Stop if"
    static let whyLabel = "Why"
    static let leftOutTitle = "WHAT WAS LEFT OUT"
    static func leftOutBecause(_ because: String, _ names: String) -> String { "\(capitalised(because)): \(names)" }
    static let stopTitle = "WHEN TO STOP"
    static let evidenceTitle = "WHAT STUDIES FOUND"
    static let therapistTitle = "FOR A THERAPIST: WHAT TO PALPATE, WHAT WAS TRIED"

    /// One finding of one study.
    static func effect(_ effect: TreatmentEffect) -> String {
        var text = "\(capitalised(words(effect.treatment))) against \(effect.comparator), \(words(effect.outcome))"
        if let size = effect.size {
            text += ": \(plain(size))"
            if let interval = effect.interval {
                text += " (\(plain(interval.lowerBound)) to \(plain(interval.upperBound)))"
            }
            text += " \(effect.unit)"
        }
        text += ", certainty \(words(effect.quality.rawValue)), \(statusWords(effect.status.rawValue))"
        if effect.isNull { text += ". No clear effect" }
        return effect.note.isEmpty ? "\(text)." : "\(text). \(effect.note)"
    }

    /// What one technique did at one knot.
    static func tried(_ trial: TherapistSheet.Trial, technique: String) -> String {
        let gain = trial.meanGain.map { ", tenderness \(plain($0)) less on average" } ?? ""
        let stopped = trial.stopped > 0 ? ", \(trial.stopped) stopped" : ""
        let sessions = trial.sessions == 1 ? "1 session" : "\(trial.sessions) sessions"
        return "\(technique) at \(trial.point) (\(trial.side.rawValue)): \(sessions)\(gain)\(stopped)"
    }

    private static func plain(_ number: Double) -> String {
        let rounded = (number * 100).rounded() / 100
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}
