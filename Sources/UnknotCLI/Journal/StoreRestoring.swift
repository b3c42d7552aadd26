import Foundation
import Unknot
import UnknotJournal

/// Puts a file in the place of a store; what was there before is kept under another name.
struct StoreRestoring {
    /// What came of it.
    struct Outcome {
        let persons: Int
        let entries: Int
        /// Where the former journal is now.
        let former: String?
    }

    /// The file of the store.
    let target: String
    /// Whether a store that is not empty may be replaced.
    let mayReplace: Bool

    func run(from file: String) async throws -> Outcome {
        _ = try IntakeInput.file(file).open()
        let (target, files) = (StoreFiles(target), FileManager.default)
        let folder = URL(fileURLWithPath: target.main).deletingLastPathComponent()
        try files.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // A store has a log beside it; a backup is one file, and one that is in use is not whole without its log.
        guard !StoreFiles(file).hasLog else {
            throw IntakeProblem(
                path: "FILE", message: CLIText.Journal.notABackup, allowed: CLIText.Journal.backupAllowed)
        }
        let (checked, fresh) = (
            StoreFiles(folder.appending(path: ".unknot-check-\(UUID().uuidString)").path),
            StoreFiles(folder.appending(path: ".unknot-restore-\(UUID().uuidString)").path)
        )
        defer {
            checked.remove()
            fresh.remove()
        }
        // Opening changes a file, so what is looked at is one copy, and what is put in place another.
        try Self.copy(file, to: checked.main)
        try Self.copy(file, to: fresh.main)
        let (persons, entries) = try await Self.check(checked.main, named: file)
        let former = try await setAside(target)
        // The log of the former store must never meet the new file.
        target.removeLog()
        try OutputFile.rename(fresh.main, to: target.main)
        return Outcome(persons: persons, entries: entries, former: former)
    }

    /// Opens a copy of the backup and looks at every row.
    private static func check(_ copy: String, named file: String) async throws -> (persons: Int, entries: Int) {
        do {
            return try await StoreAddress.sqlite(path: copy).using { store in
                try await store.verify()
                let persons = try await store.persons()
                var entries = 0
                for person in persons { entries += try await store.statistics(of: person.id).written }
                return (persons.count, entries)
            }
        } catch let trouble as JournalTrouble.AtPlace {
            // Known to the person by its own name.
            throw JournalTrouble.AtPlace(error: trouble.error, place: .sqlite(path: file))
        }
    }

    /// Keeps what is in the place of the store.
    private func setAside(_ target: StoreFiles) async throws -> String? {
        guard FileManager.default.fileExists(atPath: target.main) else { return nil }
        let inUse = IntakeProblem(path: target.main, message: CLIText.Journal.inUse, allowed: CLIText.Journal.stopIt)
        if target.isInUse { throw inUse }
        let stamp = SystemClock.now().text(in: .utc).prefix(23).filter { $0 != ":" && $0 != "+" }
        let aside = "\(target.main).before-restore-\(stamp)"
        do {
            let isEmpty = try await StoreAddress.sqlite(path: target.main).using { store in
                let isEmpty = try await store.persons().isEmpty
                guard isEmpty || mayReplace else {
                    throw IntakeProblem(
                        path: target.main, message: CLIText.Journal.notEmpty, allowed: CLIText.Journal.addReplace)
                }
                if !isEmpty { try await store.backUp(to: aside) }
                return isEmpty
            }
            if target.isInUse { throw inUse }
            return isEmpty ? nil : aside
        } catch let trouble as JournalTrouble.AtPlace {
            // A damaged store can be replaced; its files are kept as they are.
            guard case .damaged = trouble.error, mayReplace else { throw trouble }
            try target.move(to: StoreFiles(aside))
            return aside
        }
    }

    private static func copy(_ file: String, to copy: String) throws {
        let output = try OutputFile(copy)
        let input = IntakeInput.file(file)
        let stream = try input.open()
        while true {
            let piece = try input.next(stream)
            if piece.isEmpty { break }
            try output.write(piece)
        }
        try output.finish()
    }
}
