import SeededRandom
import Testing
import UnknotRecord

@Suite("Values of a journal as JSON")
struct RecordRoundTripTests {
    @Test("what is written reads back as the same value and is written the same again", arguments: EntryKind.allCases)
    func roundTrip(kind: EntryKind) throws {
        var records = RandomRecords(seed: 7)
        for _ in 0..<200 {
            let value = try records.value(of: kind)
            #expect(value.kind == kind)
            let read = try RecordValue(kind: kind, json: Array(value.json.utf8))
            #expect(read == value)
            // Texts are equal to Swift when only their accents are composed differently; the bytes must be equal too.
            #expect(Array(read.json.utf8) == Array(value.json.utf8))
        }
    }

    @Test(
        "the canonical form is fixed",
        arguments: [
            (EntryKind.pain, #" {"worst": 7.50, "now": 4.0} "#, #"{"now":4,"version":1,"worst":7.5}"#),
            (.pain, #"{"now": -0.0}"#, #"{"now":0,"version":1}"#),
            (.pain, #"{"now": 1e-7, "average": null}"#, #"{"now":1e-7,"version":1}"#),
            (.pain, #"{"version": 1.0, "now": 0.1e1}"#, #"{"now":1,"version":1}"#),
            (.stress, #"{"level": 0.30000000000000004}"#, #"{"level":0.30000000000000004,"version":1}"#),
            (.note, #"{"text": "a\u0062\/\"\\\n\tü\ud83d\ude42"}"#, #"{"text":"ab/\"\\\n\tü🙂","version":1}"#),
            (.note, #"{"text": "  one\r\ntwo  "}"#, #"{"text":"one\ntwo","version":1}"#),
            (
                .press,
                #"{"point":"infraspinatus_tp1","side":"left","gauge":{"unit":"n","value":40},"lump":true,"spreads_to":[]}"#,
                #"{"gauge":{"unit":"n","value":40},"lump":true,"point":"infraspinatus_tp1","side":"left","version":1}"#
            ),
            (
                .drawing, #"{"marks":[{"side":"left","region":"groin","quality":[]}]}"#,
                #"{"complete":true,"marks":[{"region":"groin","side":"left"}],"version":1}"#
            ),
            (
                .session, #"{"ended":"stopped","seconds":60,"before":{},"steps":[]}"#,
                #"{"ended":"stopped","seconds":60,"steps":[],"version":1}"#
            ),
            (
                .session,
                #"{"ended":"finished","seconds":60,"steps":[{"seconds":9,"ended":"skipped","before":6.0,"point":"a","side":"left"}],"plan":"0190B6A1-7C3E-7ABC-8DEF-0123456789AB"}"#,
                #"{"ended":"finished","plan":"0190b6a1-7c3e-7abc-8def-0123456789ab","seconds":60,"steps":[{"before":6,"ended":"skipped","point":"a","seconds":9,"side":"left"}],"version":1}"#
            ),
            (
                .plan,
                #"{"request":{"id":"x","intake":{"id":"y","drawing":[]},"minutes":10,"place":"home","tools":["ball"]},"flare":false,"knowledge":"2026.1"}"#,
                #"{"knowledge":"2026.1","request":{"intake":{},"tools":["ball"]},"version":1}"#
            ),
            (
                .preferences, "{}",
                #"{"clock":"24","force":"kg","length":"cm","version":1,"week_starts":"monday"}"#
            ),
            (
                .health, #"{"denied":["epilepsy","lymphoedema"],"applies":[],"signs":false}"#,
                #"{"denied":["epilepsy","lymphoedema"],"version":1}"#
            ),
            (
                .health, #"{"stopped":"emergency","stopped_by":["saddle_numbness"]}"#,
                #"{"stopped":"emergency","stopped_by":["saddle_numbness"],"version":1}"#
            ),
            (.load, #"{"level":3,"what":"   "}"#, #"{"level":3,"version":1}"#),
            (
                .reminders,
                #"{"reminders":[{"id":"0190B6A1-7C3E-7ABC-8DEF-0123456789AB","what":" Drink ","at":["13:30","09:00","09:00"],"days":["sunday","monday"],"off":false}],"quiet":{"to":"07:00","from":"22:00"}}"#,
                #"{"quiet":{"from":"22:00","to":"07:00"},"reminders":[{"at":["09:00","13:30"],"days":["monday","sunday"],"id":"0190b6a1-7c3e-7abc-8def-0123456789ab","what":"Drink"}],"version":1}"#
            ),
            (.reminders, "{}", #"{"reminders":[],"version":1}"#),
            (
                .causes, #"{"applies":["stress"],"denied":[],"before":["heavy_load"],"episodes":2.0}"#,
                #"{"applies":["stress"],"before":["heavy_load"],"episodes":2,"version":1}"#
            ),
            (
                .habits, #"{"habits":[{"habit":"daily_walk","cue":" lunch ","at":"07:05","paused":false}]}"#,
                #"{"habits":[{"at":"07:05","cue":"lunch","habit":"daily_walk"}],"version":1}"#
            ),
            (.habits, #"{"habits":[]}"#, #"{"habits":[],"version":1}"#),
            (
                .habit, #"{"outcome":"done","habit":"daily_walk","easier":false}"#,
                #"{"habit":"daily_walk","outcome":"done","version":1}"#
            ),
            (.retraction, "{}", #"{"version":1}"#),
            (
                .movement, #"{"movement":"neck_turn_left","quarters":3}"#,
                #"{"movement":"neck_turn_left","quarters":3,"version":1}"#
            ),
            (
                .questionnaire, #"{"name":"psfs","items":["stairs"],"answers":[4]}"#,
                #"{"answers":[4],"items":["stairs"],"name":"psfs","version":1}"#
            ),
        ])
    func canonical(kind: EntryKind, json: String, canonical: String) throws {
        #expect(try RecordValue(kind: kind, json: Array(json.utf8)).json == canonical)
    }

    @Test(
        "numbers are written as the examples of RFC 8785 show them",
        arguments: [
            (0x0000000000000000 as UInt64, "0"),
            (0x8000000000000000 as UInt64, "0"),
            (0x0000000000000001 as UInt64, "5e-324"),
            (0x8000000000000001 as UInt64, "-5e-324"),
            (0x7fefffffffffffff as UInt64, "1.7976931348623157e+308"),
            (0xffefffffffffffff as UInt64, "-1.7976931348623157e+308"),
            (0x4340000000000000 as UInt64, "9007199254740992"),
            (0xc340000000000000 as UInt64, "-9007199254740992"),
            (0x4430000000000000 as UInt64, "295147905179352830000"),
            (0x44b52d02c7e14af5 as UInt64, "9.999999999999997e+22"),
            (0x44b52d02c7e14af6 as UInt64, "1e+23"),
            (0x44b52d02c7e14af7 as UInt64, "1.0000000000000001e+23"),
            (0x444b1ae4d6e2ef4e as UInt64, "999999999999999700000"),
            (0x444b1ae4d6e2ef4f as UInt64, "999999999999999900000"),
            (0x444b1ae4d6e2ef50 as UInt64, "1e+21"),
            (0x3eb0c6f7a0b5ed8c as UInt64, "9.999999999999997e-7"),
            (0x3eb0c6f7a0b5ed8d as UInt64, "0.000001"),
            (0x41b3de4355555553 as UInt64, "333333333.3333332"),
            (0x41b3de4355555554 as UInt64, "333333333.33333325"),
            (0x41b3de4355555555 as UInt64, "333333333.3333333"),
            (0x41b3de4355555556 as UInt64, "333333333.3333334"),
            (0x41b3de4355555557 as UInt64, "333333333.33333343"),
            (0xbecbf647612f3696 as UInt64, "-0.0000033333333333333333"),
            (0x43143ff3c1cb0959 as UInt64, "1424953923781206.2"),
            (0x3fe0000000000000 as UInt64, "0.5"),
            (0x4059000000000000 as UInt64, "100"),
            (0x3ff8000000000000 as UInt64, "1.5"),
        ])
    func numbers(bits: UInt64, text: String) {
        #expect(CanonicalNumber.text(of: Double(bitPattern: bits)) == text)
    }

    @Test("every number reads back as the same bits", arguments: 1...20)
    func numberBits(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let number = Double(bitPattern: random.next())
            guard number.isFinite, number != 0 else { continue }
            #expect(Double(CanonicalNumber.text(of: number))?.bitPattern == number.bitPattern)
        }
    }

    @Test("keys stand in the order of RFC 8785, and every control character is escaped")
    func scheme() {
        let value = JSONValue.object([
            "€": .string("\u{0}\u{7}\u{8}\u{B}\u{C}\u{1F}\r\u{7F}"), "\r": .null, "1": .bool(false),
            "😀": .array([]), "\u{FB33}": .object([:]), "ö": .number(1),
        ])
        #expect(
            CanonicalJSON.text(of: value)
                == "{\"\\r\":null,\"1\":false,\"ö\":1,\"€\":\"\\u0000\\u0007\\b\\u000b\\f\\u001f\\r\u{7F}\",\"😀\":[],\"\u{FB33}\":{}}"
        )
    }

    @Test("a missing version is the first one", arguments: EntryKind.allCases)
    func noVersion(kind: EntryKind) throws {
        var records = RandomRecords(seed: 3)
        let value = try records.value(of: kind)
        let without = value.json.replacing(#""version":1"#, with: #""version":null"#)
        #expect(try RecordValue(kind: kind, json: Array(without.utf8)) == value)
    }
}
