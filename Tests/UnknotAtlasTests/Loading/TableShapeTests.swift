import Testing
import UnknotAtlas
import UnknotRecord

@Suite("Shape of a table")
struct TableShapeTests {
    @Test(
        "a row or header of another shape is refused",
        arguments: [
            ("worse,book", "worse", 2, "3 fields, the header has 4"),
            ("worse,book", "worse,book,", 2, "5 fields, the header has 4"),
            ("book\n", "book\n\n", 3, "1 fields, the header has 4"),
            ("muscle_id,", "muscle,", 1, "expected “muscle_id,"),
            ("effect,source", "source,effect", 1, "expected “"),
            ("muscle_id,", "\u{FEFF}muscle_id,", 1, "expected “"),
            ("muscle_id,", "muscle_id, ", 1, "expected “"),
        ])
    func shape(old: String, new: String, line: Int, says: String) throws {
        let problems = TinyTables.problems("movements.csv") { $0.replacing(old, with: new, maxReplacements: 1) }
        let problem = try #require(problems.first)
        #expect(problem.file == "movements.csv")
        #expect(problem.line == line)
        #expect(problem.reason.contains(says), "\(problem)")
    }

    @Test("files with the line ends of Windows load to the same atlas")
    func windowsLineEnds() throws {
        let plain = try Atlas.load(files: TinyTables.files)
        let windows = try Atlas.load(files: TinyTables.files.mapValues { $0.replacing("\n", with: "\r\n") })
        #expect(windows.version == plain.version)
        #expect(windows.muscles == plain.muscles)
        #expect(windows.referrals == plain.referrals)
        #expect(windows.warningSigns == plain.warningSigns)
        #expect(windows.phrases("hello", ["name": "you"]) == "Hello you.")
    }

    @Test("an unreadable table does not hide what is wrong in the others")
    func othersAreStillRead() {
        var files = TinyTables.files
        files["movements.csv"] = "\"never closed"
        files["cause_movements.csv"]? += "lifting,flying,own\n"
        let problems = TinyTables.problems(files)
        #expect(problems.contains { $0.file == "movements.csv" })
        #expect(problems.contains { $0.file == "cause_movements.csv" && $0.line == 3 })
    }

    @Test("lists keep their parts without the spaces around them")
    func lists() throws {
        let atlas = try Atlas.load(files: TinyTables.files)
        #expect(atlas.region("back_low")?.choirSegments == ["L1", "R1"])
        #expect(atlas.point("longus_upper")?.access == [.ball, .partner])
        #expect(atlas.point("longus_lower")?.access == [])
        #expect(atlas.point("longus_lower")?.mayBePressed == false)
        #expect(atlas.question("bends_badly")?.zones == [.lowBack, .midBack])
        #expect(atlas.question("fever")?.zones == nil)
        #expect(atlas.causeLinks.first?.muscle == nil)
        #expect(
            atlas.warningSign("combo_both")?.combination?.ids == [
                "fever", "chills", "pregnant", "age_over_50", "cause:fall",
            ])
    }
}
