import Testing
import UnknotJournal

@Suite("Addresses of stores")
struct StoreAddressTests {
    @Test(arguments: [
        ("sqlite:j.sqlite", StoreAddress.sqlite(path: "j.sqlite")),
        ("sqlite:/var/lib/a b.sqlite", .sqlite(path: "/var/lib/a b.sqlite")),
        ("sqlite:///var/lib/j.sqlite", .sqlite(path: "/var/lib/j.sqlite")),
        ("SQLite:../j", .sqlite(path: "../j")),
        ("postgres://h/d", .postgres(url: "postgres://h/d")),
        ("postgresql:///d?host=/run", .postgres(url: "postgresql:///d?host=/run")),
    ])
    func `an address is read`(text: String, expected: StoreAddress) throws {
        #expect(try StoreAddress(text) == expected)
    }

    @Test(arguments: [
        "", "journal.sqlite", "sqlite:", "sqlite://j.sqlite", "sqlite:folder/", "sqlite::memory:", "postgres:d",
        "postgres://", "mysql://u:secret@h/d", "sqlite:a\u{0}b",
    ])
    func `a wrong address is refused and says what to write`(text: String) throws {
        let error = #expect(throws: JournalError.self) { try StoreAddress(text) }
        guard case .cannotOpen(let message) = error else {
            Issue.record("another error")
            return
        }
        #expect(message.contains("write") || message.contains("zero") || message.contains("postgres://"))
        #expect(!message.contains("secret"))
    }

    @Test(arguments: [
        ("postgres://u:secret@h:5432/d?sslmode=require", "postgres://h:5432/d"),
        ("postgres://u:sec/ret@h1:1,h2:2/d", "postgres://h1:1,h2:2/d"),
        ("postgres://u:sec@ret@h/d", "postgres://h/d"), ("postgres://u:sec?ret@h/d", "postgres://h/d"),
        ("postgres://h/d?password=secret", "postgres://h/d"), ("postgres://u:secret", "postgres://…"),
        ("postgresql:///d", "postgres:///d"),
    ])
    func `an address is shown without its password`(text: String, shown: String) throws {
        #expect(try "\(StoreAddress(text))" == shown)
    }
}
