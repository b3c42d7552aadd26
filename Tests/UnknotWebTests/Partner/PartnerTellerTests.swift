import Foundation
import SeededRandom
import Testing
import UnknotRecord

@testable import UnknotWeb

@Suite("What a listener is told")
struct PartnerTellerTests {
    /// An event stream as HTML, section 9.2.6, has browsers read it; written without a look at what writes it.
    private struct Reader {
        var events: [(name: String, id: String, data: String)] = []
        var comments = 0
        private(set) var lastID = ""

        init(_ text: String) {
            var (name, data) = ("", [String]())
            for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
                if line.isEmpty {
                    if !data.isEmpty { events.append((name, lastID, data.joined(separator: "\n"))) }
                    (name, data) = ("", [])
                } else if line.hasPrefix(":") {
                    comments += 1
                } else {
                    let colon = line.firstIndex(of: ":") ?? line.endIndex
                    let value = line[colon...].dropFirst().trimmingPrefix(" ")
                    switch line[..<colon] {
                    case "event": name = String(value)
                    case "data": data.append(String(value))
                    case "id": lastID = String(value)
                    default: break
                    }
                }
            }
        }
    }

    @Test(arguments: ["", "one", "one\ntwo", "\n", "a\r\nb", "event: evil\n\nid: 9"])
    func `data comes through line by line, whatever it holds`(data: String) {
        let read = Reader(ServerEvent(name: "word", id: 3, data: data).text)
        #expect(read.events.count == 1)
        #expect(read.events.first?.data == data.replacing("\r\n", with: "\n"))
        #expect(read.events.first?.name == "word" && read.events.first?.id == "3")
    }

    @Test func `it begins with how things stand, and gives signs of life`() throws {
        var room = PartnerRoom(PartnerScene.plainSteps(2), endsAt: PartnerScene.start)
        _ = try room.say(.more, by: .person, at: PartnerScene.start)
        var teller = PartnerTeller(after: nil)
        let state = PartnerState(room, persons: 1, partners: 1)
        let first = try teller.text(PartnerBulletin(words: [], state: state))
        #expect(first.hasPrefix("retry: 1000\n"))
        let read = Reader(first)
        #expect(read.events.map(\.name) == ["state"] && read.lastID == "1")
        let json =
            #"{"by":"person","number":1,"partner":1,"person":1,"step":0,"steps":2,"stopped":false,"word":"more"}"#
        #expect(read.events.first?.data == json)
        let second = try teller.text(PartnerBulletin(words: [], state: state))
        #expect(second == ServerEvent.signOfLife && Reader(second).events.isEmpty)
        let gone = try teller.text(PartnerBulletin(words: [], state: PartnerState(room, persons: 0, partners: 1)))
        #expect(Reader(gone).events.map(\.name) == ["state"])
    }

    @Test(arguments: UInt64(1)...20)
    func `with connections that break at any time, each word is told once and in order`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var room = PartnerRoom(PartnerScene.plainSteps(9), endsAt: PartnerScene.start)
        var now = PartnerScene.start
        var (said, heard, names): ([Int], [Int], [String]) = ([], [], [])
        var teller = PartnerTeller(after: 0)
        var last: Int?
        for _ in 0..<150 {
            if Bool.random(using: &random) {
                now = Moment(milliseconds: now.milliseconds + WordBudget.interval)
                let word = PartnerWord.allCases.randomElement(using: &random) ?? .more
                if let saying = try? room.say(word, by: .person, at: now) { said.append(saying.number) }
            }
            // The line breaks, and the browser comes again with the last number that it saw.
            if Int.random(in: 0..<8, using: &random) == 0 { teller = PartnerTeller(after: last ?? 0) }
            if Bool.random(using: &random) {
                let words = teller.told.flatMap { room.said(after: $0) } ?? []
                let state = PartnerState(room, persons: Int.random(in: 0...1, using: &random), partners: 1)
                let read = Reader(try teller.text(PartnerBulletin(words: words, state: state)))
                heard += read.events.filter { $0.name == "word" }.compactMap { Int($0.id) }
                names += read.events.map(\.name)
                last = Int(read.lastID) ?? last
            }
        }
        #expect(heard == Array(said.prefix(heard.count)))
        #expect(said.count - heard.count < 20 && !names.contains { !["word", "state"].contains($0) })
    }
}
