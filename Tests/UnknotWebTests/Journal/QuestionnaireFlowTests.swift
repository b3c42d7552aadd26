import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("Questionnaires in the browser")
struct QuestionnaireFlowTests {
    @Test func `the list has those that may be shipped, with what is known about each`() async throws {
        let diary = try await Diary()
        let page = try await diary.get("/record/questionnaires")
        #expect(page.status == .ok)
        for questionnaire in Questionnaire.allCases {
            #expect(page.text.contains("href=\"/record/questionnaires/\(questionnaire.rawValue)\""))
        }
        #expect(page.visibleText.contains("Not answered yet."))
        #expect(page.visibleText.contains("known, not read again"))
    }

    @Test func `the sentences of Roland and Morris are not shown, only a score is asked for`() async throws {
        let diary = try await Diary()
        let page = try await diary.get("/record/questionnaires/rmdq")
        #expect(page.text.contains("name=\"score\"") && !page.text.contains("name=\"answer-1\""))
        let kept = try await diary.send("/record/questionnaires/rmdq", "score=9")
        #expect(kept.visibleText.contains("Roland-Morris 9 of 24"))
        #expect(try await diary.values == [.questionnaire(try QuestionnaireRecord(.rmdq, score: 9))])
    }

    @Test func `a filled-in form is kept, and the next one is held against it`() async throws {
        let diary = try await Diary()
        let first = try await diary.send("/record/questionnaires/peg", "answer-1=6&answer-2=7&answer-3=5")
        #expect(first.visibleText.contains("PEG 6 of 10"))
        #expect(!first.visibleText.contains("than the time before"))
        diary.wait(minutes: 7 * 24 * 60)
        let second = try await diary.send("/record/questionnaires/peg", "answer-1=4&answer-2=4&answer-3=4")
        #expect(second.visibleText.contains("Better than the time before"))
        #expect(second.visibleText.contains("A change counts from 1 on: people notice that much"))
        let undone = try await diary.send(try #require(second.undoAddress), "back=questionnaires")
        #expect(undone.visibleText.contains("PEG 6 of 10"))
        #expect(try await diary.values.count == 1)
    }

    @Test func `activities are named by the person, asked again, and compared only with the same ones`() async throws {
        let diary = try await Diary()
        _ = try await diary.send(
            "/record/questionnaires/psfs", "activity-1=stairs&answer-1=3&activity-3=socks&answer-3=5")
        #expect(
            try await diary.values == [
                .questionnaire(try QuestionnaireRecord(.psfs, answers: [3, 5], items: ["stairs", "socks"]))
            ])
        let form = try await diary.get("/record/questionnaires/psfs")
        #expect(form.text.contains("value=\"stairs\"") && form.text.contains("value=\"socks\""))
        diary.wait(minutes: 60)
        let other = try await diary.send("/record/questionnaires/psfs", "activity-1=typing&answer-1=9")
        #expect(other.visibleText.contains("other activities than the time before"))
    }

    @Test(arguments: [
        ("peg", "answer-1=6&answer-2=7", "Question 3"), ("peg", "answer-1=6&answer-2=11&answer-3=5", "Question 2"),
        ("peg", "", "Question 1"), ("rmdq", "score=25", "Score"), ("rmdq", "", "Score"),
        ("psfs", "answer-2=4", "Activity 2"), ("psfs", "activity-2=stairs", "Activity 2"), ("psfs", "", "Activity 1"),
        ("bothersomeness", "answer-1=0", "Question 1"), ("change", "answer-1=1.5", "Question 1"),
    ])
    func `what does not fit comes back with what was filled in`(
        name: String, form: String, place: String
    ) async throws {
        let diary = try await Diary()
        let page = try await diary.send("/record/questionnaires/\(name)", form)
        #expect(page.status == .badRequest)
        #expect(page.visibleText.contains(place))
        if form.contains("stairs") { #expect(page.text.contains("value=\"stairs\"")) }
        if form.contains("answer-1=6") { #expect(page.text.contains("value=\"6\" checked")) }
        #expect(try await diary.values == [])
    }

    @Test func `one that is not there is not found`() async throws {
        let diary = try await Diary()
        for name in ["odi", "peg/more"] {
            #expect(try await diary.get("/record/questionnaires/\(name)").status == .notFound, "\(name)")
        }
    }

    @Test func `a form sent twice is one entry, and one from last week stands on its day`() async throws {
        let diary = try await Diary()
        let page = try await diary.get("/record/questionnaires/change")
        let id = try #require(page.attribute("value", of: "<input type=\"hidden\" name=\"entry\""))
        for _ in 1...2 {
            _ = try await diary.send("/record/questionnaires/change", "entry=\(id)&answer-1=-2&day=2026-11-14")
        }
        #expect(try await diary.values == [.questionnaire(try QuestionnaireRecord(.change, answers: [-2]))])
    }

    @Test func `Today draws a score between the ends of its scale`() async throws {
        let diary = try await Diary()
        _ = try await diary.send("/record/questionnaires/rmdq", "score=24")
        let page = try await diary.get("/today?days=7&show=rmdq")
        #expect(page.visibleText.contains("Roland-Morris, last 7 days"))
        #expect(page.text.contains(">12</text>") && page.text.contains(">24</text>"))
    }
}
