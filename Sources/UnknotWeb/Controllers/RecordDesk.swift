import Foundation
import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot
import UnknotJournal

/// What the pages about a journal share: whose it is, where they are, and what to say when something does not work.
struct RecordDesk: Sendable {
    let desk: FormDesk
    let store: any JournalStore
    let stamps: Stamps
    private let firstPerson: FirstPerson

    /// The cookie that holds the time zone of the browser.
    static let zoneCookie = "unknot_zone"

    init(desk: FormDesk, store: any JournalStore, stamps: Stamps) {
        (self.desk, self.store, self.stamps) = (desk, store, stamps)
        firstPerson = FirstPerson(store: store, stamps: stamps)
    }

    var pages: PageRenderer { desk.pages }
    var texts: PageTexts { desk.kit.texts }

    /// The journal that a request may do something with; nil when there is nobody yet.
    ///
    /// - Throws: ``Refusal`` when the visit has no such right.
    func journal(_ context: VisitContext, _ right: Visit.Right) throws -> Journal? {
        guard context.visit.rights.contains(right) else { throw Refusal.notAllowed }
        return journal(context)
    }

    /// The journal that a request is about, whatever it may do there.
    func journal(_ context: VisitContext) -> Journal? {
        context.visit.person.map { Journal(store, of: $0.id, stamps: stamps) }
    }

    /// The journal to write in; who is the first one on this machine gets one now.
    func journalForWriting(_ context: VisitContext) async throws -> Journal {
        if let journal = try journal(context, .write) { return journal }
        return Journal(store, of: try await firstPerson.make(name: texts("person_me")).id, stamps: stamps)
    }

    /// What pages are made from, with the settings of the person.
    func kit(_ request: Request, _ journal: Journal?) async throws -> RecordKit {
        var preferences = PreferencesRecord.standard
        if let noted = try await journal?.values(EntryQuery(kinds: [.preferences], limit: 1)).first,
            case .preferences(let chosen)? = noted.value
        {
            preferences = chosen
        }
        return RecordKit(kit: desk.kit, preferences: preferences, zone: Self.zone(of: request), now: stamps.now)
    }

    /// Where the person is: what the browser says, else where this machine is.
    static func zone(of request: Request) -> LocalZone {
        request.cookies[zoneCookie].flatMap { LocalZone($0.value.removingPercentEncoding ?? "") }
            ?? LocalZone(TimeZone.current.identifier) ?? .utc
    }

    /// What was just written, when the address names it.
    func notice(
        _ request: Request, _ journal: Journal?, back: EntryForm.Way, _ context: VisitContext, _ kit: RecordKit
    ) async throws -> NoticeView? {
        guard let journal, let id = Self.done(request) else { return nil }
        return try await notice(of: id, journal, back: back, context, kit)
    }

    /// The entry that the address says was just written.
    static func done(_ request: Request) -> EntryID? {
        request.uri.queryParameters["done"].flatMap { EntryID(String($0)) }
    }

    /// What is said of an entry that was just written; nil when there is no such entry.
    func notice(
        of id: EntryID, _ journal: Journal, back: EntryForm.Way, _ context: VisitContext, _ kit: RecordKit
    ) async throws -> NoticeView? {
        guard let noted = try await journal.value(id) else { return nil }
        var former: Noted?
        if let replaced = noted.entry.replaces { former = try await journal.value(replaced) }
        let isLast = try await store.replacement(of: id, of: journal.person) == nil
        return NoticeView(
            noted, former: former, back: back, canUndo: isLast && context.visit.rights.contains(.write), kit: kit)
    }

    /// Runs what reads or writes the journal, and says in our words what did not work.
    func answer(_ work: () async throws -> Response) async throws -> Response {
        do {
            return try await work()
        } catch let refusal as JournalRefusal {
            throw Refusal(.badRequest, refusal.problem)
        } catch let error as JournalError {
            throw Refusal(error)
        }
    }

    /// Renders away from the event loops.
    func page<View>(
        status: HTTPResponse.Status = .ok, _ page: @escaping @Sendable () -> Page<View>
    ) async throws -> Response {
        try await NIOThreadPool.singleton.runIfActive { try pages.response(page(), status: status) }
    }
}

/// Makes the first person of a machine once, however many forms are sent at the same time.
private actor FirstPerson {
    private let store: any JournalStore
    private let stamps: Stamps
    private var making: Task<Person, any Error>?

    init(store: any JournalStore, stamps: Stamps) {
        (self.store, self.stamps) = (store, stamps)
    }

    func make(name: String) async throws -> Person {
        // An actor lets others in while it waits: whoever comes second waits for the first.
        if let making { return try await making.value }
        let task = Task { [store, stamps] in
            if let person = try await store.persons().first { return person }
            var random = SystemRandomNumberGenerator()
            let now = stamps.now
            let person = Person(id: PersonID(at: now, using: &random), name: name, createdAt: now)
            try await store.add(person)
            return person
        }
        making = task
        defer { making = nil }
        return try await task.value
    }
}

extension Response {
    /// Sends the browser on to another page, which it gets anew: what was posted is not posted again.
    static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }
}

extension Refusal {
    /// The visit has no right to what it asks for.
    static let notAllowed = Refusal(
        .forbidden,
        IntakeProblem(
            path: "", message: "This record is not open to you.",
            allowed: "your own record, or one that was shared with you"))
}
