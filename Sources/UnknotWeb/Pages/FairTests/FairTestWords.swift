import Unknot
import UnknotJournal

/// Names what a fair test is about.
struct FairTestWords: Sendable {
    let kit: RecordKit

    init(_ kit: RecordKit) {
        self.kit = kit
    }

    private var texts: PageTexts { kit.texts }

    /// A technique of a session screen.
    func name(_ technique: TechniqueID) -> String {
        if technique == FairTestRecord.quietRest { return texts("fair_quiet_rest") }
        return kit.atlas.care.technique(technique) == nil
            ? technique.rawValue : kit.kit.engine.planText.name(technique)
    }

    /// The days of a design: "7 pairs of 4 days, 56 days in all".
    func design(_ days: FairTestRecord.Days) -> String {
        texts(
            "fair_design_days",
            [
                "pairs": "\(days.pairs)", "period": "\(days.period)", "days": "\(2 * days.period * days.pairs)",
                "runin": "\(days.runIn)",
            ])
    }

    /// The sessions of a design.
    func design(_ sessions: FairTestRecord.Sessions) -> String {
        texts(
            "fair_design_sessions",
            [
                "count": "\(sessions.techniques.count * sessions.blocks)", "blocks": "\(sessions.blocks)",
                "names": sessions.techniques.map(name).joined(separator: ", "),
            ])
    }

    /// An arm: "with it" or "as usual".
    func arm(_ arm: DayTrial.Arm) -> String { texts("fair_arm_\(arm.rawValue)") }

    func day(_ number: Int) -> LocalDay { LocalDay(number: number) }

    /// Where a test stands, in a few words.
    func standing(_ test: FairTestShelf.Kept) -> String {
        if let diary = test.diary(kit) {
            switch diary.phase {
            case .runIn:
                return texts(
                    "fair_standing_run_in",
                    ["count": "\(diary.daysLoggedBefore)", "needed": "\(diary.design.runIn)"])
            case .running(let day):
                return texts("fair_standing_running", ["day": "\(day + 1)", "days": "\(diary.design.days)"])
            case .closing: return texts("fair_standing_closing")
            case .over: return ended(test)
            }
        }
        guard let screen = test.screen(kit), screen.step != .over else { return ended(test) }
        return texts("fair_standing_sessions", ["count": "\(screen.held.count)", "needed": "\(screen.planned)"])
    }

    private func ended(_ test: FairTestShelf.Kept) -> String {
        guard let ending = test.record.ended, let day = LocalDay(ending.day.description) else {
            return texts("fair_standing_over", ["day": kit.dates.dated(test.laidOut)])
        }
        return texts("fair_ended_\(ending.reason.rawValue)", ["day": kit.dates.dated(day)])
    }

    /// The time at which the number is asked: "20:00".
    func time(_ minutes: Int) -> String {
        kit.dates.time(Moment(milliseconds: Int64(minutes) * 60_000), in: .utc)
    }
}
