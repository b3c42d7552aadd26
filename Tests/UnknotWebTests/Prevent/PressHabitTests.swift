import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("A habit of pressing")
struct PressHabitTests {
    private static let now = "2026-11-21T09:00:00+01:00"
    private static let plan = "I will press the old spot"

    private func habits(_ diary: Diary) async throws -> HabitsRecord? {
        try await diary.values.lazy.compactMap { if case .habits(let record) = $0 { record } else { nil } }.first
    }

    @Test(arguments: [
        "high_risk_pregnancy", "cannot_feel_or_report_pressure", "spinal_infection_or_osteomyelitis",
        "cancer_at_site_or_bone_metastases", "recent_fracture_under_12_weeks", "open_wound_or_healing_burn",
        "numb_skin_or_neuropathy", "anticoagulant_medicine", "pregnancy",
    ])
    func `what forbids pressing forbids the habit`(health: String) async throws {
        let diary = try await Diary()
        try await diary.write(.health, #"{"applies":["\#(health)"]}"#, at: Self.now)
        let page = try await diary.send("/prevent/habits", "deed=choose&habit=gentle_press")
        #expect(page.status == .badRequest && page.visibleText.contains("Your health speaks against it"))
        #expect(try await habits(diary) == nil)
        #expect(!page.text.contains("Choose this habit: Two minutes on the old spot"))
    }

    @Test(arguments: [#"{"applies":["anticoagulant_medicine"]}"#, #"{"stopped":"emergency"}"#])
    func `one that was chosen rests while something speaks against it, and is not lost`(said: String) async throws {
        let diary = try await Diary()
        _ = try await diary.send("/prevent/habits", "deed=choose&habit=gentle_press&cue=a+warm+shower")
        _ = try await diary.send("/prevent/habits", "deed=choose&habit=keep_warm")
        #expect(try await diary.get("/prevent").visibleText.contains(Self.plan))
        let chosen = try await habits(diary)
        diary.wait(minutes: 60)
        try await diary.write(.health, said, at: "2026-11-21T10:00:00+01:00")
        for path in ["/prevent", "/today", "/prevent/habits"] {
            let page = try await diary.get(path)
            #expect(!page.visibleText.contains(Self.plan), "\(path)")
            #expect(page.visibleText.contains("Two minutes on the old spot"), "\(path)")
            #expect(page.text.contains("href=\"/release\""), "\(path)")
            #expect(!page.text.contains("aria-label=\"Done: Two minutes on the old spot\""), "\(path)")
            #expect(page.text.contains("aria-label=\"Done: Keep the neck and back warm\""), "\(path)")
        }
        let count = try await diary.values.count
        let tap = try await diary.send("/prevent/habits/log", "habit=gentle_press&outcome=done")
        #expect(tap.status == .badRequest)
        #expect(try await diary.values.count == count)
        _ = try await diary.send("/prevent/habits", "deed=pause&habit=gentle_press")
        let resumed = try await diary.send("/prevent/habits", "deed=resume&habit=gentle_press")
        #expect(resumed.status == .badRequest)
        #expect(try await habits(diary)?.habits.first?.isPaused == true)
        // It is settled: the habit goes on as it was.
        diary.wait(minutes: 60)
        try await diary.write(
            .health, #"{"denied":["anticoagulant_medicine"],"signs":true}"#, at: "2026-11-21T11:00:00+01:00")
        _ = try await diary.send("/prevent/habits", "deed=resume&habit=gentle_press")
        #expect(try await diary.get("/prevent").visibleText.contains(Self.plan))
        #expect(try await habits(diary) == chosen)
    }

    @Test func `what rests for good is not missed, and does not remind`() async throws {
        let diary = try await Diary()
        _ = try await diary.send("/prevent/habits", "deed=choose&habit=gentle_press")
        _ = try await diary.send(
            "/prevent/reminders", "way=times&what=Press+the+spot&at=10:00&habit=gentle_press")
        _ = try await diary.send("/prevent/reminders", "way=times&what=Your+session&at=10:00&session=yes")
        _ = try await diary.send("/prevent/reminders", "way=times&what=Drink&at=10:00")
        diary.wait(minutes: 90)
        for what in ["Press the spot", "Your session", "Drink"] {
            #expect(try await diary.get("/prevent/reminders/due").visibleText.contains(what))
        }
        try await diary.write(.health, #"{"stopped":"same_day"}"#, at: "2026-11-21T10:20:00+01:00")
        let due = try await diary.get("/prevent/reminders/due").visibleText
        #expect(!due.contains("Press the spot") && !due.contains("Your session") && due.contains("Drink"))
        #expect(try await diary.get("/prevent/reminders").visibleText.contains("Silent for now"))
        let file = try await diary.get("/prevent/reminders/calendar").text
        #expect(!file.contains("Press the spot") && !file.contains("Your session") && file.contains("SUMMARY:Drink"))
        diary.wait(minutes: 20 * 24 * 60)
        #expect(!(try await diary.get("/prevent").visibleText.contains("Welcome back")))
    }
}
