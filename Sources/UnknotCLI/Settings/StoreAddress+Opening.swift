import Foundation
import Unknot
import UnknotJournal
import UnknotJournalPostgres
import UnknotJournalSQLite

extension StoreAddress {
    /// Reads `sqlite:PATH` or `postgres://…`.
    ///
    /// - Parameter source: The flag, variable or file that says so, for messages.
    init(_ text: String, from source: String) throws(IntakeProblem) {
        do {
            try self.init(text)
        } catch {
            guard case .cannotOpen(let reason) = error else { throw JournalTrouble.problem(error, at: source) }
            throw IntakeProblem(
                path: source, message: reason.prefix(1).uppercased() + reason.dropFirst() + ".",
                allowed: CLIText.Settings.storeForms)
        }
    }

    /// What the settings say: an address, or a file in the folder for data. Of the two the one counts that was said with
    /// more weight, so that `--data` on the command line is not overruled by an address in a file.
    init(_ settings: SettingsReader, dataFolder: String) throws(IntakeProblem) {
        let isNearer = (settings.weight(of: .store) ?? .max) <= (settings.weight(of: .data) ?? .max)
        if isNearer, let (address, source) = try settings.named(.store) {
            try self.init(address, from: source)
        } else {
            self = .sqlite(path: "\(dataFolder)/unknot.sqlite")
        }
    }

    /// Refuses a place where no journal was ever begun; opening would begin one.
    func requireThere() throws(IntakeProblem) {
        guard !isThere else { return }
        throw IntakeProblem(
            path: description, message: CLIText.Journal.noJournal, allowed: CLIText.Journal.beginOne)
    }

    /// Whether there is a file; of a server nobody knows before it is asked.
    var isThere: Bool {
        guard case .sqlite(let path) = self else { return true }
        return FileManager.default.fileExists(atPath: path)
    }

    /// Opens the store.
    func open() async throws -> any JournalStore & AccountStore {
        switch self {
        case .sqlite(let path): try await SQLiteJournal.open(path: path)
        case .postgres(let url): try await PostgresJournal.open(url: url)
        }
    }

    /// Opens the store, does the work, and closes it, whatever happens. Failures of the store come with its place.
    func using<Result>(_ work: (any JournalStore & AccountStore) async throws -> Result) async throws -> Result {
        try await JournalTrouble.naming(self) {
            let store = try await open()
            do {
                let result = try await work(store)
                await store.close()
                return result
            } catch {
                await store.close()
                throw error
            }
        }
    }
}
