import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("A session from plan to record")
struct SessionFlowTests {
    /// Begins a session and says where its page is.
    private func begin(_ diary: Diary, _ fields: String) async throws -> (address: String, id: String) {
        let answer = try await diary.ask(.post, "/release/session", form: fields)
        #expect(answer.status == .seeOther)
        let address = try #require(answer.headers[.location])
        return (address, String(address.split(separator: "/").last ?? ""))
    }

    private func rated(_ held: HeldSession, _ before: Int, _ after: Int) throws -> String {
        let spot = try #require(held.ratings.spots.first)
        return "&session.before.\(spot.name)=\(before)&session.after.\(spot.name)=\(after)"
    }

    /// Posts a form of our own pages where there is no journal.
    private func visit(_ path: String, form: String) async throws -> Answer {
        var headers: HTTPFields = [:]
        if let site = HTTPField.Name("Sec-Fetch-Site") { headers[site] = "same-origin" }
        return try await Site.ask(
            .post, path, type: "application/x-www-form-urlencoded", body: Array(form.utf8), headers: headers)
    }

    @Test func `a plan that is begun twice is kept once, until a session followed it`() async throws {
        let diary = try await Diary()
        let fields = try SessionStories.lowBack
        let (first, id) = try await begin(diary, fields)
        diary.wait(minutes: 3)
        #expect(try await begin(diary, fields).address == first)
        async let one = begin(diary, try SessionStories.neck)
        async let two = begin(diary, try SessionStories.neck)
        let both = try await [one.address, two.address]
        #expect(both[0] == both[1], "two taps at the same time are one plan")
        #expect(try await diary.values.count == 2)
        _ = try await diary.send("/release/session/done", "session.plan=\(id)")
        #expect(try await begin(diary, fields).address != first)
    }

    @Test func `a session is logged once, however late and often it is sent`() async throws {
        let diary = try await Diary()
        let held = try SessionStories.held(SessionStories.lowBack)
        let (address, id) = try await begin(diary, try SessionStories.lowBack)
        #expect(try await diary.get(address).visibleText.contains("Before you begin"))
        diary.wait(minutes: 30)
        let form = "session.plan=\(id)" + (try rated(held, 6, 3)) + "&session.ago=600"
        let page = try await diary.send("/release/session/done", form)
        #expect(page.visibleText.contains("6 → 3 Less tender by 3. That is more than chance"))
        diary.wait(minutes: 5)
        for again in [form, "session.plan=\(id)" + (try rated(held, 6, 9)) + "&session.ended=stopped"] {
            let page = try await diary.send("/release/session/done", again)
            #expect(page.visibleText.contains("6 → 3"))
        }
        let sessions = try await diary.journal.values(EntryQuery(kinds: [.session]))
        #expect(sessions.count == 1)
        #expect(sessions[0].entry.happenedAt == (try MomentText("2026-11-21T09:20:00+01:00").moment))
        guard case .session(let session)? = sessions[0].value else { return }
        #expect(session.plan?.description == id)
        let text = try await diary.get("/record").visibleText
        #expect(text.contains("tenderness 6 before and 3 after"))
        #expect(try await diary.get("/record/knots").visibleText.contains("tenderness 6 before and 3 after"))
    }

    @Test func `what was taken out of the record does not come back with a late copy`() async throws {
        let diary = try await Diary()
        let (address, id) = try await begin(diary, try SessionStories.lowBack)
        _ = try await diary.send("/release/session/done", "session.plan=\(id)")
        let entry = try #require(try await diary.journal.values(EntryQuery(kinds: [.session])).first?.entry.id)
        _ = try await diary.journal.remove(entry)
        #expect(try await diary.ask(.post, "/release/session/done", form: "session.plan=\(id)").status == .seeOther)
        #expect(try await diary.journal.values(EntryQuery(kinds: [.session])).isEmpty)
        #expect(try await diary.get(address).headers[.location] == "/release")
        let plan = try #require(EntryID(id))
        _ = try await diary.journal.remove(plan)
        #expect(try await diary.get(address).status == .notFound)
        #expect(try await diary.ask(.post, "/release/session/done", form: "session.plan=\(id)").status == .notFound)
    }

    @Test func `what does not fit comes back as it was filled in, and nothing is kept`() async throws {
        let diary = try await Diary()
        let held = try SessionStories.held(SessionStories.lowBack)
        let (_, id) = try await begin(diary, try SessionStories.lowBack)
        let page = try await diary.send(
            "/release/session/done", "session.plan=\(id)&session.before.movement=999" + (try rated(held, 7, 4)))
        #expect(page.status == .badRequest)
        #expect(page.visibleText.contains("Found “999”.") && page.text.contains("value=\"999\""))
        #expect(page.text.contains("value=\"7\" checked"))
        #expect(try await diary.journal.values(EntryQuery(kinds: [.session])).isEmpty)
    }

    @Test(
        "a change is told with its noise",
        arguments: [
            (6, 3, "Less tender by 3. That is more than chance"), (6, 5, "A change by 1 can be chance"),
            (5, 5, "No change. That is no failure"), (3, 6, "More tender by 3"),
        ])
    func words(before: Int, after: Int, words: String) async throws {
        let diary = try await Diary()
        let held = try SessionStories.held(SessionStories.lowBack)
        let (_, id) = try await begin(diary, try SessionStories.lowBack)
        let page = try await diary.send(
            "/release/session/done", "session.plan=\(id)" + (try rated(held, before, after)))
        #expect(page.visibleText.contains(words))
        #expect(page.visibleText.contains("What this means for your next plan"))
    }

    @Test func `the next plan after a stop is another one, and says so`() async throws {
        let diary = try await Diary()
        let fields = try SessionStories.lowBack
        let (_, id) = try await begin(diary, fields)
        let page = try await diary.send(
            "/release/session/done", "session.plan=\(id)&session.step.0.ended=stopped&session.step.0.seconds=20")
        #expect(page.visibleText.contains("You stopped after about"))
        #expect(page.visibleText.contains("made it worse or was stopped"))
        let (address, _) = try await begin(diary, fields)
        let held = try SessionStories.held(fields)
        let used = try #require(held.plan.steps.first?.technique.name)
        #expect(try await diary.get(address).text.contains("data-name=\"\(used)\"") == false)
    }

    @Test func `a visitor gets the page and the result, and leaves nothing`() async throws {
        let fields = try SessionStories.lowBack
        let held = try SessionStories.held(fields)
        let page = try await visit("/release/session", form: fields)
        #expect(page.status == .ok && page.visibleText.contains("Before you begin"))
        let again = try await visit("/release/session", form: fields)
        #expect(
            page.attribute("data-key", of: "<div class=\"session\"")
                == again.attribute("data-key", of: "<div class=\"session\""))
        let done = try await visit("/release/session/done", form: fields + (try rated(held, 6, 5)))
        #expect(done.status == .ok)
        #expect(done.visibleText.contains("A change by 1 can be chance"))
        #expect(done.visibleText.contains("Nothing of it was kept."))
    }

    @Test func `without a plan there is no session`() async throws {
        let diary = try await Diary()
        let unanswered = try await diary.ask(.post, "/release/session", form: Site.lowBackAndButtock)
        #expect(unanswered.status == .temporaryRedirect && unanswered.headers[.location] == "/release")
        #expect(try await diary.values.isEmpty)
        #expect(try await diary.get("/release/session/no-such-id").status == .notFound)
    }
}
