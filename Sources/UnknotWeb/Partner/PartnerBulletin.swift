import Foundation

/// How things stand in a room.
struct PartnerState: Codable, Hashable, Sendable {
    /// How much was said so far.
    let number: Int
    /// The step, from 0; `steps` when all are done.
    let step: Int
    let steps: Int
    let stopped: Bool
    /// What was said last, and by whom.
    let word: PartnerWord?
    let by: PartnerSide?
    /// How many listen on each side.
    let person: Int
    let partner: Int

    init(_ room: PartnerRoom, persons: Int, partners: Int) {
        number = room.number
        step = room.step
        steps = room.steps.count
        stopped = room.isStopped
        word = room.said.last?.word
        by = room.said.last?.by
        person = persons
        partner = partners
    }
}

/// What there is to tell to a listener.
struct PartnerBulletin: Hashable, Sendable {
    /// What it has not heard yet, oldest first.
    let words: [PartnerSaying]
    /// How things stand after that.
    let state: PartnerState
}

/// Tells one listener what is new, as the text of an event stream, in order and each word once.
struct PartnerTeller: Sendable {
    /// Milliseconds after which a browser that lost the connection comes again.
    static let comeAgainAfter = 1_000

    /// The number of the last word that was told.
    private(set) var told: Int?
    private var state: PartnerState?

    /// - Parameter told: The number of the last word that the listener heard on an earlier connection.
    init(after told: Int?) {
        self.told = told
    }

    /// What to send: news, or a sign of life when there is none.
    ///
    /// The first time it begins with how things stand, after what was missed; later that is told when somebody came or went.
    mutating func text(_ bulletin: PartnerBulletin) throws -> String {
        var events: [ServerEvent] = []
        for word in bulletin.words {
            events.append(ServerEvent(name: "word", id: word.number, data: try Self.json(word)))
        }
        let isChanged = state.map { ($0.person, $0.partner) != (bulletin.state.person, bulletin.state.partner) } ?? true
        if isChanged {
            let json = try Self.json(bulletin.state)
            events.append(ServerEvent(name: "state", id: bulletin.state.number, data: json))
        }
        let isFirst = state == nil
        state = bulletin.state
        told = bulletin.state.number
        guard !events.isEmpty else { return ServerEvent.signOfLife }
        return (isFirst ? "retry: \(Self.comeAgainAfter)\n" : "") + events.map(\.text).joined()
    }

    /// That there is nothing more to come: nobody need come again.
    static let end = ServerEvent(name: "over", id: nil, data: "{}").text

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// One event of an event stream (HTML, section 9.2).
struct ServerEvent: Hashable, Sendable {
    let name: String
    /// What a browser names when it comes again.
    let id: Int?
    let data: String

    /// A comment, which keeps the connection open and means nothing.
    static let signOfLife = ":\n\n"

    /// As it stands in the stream: a line of data for each line, a blank line at the end.
    var text: String {
        let id = id.map { "id: \($0)\n" } ?? ""
        let lines = data.split(omittingEmptySubsequences: false) { $0.isNewline }.map { "data: \($0)\n" }
        return "event: \(name)\n\(id)\(lines.joined())\n"
    }
}
