import HTTPTypes
import Hummingbird
import NIOCore
import UnknotExchange
import UnknotJournal
import UnknotRecord

/// The journal for programs: entries as in the archive, read and added.
struct EntriesController {
    let store: any JournalStore

    func addRoutes(to router: Router<VisitContext>) {
        router.get("api/entries", use: list)
        router.post("api/entries", use: add)
    }

    /// The most entries in one request.
    static let mostAdded = 1_000

    @Sendable private func list(_ request: Request, context: VisitContext) async throws -> Response {
        let person = try context.visit.person(with: .see)
        let page = try await EntryPage(request).read(of: person.id, in: store)
        // Payloads are kept as JSON and go out as they are.
        var body = ByteBuffer()
        body.reserveCapacity(page.entries.reduce(64) { $0 + $1.payload.utf8.count + 320 })
        body.writeString(#"{"entries":["#)
        for (position, entry) in page.entries.enumerated() {
            if position > 0 { body.writeString(",") }
            body.writeString(ArchiveLine.json(of: entry))
        }
        body.writeString(#"],"next":"# + (page.next.map { "\"\($0)\"" } ?? "null") + "}")
        return Response(type: "application/json; charset=utf-8", body: body)
    }

    @Sendable private func add(_ request: Request, context: VisitContext) async throws -> Response {
        let person = try context.visit.person(with: .write)
        // A page of another site can send a body without a type unasked, but none that says it is JSON.
        let isJSON = request.mediaType.map { $0 == "application/json" } ?? (request.headers[.origin] == nil)
        guard isJSON else {
            throw Refusal.unsupportedType(allowed: "application/json")
        }
        let bytes = try await request.bytes()
        let isList = bytes.first { !($0 == 0x20 || (0x09...0x0D).contains($0)) } == UInt8(ascii: "[")
        let texts = isList ? try ObjectList.objects(in: bytes) : [bytes]
        guard (1...Self.mostAdded).contains(texts.count) else {
            throw IntakeProblem(
                path: "", message: "The list has \(texts.count) entries.", allowed: "1 to \(Self.mostAdded) entries")
        }
        let intake = EntryIntake(store, of: person.id)
        var entries: [Entry] = []
        entries.reserveCapacity(texts.count)
        for (position, text) in texts.enumerated() {
            do {
                entries.append(try await intake.entry(EntryDraft(json: text)))
            } catch let problem as IntakeProblem {
                throw isList ? problem.inside("[\(position)]") : problem
            }
        }
        try await CalendarRight(context.visit, Journal(store, of: person.id))?.check(entries)
        do {
            try await intake.keep(entries)
        } catch let error as JournalError {
            guard let (position, problem) = EntryProblem.find(error, among: entries) else { throw error }
            let isConflict = !problem.path.hasSuffix("person")
            throw Refusal(isConflict ? .conflict : .notFound, isList ? problem.inside("[\(position)]") : problem)
        }
        let ids = entries.map { "\"\($0.id)\"" }.joined(separator: ",")
        var body = ByteBuffer()
        body.writeString(isList ? #"{"ids":[\#(ids)]}"# : #"{"id":\#(ids)}"#)
        return Response(status: .created, type: "application/json; charset=utf-8", body: body)
    }
}

extension Visit {
    /// Whose journal a request is about, if it may do this with it.
    func person(with right: Right) throws(Refusal) -> Person {
        guard let person else {
            throw Refusal(
                .notFound,
                IntakeProblem(
                    path: "", message: "There is no journal here for you.", allowed: "sign in, or choose a person first"
                ))
        }
        guard rights.contains(right) else {
            throw Refusal(
                .forbidden,
                IntakeProblem(
                    path: "", message: "You may not do this with this journal.",
                    allowed: "what its owner has shared with you"))
        }
        return person
    }
}

extension IntakeProblem {
    /// The problem of a part, as one of the whole.
    fileprivate func inside(_ place: String) -> IntakeProblem {
        IntakeProblem(path: path.isEmpty ? place : "\(place).\(path)", message: message, allowed: allowed, id: id)
    }
}
