import Foundation
import Unknot
import UnknotJournal

/// Reads times as people type them.
struct WhenText {
    /// Where the person is.
    let zone: LocalZone
    let now: Moment

    /// - Parameter zone: A name or an offset; the zone of the machine if nil.
    init(zone: String?, now: Moment = SystemClock.now()) throws(IntakeProblem) {
        self.now = now
        guard let zone else {
            self.zone = LocalZone(TimeZone.current.identifier) ?? .utc
            return
        }
        guard let known = LocalZone(zone) else {
            let problem = JournalRefusal.unknownZone(zone).problem
            throw IntakeProblem(path: "--zone", message: problem.message, allowed: problem.allowed)
        }
        self.zone = known
    }

    /// A moment: with an offset, by the clock where the person is, `08:00` for today, `yesterday 21:30`, or `now`.
    ///
    /// - Returns: The moment, and the zone to be kept with it: that of the person, or the offset that was typed.
    func moment(_ text: String, path: String = "--at") throws(IntakeProblem) -> (moment: Moment, zone: LocalZone) {
        let text = text.trimmingCharacters(in: .whitespaces)
        if text.lowercased() == "now" { return (now, zone) }
        if let read = try? MomentText(text) {
            // The person's own zone says more than an offset, where the two agree.
            let isSame = zone.offset(at: read.moment) == read.offsetMinutes * 60
            return (read.moment, isSame ? zone : read.zone)
        }
        let today = LocalDay(of: now, in: zone)
        var words = text.split { $0 == " " || $0 == "T" || $0 == "t" }.map(String.init)
        // "today" and "yesterday" hold a t themselves.
        if let word = ["today", "yesterday"].first(where: { text.lowercased().hasPrefix($0 + " ") }) {
            words = [word, String(text.dropFirst(word.count + 1))]
        }
        let day: LocalDay? =
            switch words.count {
            case 1: today
            case 2 where words[0] == "today": today
            case 2 where words[0] == "yesterday": today.advanced(by: -1)
            case 2: LocalDay(words[0])
            default: nil
            }
        guard let day, let time = words.last.flatMap(Self.milliseconds) else {
            throw IntakeProblem(
                path: path, message: CLIText.Journal.notATime(text), allowed: CLIText.Journal.timeForms)
        }
        return (try moment(day, time, text, path), zone)
    }

    /// A bound of a list: a moment, or a day, which begins there or, for an end, is the last one.
    func bound(_ text: String, isEnd: Bool, path: String) throws(IntakeProblem) -> Moment {
        if let day = LocalDay(text) { return day.advanced(by: isEnd ? 1 : 0).start(in: zone) }
        do {
            return try moment(text, path: path).moment
        } catch {
            throw IntakeProblem(path: path, message: error.message, allowed: CLIText.Journal.dayForms)
        }
    }

    /// The moment at which clocks show a time. Where they show it twice, the first; where they skip it, a problem.
    private func moment(
        _ day: LocalDay, _ time: Int64, _ text: String, _ path: String
    ) throws(IntakeProblem) -> Moment {
        let local = Int64(day.number) * 86_400_000 + time
        // No zone changes its offset twice within two days.
        let offsets = [-86_400_000, 86_400_000].map { zone.offset(at: Moment(milliseconds: local + $0)) }
        let found = offsets.map { Moment(milliseconds: local - Int64($0) * 1_000) }
            .filter { $0.milliseconds + Int64(zone.offset(at: $0)) * 1_000 == local }
        guard let first = found.min() else {
            throw IntakeProblem(
                path: path, message: CLIText.Journal.timeSkipped(text), allowed: CLIText.Journal.timeBeside)
        }
        return first
    }

    /// `08:00` or `08:00:30` since midnight.
    private static func milliseconds(_ text: String) -> Int64? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.count) }) else { return nil }
        let numbers = parts.compactMap { Int64($0) }
        guard numbers.count == parts.count, (0..<24).contains(numbers[0]),
            numbers.dropFirst().allSatisfy({ (0..<60).contains($0) })
        else { return nil }
        return (numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)) * 1_000
    }
}
