import Testing
import UnknotRecord

@Suite("Refusing reminders")
struct RemindersRefusalTests {
    private static let id = #""id":"0190b6a1-7c3e-7abc-8def-0123456789ab","what":"x""#

    private static func one(
        _ rest: String, at path: String, says: String, allows: String
    ) -> BadRecord {
        BadRecord(
            .reminders, "{\"reminders\":[{\(id)\(rest)}]}", at: "reminders[0]" + path, says: says, allows: allows)
    }

    @Test(
        "what is wrong with a reminder is named with its place",
        arguments: [
            one(#","at":["9:00"]"#, at: ".at[0]", says: "9:00", allows: "09:30"),
            one(#","at":["24:00"]"#, at: ".at[0]", says: "24:00", allows: "23:59"),
            one("", at: ".at", says: "No time", allows: "1 to 12"),
            one(#","at":["09:00"],"every":30"#, at: ".at", says: "times and a distance", allows: "every"),
            one(#","every":30,"from":"09:00""#, at: ".to", says: "missing", allows: "together"),
            one(#","every":14,"from":"09:00","to":"17:00""#, at: ".every", says: "14", allows: "15 to 480"),
            one(#","every":30.5,"from":"09:00","to":"17:00""#, at: ".every", says: "30.5", allows: "whole"),
            one(#","every":60,"from":"17:00","to":"09:00""#, at: ".to", says: "no room", allows: "after the start"),
            one(#","at":["09:00"],"days":[]"#, at: ".days", says: "No day", allows: "at least one"),
            one(#","at":["09:00"],"days":["mon"]"#, at: ".days[0]", says: "mon", allows: "monday"),
            one(#","at":["09:00"],"habit":"Stand up""#, at: ".habit", says: "not an id", allows: "small letters"),
            one(
                #","at":["09:00"],"habit":"a","session":true"#, at: ".habit", says: "session and about",
                allows: "one of"),
            one(#","at":["09:00"],"sound":"bell""#, at: ".sound", says: "not known", allows: "what"),
            BadRecord(
                .reminders, #"{"reminders":[{"id":"x","what":"x","at":["09:00"]}]}"#, at: "reminders[0].id",
                says: "not the id", allows: "such as"),
            BadRecord(
                .reminders, #"{"reminders":[{\#(id),"at":["09:00"]},{\#(id),"at":["09:00"]}]}"#, at: "reminders[1].id",
                says: "twice", allows: "once"),
            BadRecord(
                .reminders, #"{"quiet":{"from":"07:00","to":"07:00"}}"#, at: "quiet", says: "begin and end",
                allows: "different"),
            BadRecord(.reminders, #"{"calendar":"0f"}"#, at: "calendar", says: "no SHA-256", allows: "64"),
        ])
    func refused(bad: BadRecord) throws {
        let problem = try #require(bad.problem, "\(bad) was read")
        #expect(problem.path == bad.path)
        #expect(problem.message.contains(bad.says), "\(problem.message)")
        #expect(problem.allowed.contains(bad.allows), "\(problem.allowed)")
    }

    @Test func `more reminders than anybody can heed are refused`() {
        let list = (0...Reminder.most).map { index in
            let end = index < 10 ? "0\(index)" : "\(index)"
            return #"{"id":"0190b6a1-7c3e-7abc-8def-0123456789\#(end)","what":"x","at":["09:00"]}"#
        }
        let bad = BadRecord(
            .reminders, "{\"reminders\":[\(list.joined(separator: ","))]}", at: "reminders", says: "21", allows: "20")
        #expect(bad.problem?.path == "reminders")
        #expect(bad.problem?.allowed == "at most 20 reminders")
    }
}
