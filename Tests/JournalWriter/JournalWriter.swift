import Foundation
import UnknotJournal
import UnknotJournalPostgres
import UnknotJournalSQLite
import UnknotRecord

/// Writes entries of one person without end, sixteen at a time, and prints `ID NUMBER` for each once the store says that
/// it is kept. Ends with status 3 when the store fails; meant to be killed.
@main
enum JournalWriter {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let person = PersonID(arguments[2]) else { exit(2) }
        switch try StoreAddress(arguments[1]) {
        case .sqlite(let path): try await write(to: SQLiteJournal.open(path: path), of: person)
        case .postgres(let url): try await write(to: PostgresJournal.open(url: url), of: person)
        }
    }

    private static func write(to store: some JournalStore, of person: PersonID) async throws {
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<16 {
                group.addTask {
                    var number = writer
                    while true {
                        let entry = entry(number, of: person)
                        do { try await store.append([entry]) } catch { exit(3) }
                        // One call to the system, so that no line is cut by another.
                        FileHandle.standardOutput.write(Data("\(entry.id) \(number)\n".utf8))
                        number += 16
                    }
                }
            }
        }
    }

    private static func entry(_ number: Int, of person: PersonID) -> Entry {
        let now = Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        var random = SystemRandomNumberGenerator()
        // Every few fill pages of their own. The tests know this form.
        let words = String(repeating: "\(number) ", count: number % 10 == 0 ? 1500 : 5)
        return Entry(
            person: person, id: EntryID(at: now, using: &random), kind: .note, happenedAt: now, zone: "Europe/Berlin",
            recordedAt: now, payload: #"{"number":\#(number),"text":"\#(words)","version":1}"#)
    }
}
