import Foundation
import UnknotJournal

/// A copy in a new file, which is there completely or not at all.
struct SQLiteBackup: Sendable {
    /// Where to.
    let path: String

    /// Has the copy written under another name, waits until it is on the disk, and then gives it its name.
    func write(_ copy: (_ temporary: String) async throws -> Void) async throws {
        let files = FileManager.default
        let target = URL(fileURLWithPath: path)
        let folder = target.deletingLastPathComponent()
        guard !files.fileExists(atPath: target.path) else { throw alreadyThere }
        let temporary = folder.appending(path: ".\(target.lastPathComponent).\(UUID().uuidString).part")
        guard files.createFile(atPath: temporary.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw JournalError.cannotOpen("there is no way to write into the folder \(folder.path)")
        }
        defer { try? files.removeItem(at: temporary) }
        try await SQLiteFailure.translating(in: folder.path) { try await copy(temporary.path) }
        do {
            try synchronise(FileHandle(forUpdating: temporary))
            // A link fails when the name is taken by now, where a renaming would replace the file.
            try files.linkItem(at: temporary, to: target)
            try? synchronise(FileHandle(forReadingFrom: folder))
        } catch {
            throw files.fileExists(atPath: target.path)
                ? alreadyThere : JournalError.cannotOpen("the copy cannot be put at \(path)")
        }
    }

    private var alreadyThere: JournalError {
        .notPossible("there is a file already, which is never overwritten; choose another name: \(path)")
    }

    private func synchronise(_ handle: FileHandle) throws {
        defer { try? handle.close() }
        try handle.synchronize()
    }
}
