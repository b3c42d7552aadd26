import Foundation
import Testing

/// A journal in a folder of its own, used through the program.
struct JournalFolder {
    let folder: URL

    var store: URL { folder.appending(path: "unknot.sqlite") }

    func callAsFunction(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> Program.Outcome {
        try Program.run(
            ["journal"] + arguments, input: Data(input.utf8),
            environment: ["UNKNOT_DATA": folder.path, "HOME": folder.path, "TZ": "Europe/Berlin"]
                .merging(environment) { $1 })
    }

    /// The entries that `list` shows to programs.
    func list(_ arguments: String...) throws -> [[String: Any]] {
        let outcome = try Program.run(
            ["journal", "list", "--json"] + arguments,
            environment: ["UNKNOT_DATA": folder.path, "HOME": folder.path, "TZ": "Europe/Berlin"])
        return try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]] ?? []
    }

    static func with(_ use: (JournalFolder) throws -> Void) throws {
        try Program.withFolder { try use(JournalFolder(folder: $0)) }
    }
}

@Suite("unknot journal, as a process")
struct JournalProcessTests {
    @Test func `an entry is added, listed, shown, changed, taken away and brought back`() throws {
        try JournalFolder.with { journal throws in
            let added = try journal("add", "pain", "--now", "4", "--at", "2026-03-01 08:00", "--json")
            #expect(added.status == 0, "\(added.errors)")
            let id = try #require(try added.object()["id"] as? String)
            #expect(try added.object()["zone"] as? String == "Europe/Berlin")
            #expect(try added.object()["at"] as? String == "2026-03-01T07:00:00Z")
            let list = try journal("list").text
            #expect(list.contains("2026-03-01 08:00") && list.contains("now 4") && list.contains(id))

            let changed = try journal("edit", id, "--now", "3", "--worst", "7", "--json")
            let second = try #require(try changed.object()["id"] as? String)
            #expect((try changed.object()["payload"] as? [String: Any])?["worst"] as? Int == 7)
            let shown = try journal("show", id, "--json").object()
            #expect((shown["history"] as? [Any])?.count == 2 && shown["in_effect"] as? Bool == false)

            #expect(try journal("delete", second).status == 0)
            #expect(try journal.list().isEmpty)
            #expect(try journal("undo").status == 0)
            #expect((try journal.list().first?["payload"] as? [String: Any])?["now"] as? Int == 3)
            #expect(try journal.list("--all").count == 4)
            #expect(try journal("stats", "--json").object()["written"] as? Int == 4)
        }
    }

    @Test(arguments: [
        (["add", "pain", "--now", "11"], "now"), (["add", "pain", "--colour", "red"], "--colour"),
        (["add", "pain", "--now"], "--now"), (["add", "pain", "--now", "x"], "--now"), (["add", "mood"], "WHAT"),
        (["add"], "WHAT"), (["add", "pain", "--now", "4", "--at", "29:00"], "--at"),
        (["add", "pain", "--now", "4", "--at", "2026-03-29 02:30"], "--at"),
        (["add", "pain", "--now", "4", "--at", "2190-01-01 02:30"], "at"),
        (["add", "pain", "--now", "4", "--zone", "Mars/Base"], "--zone"),
        (["add", #"{"kind":"pain"}"#], "at"), (["show", "x"], "ID"),
        (["show", "0190b6a1-7c3e-7abc-8def-00000000000a"], "ID"), (["list", "--kind", "mood"], "--kind"),
        (["list", "--from", "soon"], "--from"), (["list", "--limit", "0"], "--limit"),
        (["list", "--person", "Nobody"], "--person"), (["undo"], ""), (["delete"], "ID"),
        (["import", "/nowhere/a.jsonl"], "FILE"), (["export", "/nowhere/a.jsonl"], "FILE"),
        (["restore", "/nowhere/a.sqlite"], "FILE"), (["list", "--store", "mysql://x"], "--store"),
        (["move", "--from", "sqlite:/nowhere/a", "--to", "sqlite:/tmp/b"], "FILE"),
        (["move", "--from", "sqlite:a", "--to", "sqlite:a"], "--to"),
        (["persons", "rename", "Ada", "Bo"], "WHO"), (["persons", "add", " "], "NAME"),
        (["prefer", "--clock", "13"], "clock"),
    ])
    func `wrong input ends with 2 and says what, where and what to do`(arguments: [String], path: String) throws {
        try JournalFolder.with { journal throws in
            let environment = ["UNKNOT_DATA": journal.folder.path, "HOME": "/", "TZ": "Europe/Berlin"]
            _ = try journal("persons", "add", "Zoe")
            let outcome = try Program.run(["journal"] + arguments + ["--json"], environment: environment)
            #expect(outcome.status == 2, "\(outcome.errors) \(outcome.text)")
            let error = try outcome.error()
            #expect(error["path"] as? String == path)
            #expect((error["allowed"] as? String)?.isEmpty == false)
            let words = try Program.run(["journal"] + arguments, environment: environment)
            #expect(words.status == 2)
            #expect(words.errors.contains("Allowed: "))
            #expect(words.output.isEmpty)
        }
    }

    @Test func `times are read by the clock of the place`() throws {
        try JournalFolder.with { journal throws in
            // The clock shows 02:30 twice on this day: the first one is meant.
            for (text, expected) in [
                ("2025-10-26 02:30", "2025-10-26T00:30:00Z"), ("2025-10-26 03:30", "2025-10-26T02:30:00Z"),
                ("2025-07-01T08:00:00+02:00", "2025-07-01T06:00:00Z"),
                ("2025-07-01T08:00:00+09:00", "2025-07-01T08:00:00+09:00"),
            ] {
                let outcome = try journal("add", "pain", "--now", "1", "--at", text, "--json")
                #expect(try outcome.object()["at"] as? String == expected)
            }
            #expect(try journal.list("--from", "2025-10-26", "--to", "2025-10-26").count == 2)
        }
    }

    @Test func `several persons are told apart`() throws {
        try JournalFolder.with { journal throws in
            let first = try journal("persons", "add", "Ada")
            #expect(first.status == 0)
            #expect(try journal("persons", "add", "Bo").status == 0)
            #expect(try journal("persons", "add", "ada").status == 2)
            #expect(try journal("add", "pain", "--now", "1").status == 2)
            #expect(try journal("add", "pain", "--now", "1", "--person", "bo").status == 0)
            #expect(try journal("persons", "rename", "Bo", "Cy").status == 0)
            #expect(try journal.list("--person", "Cy").count == 1)
            #expect(try journal.list("--person", "Ada").isEmpty)
            #expect(try journal("list", environment: ["UNKNOT_PERSON": "Cy"]).text.contains("now 1"))
        }
    }

    @Test func `a person is erased only on demand, and wholly`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "note", "--text", "unforgettable words")
            #expect(try journal("delete", "--person", "Me").status == 2)
            #expect(try journal.list().count == 1)
            #expect(try journal("delete", "--person", "Me", "--yes", "--json").object()["erased"] as? Int == 1)
            #expect(try journal("persons", "--json").text == "[]\n")
            for name in try FileManager.default.contentsOfDirectory(atPath: journal.folder.path) {
                let data = try Data(contentsOf: journal.folder.appending(path: name))
                #expect(data.range(of: Data("unforgettable".utf8)) == nil, "\(name)")
            }
        }
    }

    @Test func `wishes are kept and shown`() throws {
        try JournalFolder.with { journal throws in
            #expect(try journal("prefer", "--json").object()["length"] as? String == "cm")
            #expect(try journal("prefer", "--length", "inch", "--week-starts", "sunday").status == 0)
            let wishes = try journal("prefer", "--json").object()
            #expect(wishes["length"] as? String == "inch" && wishes["week_starts"] as? String == "sunday")
            #expect(wishes["clock"] as? String == "24")
        }
    }
}
