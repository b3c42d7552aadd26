import SeededRandom
import Testing
import UnknotRecord

/// A payload that must be refused, the field to be named, and words that must stand in what is said about it.
struct BadRecord: Sendable, CustomStringConvertible {
    let kind: EntryKind
    let json: String
    let path: String
    let says: String
    let allows: String

    init(_ kind: EntryKind, _ json: String, at path: String, says: String, allows: String) {
        self.kind = kind
        self.json = json
        self.path = path
        self.says = says
        self.allows = allows
    }

    var description: String { "\(kind) \(json.prefix(90))" }

    var problem: IntakeProblem? {
        do {
            _ = try RecordValue(kind: kind, json: Array(json.utf8))
            return nil
        } catch {
            return error
        }
    }
}

@Suite("Refusing a value")
struct RecordRefusalTests {
    private func expectRefused(_ bad: BadRecord) throws {
        let problem = try #require(bad.problem, "\(bad) was read")
        #expect(problem.path == bad.path)
        #expect(problem.message.contains(bad.says), "\(problem.message)")
        #expect(problem.allowed.contains(bad.allows), "\(problem.allowed)")
    }

    static let point = #""point":"infraspinatus_tp1","side":"left""#

    @Test(
        "a number out of its range is named with the range",
        arguments: [
            BadRecord(.pain, #"{"now":11}"#, at: "now", says: "11", allows: "0 to 10"),
            BadRecord(.pain, #"{"now":4,"worst":-0.5}"#, at: "worst", says: "-0.5", allows: "0 to 10"),
            BadRecord(.pain, #"{"average":10.001}"#, at: "average", says: "10.001", allows: "0 to 10"),
            BadRecord(.stiffness, #"{"stiffness":99}"#, at: "stiffness", says: "99", allows: "0 to 10"),
            BadRecord(.stiffness, #"{"tightness":-1}"#, at: "tightness", says: "-1", allows: "0 to 10"),
            BadRecord(.own, #"{"name":"x","value":10.5}"#, at: "value", says: "10.5", allows: "0 to 10"),
            BadRecord(.sleep, #"{"hours":25}"#, at: "hours", says: "25", allows: "0 to 24"),
            BadRecord(.sleep, #"{"quality":11}"#, at: "quality", says: "11", allows: "0 to 10"),
            BadRecord(.water, #"{"litres":20.5}"#, at: "litres", says: "20.5", allows: "0 to 20"),
            BadRecord(.sitting, #"{"hours":24.5}"#, at: "hours", says: "24.5", allows: "0 to 24"),
            BadRecord(.sitting, #"{"longest_minutes":1441}"#, at: "longest_minutes", says: "1441", allows: "0 to 1440"),
            BadRecord(.load, #"{"level":11}"#, at: "level", says: "11", allows: "0 to 10"),
            BadRecord(.stress, #"{"level":-3}"#, at: "level", says: "-3", allows: "0 to 10"),
            BadRecord(.exercise, #"{"minutes":1500}"#, at: "minutes", says: "1500", allows: "0 to 1440"),
            BadRecord(.causes, #"{"episodes":101}"#, at: "episodes", says: "101", allows: "0 to 100"),
            BadRecord(.causes, #"{"episodes":1.5}"#, at: "episodes", says: "1.5", allows: "whole number"),
            BadRecord(
                .causes, #"{"applies":["a"],"denied":["a"]}"#, at: "denied[0]", says: "twice", allows: "each id once"),
            BadRecord(.causes, #"{"before":["A b"]}"#, at: "before[0]", says: "not an id", allows: "underscores"),
            BadRecord(
                .habits, #"{"habits":[{"habit":"a"},{"habit":"b"},{"habit":"c"},{"habit":"d"}]}"#, at: "habits",
                says: "list of 4", allows: "at most 3"),
            BadRecord(
                .habits, #"{"habits":[{"habit":"a"},{"habit":"a"}]}"#, at: "habits[1].habit", says: "twice",
                allows: "once"),
            BadRecord(
                .habits, #"{"habits":[{"habit":"a","at":"7:00"}]}"#, at: "habits[0].at", says: "7:00", allows: "07:30"),
            BadRecord(
                .habits, #"{"habits":[{"habit":"a","at":"24:00"}]}"#, at: "habits[0].at", says: "24:00",
                allows: "07:30"),
            BadRecord(
                .habits, #"{"habits":[{"habit":"a","why":1}]}"#, at: "habits[0].why", says: "not known",
                allows: "habit, cue, at, paused"),
            BadRecord(.habit, #"{"habit":"B","outcome":"done"}"#, at: "habit", says: "not an id", allows: "an id"),
            BadRecord(.habit, #"{"habit":"b","outcome":"failed"}"#, at: "outcome", says: "failed", allows: "skipped"),
            BadRecord(.treatment, #"{"what":"heat","minutes":-1}"#, at: "minutes", says: "-1", allows: "0 to 1440"),
            BadRecord(.press, "{\(point),\"tenderness\":12}", at: "tenderness", says: "12", allows: "0 to 10"),
            BadRecord(
                .press, "{\(point),\"gauge\":{\"value\":26,\"unit\":\"kg_per_cm2\"}}", at: "gauge.value", says: "26",
                allows: "0 to 25"),
            BadRecord(
                .press, "{\(point),\"gauge\":{\"value\":251,\"unit\":\"n\"}}", at: "gauge.value", says: "251",
                allows: "0 to 250"),
            BadRecord(
                .press, "{\(point),\"gauge\":{\"value\":0,\"unit\":\"n\"}}", at: "gauge.value", says: "not show 0",
                allows: "above 0"),
            BadRecord(
                .movement, #"{"movement":"fingertip_to_floor","cm":101}"#, at: "cm", says: "101", allows: "0 to 100"),
            BadRecord(
                .movement, #"{"movement":"neck_turn_left","degrees":181}"#, at: "degrees", says: "181",
                allows: "0 to 180"),
            BadRecord(
                .movement, #"{"movement":"neck_turn_left","quarters":2.5}"#, at: "quarters", says: "2.5",
                allows: "whole number from 0 to 4"),
            BadRecord(
                .drawing, #"{"marks":[{"region":"groin","side":"left","intensity":11}]}"#, at: "marks[0].intensity",
                says: "11", allows: "0 to 10"),
            BadRecord(
                .session, #"{"seconds":7201,"steps":[],"ended":"finished"}"#, at: "seconds", says: "7201",
                allows: "0 to 7200"),
            BadRecord(
                .session,
                "{\"seconds\":60,\"steps\":[{\(point),\"seconds\":1},{\(point),\"seconds\":-1}],\"ended\":\"finished\"}",
                at: "steps[1].seconds", says: "-1", allows: "0 to 7200"),
            BadRecord(
                .session,
                "{\"seconds\":60,\"steps\":[{\(point),\"seconds\":1,\"after\":11}],\"ended\":\"finished\"}",
                at: "steps[0].after", says: "11", allows: "0 to 10"),
            BadRecord(
                .plan, #"{"request":{"intake":{},"minutes":0},"knowledge":"1"}"#, at: "request.minutes", says: "0",
                allows: "1 to 180"),
            BadRecord(
                .plan, #"{"request":{"intake":{"age":121}},"knowledge":"1"}"#, at: "request.intake.age", says: "121",
                allows: "0 to 120"),
            BadRecord(
                .session, #"{"seconds":60,"steps":[],"before":{"tightness":11},"ended":"finished"}"#,
                at: "before.tightness", says: "11", allows: "0 to 10"),
            BadRecord(
                .session,
                #"{"seconds":60,"steps":[],"after":{"movement":{"movement":"fingertip_to_floor","cm":-1}},"ended":"finished"}"#,
                at: "after.movement.cm", says: "-1", allows: "0 to 100"),
            BadRecord(
                .questionnaire, #"{"name":"peg","answers":[1,2,11]}"#, at: "answers[2]", says: "11", allows: "0 to 10"),
            BadRecord(
                .questionnaire, #"{"name":"bothersomeness","answers":[0]}"#, at: "answers[0]", says: "0",
                allows: "1 to 5"),
            BadRecord(
                .questionnaire, #"{"name":"change","answers":[-6]}"#, at: "answers[0]", says: "-6", allows: "-5 to 5"),
            BadRecord(
                .questionnaire, #"{"name":"change","answers":[1.5]}"#, at: "answers[0]", says: "1.5", allows: "whole"),
        ])
    func range(bad: BadRecord) throws {
        try expectRefused(bad)
    }

    @Test(
        "what is missing is named",
        arguments: [
            BadRecord(.pain, "{}", at: "", says: "Nothing is said", allows: "now, average, worst"),
            BadRecord(.pain, #"{"now":null}"#, at: "", says: "Nothing is said", allows: "now"),
            BadRecord(.stiffness, "{}", at: "", says: "Nothing", allows: "stiffness, tightness"),
            BadRecord(.sleep, "{}", at: "", says: "Nothing", allows: "hours, quality"),
            BadRecord(.sitting, "{}", at: "", says: "Nothing", allows: "hours, longest_minutes"),
            BadRecord(.own, #"{"value":3}"#, at: "name", says: "missing", allows: "a text"),
            BadRecord(.own, #"{"name":"x"}"#, at: "value", says: "missing", allows: "a number"),
            BadRecord(.own, #"{"name":"   ","value":3}"#, at: "name", says: "empty", allows: "1 to 60"),
            BadRecord(.water, "{}", at: "litres", says: "missing", allows: "a number"),
            BadRecord(.load, "{}", at: "level", says: "missing", allows: "a number"),
            BadRecord(.stress, "{}", at: "level", says: "missing", allows: "a number"),
            BadRecord(.exercise, "{}", at: "minutes", says: "missing", allows: "a number"),
            BadRecord(.causes, "{}", at: "", says: "Nothing", allows: "not_before"),
            BadRecord(.habits, "{}", at: "habits", says: "missing", allows: "may be empty"),
            BadRecord(.habits, #"{"habits":[{}]}"#, at: "habits[0].habit", says: "missing", allows: "a text"),
            BadRecord(.habit, "{}", at: "habit", says: "missing", allows: "a text"),
            BadRecord(.habit, #"{"habit":"a"}"#, at: "outcome", says: "missing", allows: "done, skipped"),
            BadRecord(.treatment, "{}", at: "what", says: "missing", allows: "exercise_class"),
            BadRecord(.note, "{}", at: "text", says: "missing", allows: "a text"),
            BadRecord(.note, #"{"text":" \n "}"#, at: "text", says: "empty", allows: "1 to 4000"),
            BadRecord(.press, "{\(point)}", at: "", says: "Nothing", allows: "tenderness, gauge"),
            BadRecord(.press, #"{"side":"left","tenderness":1}"#, at: "point", says: "missing", allows: "a text"),
            BadRecord(.press, #"{"point":"a","tenderness":1}"#, at: "side", says: "missing", allows: "left, right"),
            BadRecord(
                .press, "{\(point),\"gauge\":{\"value\":3}}", at: "gauge.unit", says: "missing", allows: "kg_per_cm2, n"
            ),
            BadRecord(
                .press, "{\(point),\"gauge\":{\"unit\":\"n\"}}", at: "gauge.value", says: "missing", allows: "a number"),
            BadRecord(.movement, #"{"cm":3}"#, at: "movement", says: "missing", allows: "side_bend_right"),
            BadRecord(
                .movement, #"{"movement":"neck_bend_left"}"#, at: "", says: "Nothing", allows: "degrees, quarters"),
            BadRecord(.movement, #"{"movement":"fingertip_to_floor"}"#, at: "", says: "Nothing", allows: "cm"),
            BadRecord(.drawing, #"{"complete":false}"#, at: "marks", says: "Nothing", allows: "at least one mark"),
            BadRecord(
                .drawing, #"{"marks":[{"side":"left"}]}"#, at: "marks[0].region", says: "missing", allows: "a text"),
            BadRecord(
                .drawing, #"{"marks":[{"region":"groin"}]}"#, at: "marks[0].side", says: "missing", allows: "midline"),
            BadRecord(.plan, #"{"knowledge":"1"}"#, at: "request", says: "missing", allows: "a request"),
            BadRecord(
                .plan, #"{"request":{},"knowledge":"1"}"#, at: "request.intake", says: "missing", allows: "an intake"),
            BadRecord(.plan, #"{"request":{"intake":{}}}"#, at: "knowledge", says: "missing", allows: "a text"),
            BadRecord(
                .session, #"{"steps":[],"ended":"finished"}"#, at: "seconds", says: "missing", allows: "a number"),
            BadRecord(
                .session, #"{"seconds":1,"steps":[]}"#, at: "ended", says: "missing", allows: "finished, stopped"),
            BadRecord(
                .session, "{\"seconds\":1,\"steps\":[{\(point)}],\"ended\":\"stopped\"}", at: "steps[0].seconds",
                says: "missing", allows: "a number"),
            BadRecord(.health, #"{"applies":[],"denied":[]}"#, at: "", says: "Nothing", allows: "applies"),
            BadRecord(
                .health, #"{"applies":["epilepsy"],"denied":["epilepsy"]}"#, at: "denied[0]", says: "twice",
                allows: "each id once"),
            BadRecord(.health, #"{"applies":["Not an id"]}"#, at: "applies[0]", says: "not an id", allows: "letters"),
            BadRecord(.health, #"{"applies":"epilepsy"}"#, at: "applies", says: "", allows: "list"),
            BadRecord(.health, #"{"stopped":"later"}"#, at: "stopped", says: "later", allows: "emergency"),
            BadRecord(
                .health, #"{"stopped":"emergency","signs":true}"#, at: "stopped", says: "passed", allows: "not both"),
            BadRecord(.health, #"{"signs":true,"stopped_by":["x"]}"#, at: "stopped_by", says: "", allows: "stopped"),
            BadRecord(
                .health, #"{"stopped":"same_day","stopped_by":["a","a"]}"#, at: "stopped_by[1]", says: "twice",
                allows: "each id once"),
            BadRecord(.questionnaire, #"{"answers":[1]}"#, at: "name", says: "missing", allows: "rmdq"),
            BadRecord(.questionnaire, #"{"name":"peg"}"#, at: "answers", says: "0 answers", allows: "3 answers"),
        ])
    func missing(bad: BadRecord) throws {
        try expectRefused(bad)
    }

    @Test(
        "what is of the wrong kind, twice there or not known is named",
        arguments: [
            BadRecord(.pain, #"{"now":"4"}"#, at: "now", says: "“4”", allows: "a number"),
            BadRecord(.pain, #"{"now":true}"#, at: "now", says: "true or false", allows: "a number"),
            BadRecord(.pain, #"{"now":4,"later":3}"#, at: "later", says: "not known", allows: "now, average, worst"),
            BadRecord(.pain, "[4]", at: "", says: "a list", allows: "an object"),
            BadRecord(.pain, "4", at: "", says: "a number", allows: "an object"),
            BadRecord(.pain, #"{"now":1,"now":2}"#, at: "now", says: "twice", allows: "once"),
            BadRecord(.pain, #"{"now":1,}"#, at: "", says: "comma", allows: "valid JSON"),
            BadRecord(.pain, "", at: "", says: "not one JSON value", allows: "one JSON object"),
            BadRecord(.retraction, #"{"why":"x"}"#, at: "why", says: "not known", allows: "version"),
            BadRecord(.retraction, "[]", at: "", says: "a list", allows: "an object"),
            BadRecord(.own, #"{"name":7,"value":3}"#, at: "name", says: "7", allows: "a text"),
            BadRecord(.own, #"{"name":"a\nb","value":3}"#, at: "name", says: "U+000A", allows: "one line"),
            BadRecord(.note, #"{"text":"a\u0000b"}"#, at: "text", says: "U+0000", allows: "line ends"),
            BadRecord(.note, #"{"text":"a\u001bb"}"#, at: "text", says: "U+001B", allows: "line ends"),
            BadRecord(.treatment, #"{"what":"magic"}"#, at: "what", says: "“magic”", allows: "medicine"),
            BadRecord(
                .press, #"{"point":"Inf TP","side":"left","tenderness":1}"#, at: "point", says: "no",
                allows: "small letters"),
            BadRecord(
                .press, #"{"point":"","side":"left","tenderness":1}"#, at: "point", says: "not an id", allows: "an id"),
            BadRecord(
                .press, #"{"point":"a","side":"up","tenderness":1}"#, at: "side", says: "“up”", allows: "left, right"),
            BadRecord(
                .press, "{\(point),\"tenderness\":1,\"spreads_to\":[\"a\",\"a\"]}", at: "spreads_to[1]", says: "twice",
                allows: "once"),
            BadRecord(
                .press, "{\(point),\"tenderness\":1,\"spreads_to\":[\"a\",3]}", at: "spreads_to[1]", says: "a number",
                allows: "a text"),
            BadRecord(.press, "{\(point),\"gauge\":3}", at: "gauge", says: "a number", allows: "value, unit"),
            BadRecord(
                .press, "{\(point),\"gauge\":{\"value\":3,\"unit\":\"psi\"}}", at: "gauge.unit", says: "psi",
                allows: "kg_per_cm2"),
            BadRecord(
                .movement, #"{"movement":"neck_turn_left","cm":3}"#, at: "cm", says: "not measured in cm",
                allows: "degrees"),
            BadRecord(
                .movement, #"{"movement":"fingertip_to_floor","degrees":3}"#, at: "degrees", says: "not measured",
                allows: "cm"),
            BadRecord(
                .movement, #"{"movement":"neck_turn_left","degrees":3,"quarters":1}"#, at: "", says: "more than once",
                allows: "one of"),
            BadRecord(.movement, #"{"movement":"flying","cm":3}"#, at: "movement", says: "flying", allows: "neck_turn"),
            BadRecord(
                .drawing, #"{"marks":[{"region":"a","side":"left"},{"region":"a","side":"left"}]}"#, at: "marks[1]",
                says: "already", allows: "once"),
            BadRecord(
                .drawing, #"{"marks":[{"region":"a","side":"left","quality":["dull","dull"]}]}"#,
                at: "marks[0].quality[1]", says: "twice", allows: "once"),
            BadRecord(
                .drawing, #"{"marks":[{"region":"a","side":"left","colour":"red"}]}"#, at: "marks[0].colour",
                says: "not known", allows: "intensity"),
            BadRecord(
                .session, #"{"seconds":1,"steps":[7],"ended":"stopped"}"#, at: "steps[0]", says: "a number",
                allows: "point, side"),
            BadRecord(
                .session,
                "{\"seconds\":1,\"steps\":[{\(point),\"seconds\":1,\"ended\":\"finished\"}],\"ended\":\"stopped\"}",
                at: "steps[0].ended", says: "“finished”", allows: "done, skipped, stopped"),
            BadRecord(
                .session, #"{"seconds":1,"steps":[],"plan":"7","ended":"stopped"}"#, at: "plan",
                says: "“7” is not the id", allows: "an id such as"),
            BadRecord(
                .plan, #"{"request":{"intake":{},"pain":3},"knowledge":"1"}"#, at: "request.pain", says: "not known",
                allows: "minutes"),
            BadRecord(
                .plan, #"{"request":{"intake":{},"tools":["hammer"]},"knowledge":"1"}"#, at: "request.tools[0]",
                says: "“hammer”", allows: "ball"),
            BadRecord(
                .session, #"{"seconds":1,"after":{"pain":3},"ended":"stopped"}"#, at: "after.pain", says: "not known",
                allows: "tenderness"),
            BadRecord(
                .session, #"{"seconds":1,"after":{"movement":{"movement":"x"}},"ended":"stopped"}"#,
                at: "after.movement.movement", says: "“x”", allows: "neck_turn_left"),
            BadRecord(
                .session,
                "{\"seconds\":1,\"steps\":[{\(point),\"technique\":\"A b\",\"seconds\":1}],\"ended\":\"stopped\"}",
                at: "steps[0].technique", says: "not an id", allows: "an id"),
            BadRecord(.questionnaire, #"{"name":"odi","answers":[1]}"#, at: "name", says: "“odi”", allows: "peg, rmdq"),
            BadRecord(
                .questionnaire, #"{"name":"psfs","answers":[1,2,3,4,5,6],"items":["a","b","c","d","e","f"]}"#,
                at: "answers", says: "6 answers", allows: "1 to 5"),
            BadRecord(
                .questionnaire, #"{"name":"psfs","answers":[1,2],"items":["a"]}"#, at: "items", says: "1 items",
                allows: "one item for each"),
            BadRecord(
                .questionnaire, #"{"name":"psfs","answers":[1,2],"items":["a"," a"]}"#, at: "items[1]", says: "twice",
                allows: "once"),
            BadRecord(
                .questionnaire, #"{"name":"peg","answers":[1,2,3],"items":["a","b","c"]}"#, at: "items",
                says: "3 items", allows: "no items"),
            BadRecord(
                .questionnaire, #"{"name":"peg","answers":[1,"2",3]}"#, at: "answers[1]", says: "a text",
                allows: "a whole number"),
            BadRecord(.preferences, #"{"length":"mile"}"#, at: "length", says: "“mile”", allows: "cm, inch"),
            BadRecord(.preferences, #"{"clock":24}"#, at: "clock", says: "a number", allows: "24, 12"),
        ])
    func wrong(bad: BadRecord) throws {
        try expectRefused(bad)
    }

    @Test(
        "a version of the future is refused as such, before anything else is looked at", arguments: EntryKind.allCases)
    func future(kind: EntryKind) throws {
        try expectRefused(
            BadRecord(
                kind, #"{"version":2,"brand_new":[{}]}"#, at: "version", says: "newer version of this program",
                allows: "newer Unknot"))
    }

    @Test("a version that is none is refused", arguments: ["0", "-1", "1.5", "\"1\"", "true", "[]"])
    func noVersion(version: String) throws {
        try expectRefused(
            BadRecord(.pain, #"{"version":\#(version),"now":1}"#, at: "version", says: "whole number", allows: "1"))
    }

    @Test("a text is as long as it may be and not longer")
    func lengths() throws {
        #expect(try OwnRecord(name: String(repeating: "é", count: 60), value: 1).name.count == 60)
        #expect(throws: IntakeProblem.self) { try OwnRecord(name: String(repeating: "é", count: 61), value: 1) }
        let note = try NoteRecord(text: String(repeating: "🙂", count: 4_000))
        #expect(try RecordValue(kind: .note, json: Array(RecordValue.note(note).json.utf8)) == .note(note))
        #expect(throws: IntakeProblem.self) { try NoteRecord(text: String(repeating: "a", count: 4_001)) }
    }

    @Test("the longest note is read even when every character is escaped")
    func escapedNote() throws {
        let json = "{\"text\":\"" + String(repeating: "\\ud83d\\ude42", count: 4_000) + "\"}"
        guard case .note(let note) = try RecordValue(kind: .note, json: Array(json.utf8)) else {
            Issue.record("no note")
            return
        }
        #expect(note.text == String(repeating: "🙂", count: 4_000))
    }

    @Test("values made in the program are held to the same rules as values read")
    func inCode() {
        #expect(throws: IntakeProblem.self) { try PainRecord() }
        #expect(throws: IntakeProblem.self) { try PainRecord(now: .nan) }
        #expect(throws: IntakeProblem.self) { try PainRecord(now: .infinity) }
        #expect(throws: IntakeProblem.self) { try MovementRecord(.neckTurnLeft, .centimetres(3)) }
        #expect(throws: IntakeProblem.self) { try DrawingRecord(marks: [], isComplete: false) }
        #expect(throws: IntakeProblem.self) { try QuestionnaireRecord(.rmdq, answers: [1, 0]) }
    }

    @Test("a mutated payload is read or refused with a reason, and never crashes", arguments: 1...20)
    func fuzz(seed: UInt64) throws {
        var records = RandomRecords(seed: seed)
        for kind in EntryKind.allCases {
            var bytes = Array(try records.value(of: kind).json.utf8)
            for _ in 0..<20 {
                let place = Int.random(in: 0..<bytes.count, using: &records.random)
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &records.random)
                do {
                    let value = try RecordValue(kind: kind, json: bytes)
                    #expect(try RecordValue(kind: kind, json: Array(value.json.utf8)) == value)
                } catch {
                    #expect(!error.message.isEmpty && !error.allowed.isEmpty)
                }
            }
        }
    }
}
