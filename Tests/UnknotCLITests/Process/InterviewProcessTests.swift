import Foundation
import Testing
import Unknot

@Suite("unknot locate -i, as a process")
struct InterviewProcessTests {
    @Test("asks, answers and saves, and the end of the input is as good as q")
    func conversation() throws {
        try Program.withFolder { folder in
            let file = folder.appending(path: "me.json")
            let replies = "beside the spine lowest back left\n1\n\n41\nf\nn\n"
            let outcome = try Program.run(
                ["locate", "-i", "--save", file.path], input: Data(replies.utf8))
            #expect(outcome.status == 0)
            #expect(outcome.text.contains("Quadratus lumborum"))
            let intake = try IntakeDocument.parse(Array(try Data(contentsOf: file)))
            #expect(intake.age == 41)
            #expect(intake.drawing.map(\.place) == [BodyPlace("paraspinal_l4_s1", .left)])
        }
    }

    @Test("an emergency answer shows what to do and nothing else")
    func emergency() throws {
        let replies = "beside the spine lowest back left\n1\n\n\n\n1\nn\nn\n"
        let outcome = try Program.run(["locate", "-i"], input: replies)
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("GET HELP NOW"))
        #expect(!outcome.text.contains("LIKELY MUSCLES"))
    }

    @Test("with --json the conversation leaves standard output to the answer")
    func json() throws {
        let outcome = try Program.run(
            ["locate", "-i", "--json"], input: "beside the spine lowest back left\n1\nq\n")
        #expect(try outcome.object()["knowledge"] != nil)
        #expect(outcome.errors.contains("Where does it hurt?"))
    }

    @Test("nothing said is nothing to tell")
    func nothing() throws {
        let outcome = try Program.run(["locate", "-i"])
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("Nothing was marked"))
    }

    @Test("a file that cannot be written is refused before the first question", arguments: ["/nowhere/me.json", "/"])
    func unwritable(_ path: String) throws {
        let outcome = try Program.run(["locate", "-i", "--save", path])
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(path))
    }
}
