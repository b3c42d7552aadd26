import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("What a person says of a session")
struct SessionFormTests {
    @Test func `nothing said is everything done and nothing rated`() throws {
        let held = try SessionStories.held(SessionStories.lowBack)
        let session = try SessionStories.said("", of: held).record(plan: held.plan, id: nil, ratings: held.ratings)
        let timed = held.plan.steps.filter { $0.seconds > 0 }
        #expect(session.steps.map(\.technique) == timed.map(\.technique.id))
        #expect(session.steps.map(\.seconds) == timed.map { Double($0.totalSeconds) })
        #expect(session.steps.allSatisfy { $0.ended == .done && $0.before == nil && $0.after == nil })
        #expect(session.seconds == Double(held.plan.seconds))
        #expect(session.ended == .finished && session.before == .unsaid && session.after == .unsaid)
    }

    @Test func `ratings belong to the step that works on the spot, not to the movement after it`() throws {
        let held = try SessionStories.held(SessionStories.lowBack)
        let spot = try #require(held.ratings.spots.first)
        let fields = "session.before.\(spot.name)=7&session.after.\(spot.name)=4&session.before.movement=12,5"
        let session = try SessionStories.said(fields, of: held).record(
            plan: held.plan, id: nil, ratings: held.ratings)
        let rated = session.steps.filter { $0.before != nil || $0.after != nil }
        #expect(rated.map(\.before) == [7] && rated.map(\.after) == [4])
        #expect(rated.first?.technique == held.plan.steps[spot.step].technique.id)
        #expect(session.before.movement == (try MovementRecord(.fingertipToFloor, .centimetres(12.5))))
    }

    @Test func `the next plan learns what was rated and what was stopped, and not what was left out`() throws {
        let held = try SessionStories.held(SessionStories.lowBack)
        let steps = held.plan.steps.indices.filter { held.plan.steps[$0].seconds > 0 }
        let skipped = steps.map { "session.step.\($0).ended=skipped" }.joined(separator: "&")
        let none = try SessionStories.said(skipped, of: held)
        #expect(none.seconds == 0 && none.ended == .finished)
        let nothing = try none.record(plan: held.plan, id: nil, ratings: held.ratings)
        #expect(held.next(after: nothing) == held.request)
        let stopped = try SessionStories.said("session.step.0.ended=stopped&session.step.0.seconds=25", of: held)
        #expect(stopped.ended == .stopped)
        let session = try stopped.record(plan: held.plan, id: nil, ratings: held.ratings)
        #expect(held.next(after: session).history.first?.ending == .stopped)
        #expect(session.steps.first?.seconds == 25)
    }

    @Test(
        "what does not fit is refused with its field",
        arguments: [
            ("session.step.0.ended=perhaps", "session.step.0.ended"),
            ("session.step.0.seconds=7201", "session.step.0.seconds"),
            ("session.step.99.ended=done", "session.step.99.ended"),
            ("session.before.tightness=11", "session.before.tightness"),
            ("session.after.movement=101", "session.after.movement"), ("session.ended=done", "session.ended"),
            ("session.before.no_such_point:left=3", "session.before.no_such_point:left"),
            ("session.seconds=-1", "session.seconds"), ("session.ago=nan", "session.ago"),
            ("session.ended=finished&session.ended=stopped", "session.ended"),
        ])
    func refused(fields: String, path: String) throws {
        let held = try SessionStories.held(SessionStories.lowBack)
        let problem = #expect(throws: IntakeProblem.self) { try SessionStories.said(fields, of: held) }
        #expect(problem?.path == path)
    }

    @Test func `the movement fits the area, and nobody is asked to bend who should not`() throws {
        #expect(try SessionStories.held(SessionStories.lowBack).ratings.movement == .fingertipToFloor)
        #expect(try SessionStories.held(SessionStories.neck).ratings.movement == .neckTurnLeft)
        #expect(try SessionStories.held(SessionStories.neck + "&plan.flare=yes").ratings.movement == nil)
        #expect(try SessionStories.held(SessionStories.lowBack + "&plan.place=car").ratings.movement == nil)
        let bones = try SessionStories.held(
            SessionStories.lowBack + "&plan.health=osteoporosis_or_past_fragility_fracture")
        #expect(bones.plan.status != .plan || bones.ratings.movement == nil)
    }

    @Test func `nobody is asked to press where the plan does not press`() throws {
        for story in [try SessionStories.lowBack, try SessionStories.neck, try SessionStories.neck + "&plan.flare=yes"]
        {
            let held = try SessionStories.held(story)
            #expect(!held.ratings.spots.isEmpty)
            for spot in held.ratings.spots where spot.isPressed {
                #expect(held.plan.steps[spot.step].technique.touch == .press)
            }
        }
        let flare = try SessionStories.held(SessionStories.neck + "&plan.flare=yes")
        #expect(flare.ratings.spots.allSatisfy { !$0.isPressed })
    }
}
