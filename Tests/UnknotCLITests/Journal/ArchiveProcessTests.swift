import Foundation
import Testing

@Suite("Archives, backups and moving, as a process")
struct ArchiveProcessTests {
    private static let some = (0..<40).map {
        #"{"kind": "note", "at": "2026-03-01T08:\#(10 + $0):00+01:00", "payload": {"text": "„n° \#($0)“ 👋"}}"# + "\n"
    }.joined()

    @Test func `an archive goes into another store and comes out with the same bytes`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "--lines", input: Self.some)
            _ = try journal("undo")
            let (first, second) = (journal.folder.path + "/a.jsonl", journal.folder.path + "/b.jsonl")
            #expect(try journal("export", first).status == 0)
            let other = "sqlite:\(journal.folder.path)/other.sqlite"
            let dry = try journal("import", first, "--store", other, "--dry-run", "--json").object()
            #expect(dry["added"] as? Int == 41 && dry["known"] as? Int == 0)
            #expect(try journal("import", first, "--store", other, "--json").object()["added"] as? Int == 41)
            #expect(try journal("import", first, "--store", other, "--json").object()["known"] as? Int == 41)
            #expect(try journal("export", second, "--store", other).status == 0)
            let bytes = try Data(contentsOf: URL(filePath: first))
            #expect(try Data(contentsOf: URL(filePath: second)) == bytes)
            #expect(try journal("export", "-").output == bytes)
            let mode = try FileManager.default.attributesOfItem(atPath: first)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func `what is no file, and a file that is there, are left as they are`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "--lines", input: Self.some)
            let folder = journal.folder.path
            let (kept, link, pipe) = (folder + "/kept.json", folder + "/link", folder + "/pipe")
            try Data("mine".utf8).write(to: URL(filePath: kept))
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: kept)
            #expect(unsafe mkfifo(pipe, 0o600) == 0)
            for name in [kept, link, pipe, "/dev/null"] {
                let outcome = try journal("export", name)
                #expect(outcome.status == 2 && outcome.errors.contains("FILE"), "\(name)")
            }
            #expect(try Data(contentsOf: URL(filePath: kept)) == Data("mine".utf8))
            let types = try [pipe, "/dev/null"].map {
                try FileManager.default.attributesOfItem(atPath: $0)[.type] as? FileAttributeType
            }
            #expect(!types.contains(.typeRegular))
            // A link is followed and stays one.
            #expect(try journal("export", link, "--replace").status == 0)
            #expect(try Data(contentsOf: URL(filePath: kept)) == journal("export", "-").output)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == kept)
        }
    }

    @Test func `a full disk is said when it is standard output`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "--lines", input: Self.some)
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            let program = try Program.path().path
            shell.arguments = ["-c", "'\(program)' journal export - --data '\(journal.folder.path)' > /dev/full"]
            let errors = Pipe()
            shell.standardError = errors
            try shell.run()
            let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            shell.waitUntilExit()
            #expect(shell.terminationStatus == 1)
            #expect(said.contains("No space left"))
        }
    }

    @Test func `an empty file is no archive`() throws {
        try JournalFolder.with { journal throws in
            let outcome = try journal("import", "-", input: "")
            #expect(outcome.status == 2 && outcome.errors.contains("There is nothing in it."))
        }
    }

    @Test func `what only reads begins no journal`() throws {
        try JournalFolder.with { journal throws in
            let place = journal.folder.appending(path: "typo")
            let archive = journal.folder.path + "/a.jsonl"
            _ = try journal("add", "--lines", input: Self.some)
            _ = try journal("export", archive)
            for words in [["list"], ["stats"], ["export", "-"], ["persons"], ["undo"]] {
                let outcome = try Program.run(["journal"] + words + ["--data", place.path])
                #expect(outcome.status == 2 && outcome.errors.contains("There is no journal here."), "\(words)")
            }
            #expect(try Program.run(["forecast", "--data", place.path]).status == 2)
            #expect(try Program.run(["causes", "--data", place.path]).status == 0)
            #expect(try Program.run(["journal", "import", archive, "--dry-run", "--data", place.path]).status == 0)
            #expect(!FileManager.default.fileExists(atPath: place.path))
        }
    }

    @Test func `it can come through a pipe`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "--lines", input: Self.some)
            let archive = try journal("export", "-").text
            let other = "sqlite:\(journal.folder.path)/other.sqlite"
            #expect(try journal("import", "-", "--store", other, input: archive).status == 0)
            #expect(try journal("export", "-", "--store", other).text == archive)
        }
    }

    @Test func `bad lines are told together and nothing is written`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "--lines", input: Self.some)
            var lines = try journal("export", "-").text.split(separator: "\n").map(String.init)
            lines[3] = lines[3].replacing("\"note\"", with: "\"pain\"")
            lines[7] = "{"
            let other = "sqlite:\(journal.folder.path)/other.sqlite"
            let outcome = try journal("import", "-", "--store", other, input: lines.joined(separator: "\n") + "\n")
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("line 4, payload.text"))
            #expect(outcome.errors.contains("line 8"))
            #expect(try journal("persons", "--store", other, "--json").text == "[]\n")
        }
    }

    @Test func `a file that was cut off is refused`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "--lines", input: Self.some)
            let archive = try journal("export", "-").text
            let other = "sqlite:\(journal.folder.path)/other.sqlite"
            let outcome = try journal("import", "-", "--store", other, input: String(archive.dropLast(1)))
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("line 42"))
            // Between two lines as well, unless one asks for what there is.
            let lines = archive.split(separator: "\n").map(String.init)
            let cut = lines.prefix(30).joined(separator: "\n") + "\n"
            let refused = try journal("import", "-", "--store", other, input: cut)
            #expect(refused.status == 2 && refused.errors.contains("cut off"))
            #expect(try journal("persons", "--store", other, "--json").text == "[]\n")
            let saved = try journal("import", "-", "--store", other, "--incomplete", input: cut)
            #expect(saved.status == 0 && saved.errors.contains("no end line"))
            #expect(try journal("stats", "--store", other, "--json").object()["written"] as? Int == 29)
        }
    }

    @Test func `an archive of the first version, which had no end line, is taken with a word of warning`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "--lines", input: Self.some)
            let lines = try journal("export", "-").text.split(separator: "\n").dropLast()
            let old = lines.joined(separator: "\n").replacing(#","version":2}}"#, with: #","version":1}}"#) + "\n"
            let other = "sqlite:\(journal.folder.path)/other.sqlite"
            let outcome = try journal("import", "-", "--store", other, "--json", input: old)
            #expect(try outcome.status == 0 && outcome.object()["added"] as? Int == 40)
            #expect(outcome.errors.contains("no end line"))
        }
    }

    @Test func `a failed export leaves the former file`() throws {
        try JournalFolder.with { journal throws in
            let file = journal.folder.appending(path: "a.jsonl")
            try Data("former".utf8).write(to: file)
            #expect(try journal("export", file.path, "--person", "Nobody").status == 2)
            #expect(try Data(contentsOf: file) == Data("former".utf8))
            let names = try FileManager.default.contentsOfDirectory(atPath: journal.folder.path)
            #expect(!names.contains { $0.hasSuffix(".part") })
        }
    }

    @Test func `a backup comes back, and nothing is lost on the way`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "pain", "--now", "1")
            let backup = journal.folder.path + "/backup.sqlite"
            #expect(try journal("backup", backup).status == 0)
            #expect(try journal("backup", backup).status == 2)
            _ = try journal("add", "pain", "--now", "2")
            #expect(try journal("restore", backup).status == 2)
            let outcome = try journal("restore", backup, "--replace", "--json")
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try journal.list().count == 1)
            let former = try #require(try outcome.object()["former"] as? String)
            #expect(try journal("list", "--store", "sqlite:\(former)").text.contains("now 2"))
            // What is open elsewhere is not touched.
            let open = try Program.process(
                ["journal", "add", "--lines"], ["UNKNOT_DATA": journal.folder.path, "HOME": "/"])
            let (lines, answers) = (Pipe(), Pipe())
            open.standardInput = lines
            open.standardOutput = answers
            try open.run()
            try lines.fileHandleForWriting.write(contentsOf: Data(Self.some.prefix { $0 != "\n" }.utf8 + [10]))
            _ = answers.fileHandleForReading.availableData
            let refused = try journal("restore", backup, "--replace")
            #expect(refused.status == 2 && refused.errors.contains("open"))
            try lines.fileHandleForWriting.close()
            open.waitUntilExit()
            #expect(try journal.list().count == 2)
            let empty = "sqlite:\(journal.folder.path)/new/unknot.sqlite"
            #expect(try journal("restore", backup, "--store", empty).status == 0)
            #expect(try journal("list", "--store", empty).text.contains("now 1"))
        }
    }

    @Test func `what is no backup is not restored`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "pain", "--now", "1")
            let broken = journal.folder.appending(path: "broken.sqlite")
            try Data(try Data(contentsOf: journal.store).prefix(5_000)).write(to: broken)
            #expect(try journal("restore", broken.path, "--replace").status != 0)
            try Data("no database".utf8).write(to: broken)
            #expect(try journal("restore", broken.path, "--replace").status != 0)
            #expect(try journal.list().count == 1)
            let names = try FileManager.default.contentsOfDirectory(atPath: journal.folder.path)
            #expect(!names.contains { $0.contains("restore") })
        }
    }

    @Test(.enabled(if: ProcessInfo.processInfo.environment["UNKNOT_SKIP_POSTGRES"] != "1"))
    func `a journal goes to PostgreSQL and back without losing a byte`() throws {
        try JournalFolder.with { journal throws in
            _ = try journal("add", "--lines", input: Self.some)
            let archive = try journal("export", "-").output
            let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scripts/private-postgres.sh")
            let server = Process()
            server.executableURL = script
            let (input, output) = (Pipe(), Pipe())
            server.standardInput = input
            server.standardOutput = output
            try server.run()
            defer {
                try? input.fileHandleForWriting.close()
                server.waitUntilExit()
            }
            var line = Data()
            while line.last != UInt8(ascii: "\n") {
                let piece = output.fileHandleForReading.availableData
                try #require(!piece.isEmpty, "PostgreSQL did not start")
                line += piece
            }
            let url = String(decoding: line.dropLast(), as: UTF8.self)
            let moved = try journal("move", "--from", "sqlite:\(journal.store.path)", "--to", url, "--json")
            #expect(moved.status == 0, "\(moved.errors)\(moved.text)")
            #expect(try moved.object()["entries"] as? Int == 40)
            #expect(try journal("export", "-", "--store", url).output == archive)
            let back = "sqlite:\(journal.folder.path)/back.sqlite"
            #expect(try journal("move", "--from", url, "--to", back).status == 0)
            #expect(try journal("export", "-", "--store", back).output == archive)
            // An archive goes the same way.
            #expect(try journal("delete", "--person", "Me", "--yes", "--store", url).status == 0)
            #expect(
                try journal("import", "-", "--store", url, input: String(decoding: archive, as: UTF8.self)).status == 0)
            #expect(try journal("export", "-", "--store", url).output == archive)
        }
    }
}
